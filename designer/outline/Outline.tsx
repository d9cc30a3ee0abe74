import { ActionIcon, SegmentedControl, TextInput, Tooltip } from '@mantine/core'
import { IconKeyboard, IconSearch } from '@tabler/icons-react'
import { Suspense, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { focusForm } from '../inspector/focusForm.ts'
import { Loading } from '../parts/Loading.tsx'
import { lazyPart } from '../parts/lazyPart.tsx'
import classes from './Outline.module.css'
import { OutlineKeys } from './OutlineKeys.tsx'
import { OutlineTree } from './OutlineTree.tsx'

const OutlineTables = lazyPart(() => import('./tables/OutlineTables.tsx'))

/** The pathway as a tree or as tables: everything that the drawing shows and does, in words. */
export function Outline({ onOpen }: { onOpen?: () => void }) {
  const { t } = useTranslation('outline')
  const [view, setView] = useState<'tree' | 'tables'>('tree')
  const [query, setQuery] = useState('')
  const [isHelping, setHelping] = useState(false)
  const search = useRef<HTMLInputElement>(null)
  const toTree = (): void => {
    document.querySelector<HTMLElement>('[role="tree"] [role="treeitem"][tabindex="0"]')?.focus()
  }
  return (
    <div className={classes.outline} data-outline={view}>
      <div className={classes.bar}>
        <SegmentedControl
          size="sm"
          value={view}
          aria-label={t('view')}
          onChange={(value) => setView(value === 'tables' ? 'tables' : 'tree')}
          data={[
            { value: 'tree', label: t('tree') },
            { value: 'tables', label: t('tables') },
          ]}
        />
        <Tooltip label={t('keys')}>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('keys')} onClick={() => setHelping(true)}>
            <IconKeyboard size={20} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </div>
      {view === 'tree' ? (
        <OutlineTree
          query={query}
          onOpen={onOpen ?? focusForm}
          onSearch={() => search.current?.focus()}
          onHelp={() => setHelping(true)}
        >
          <TextInput
            ref={search}
            type="search"
            data-own-undo
            size="sm"
            aria-label={t('search')}
            placeholder={t('search')}
            leftSection={<IconSearch size={16} aria-hidden />}
            value={query}
            onChange={(event) => setQuery(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'ArrowDown' || event.key === 'Enter') {
                event.preventDefault()
                toTree()
              }
              if (event.key === 'Escape') {
                setQuery('')
                toTree()
              }
            }}
          />
        </OutlineTree>
      ) : (
        <Suspense fallback={<Loading />}>
          <OutlineTables />
        </Suspense>
      )}
      <OutlineKeys
        isOpen={isHelping}
        onClose={() => {
          setHelping(false)
          requestAnimationFrame(toTree)
        }}
      />
    </div>
  )
}
