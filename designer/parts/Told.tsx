import { ActionIcon } from '@mantine/core'
import { IconCheck, IconHandStop, IconX } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import classes from './Told.module.css'

/** How long something stands to be read, in milliseconds: what was refused says also why, and what to do. */
const standsMs = { done: 6_000, refused: 20_000 }

interface Telling {
  text: string
  kind: keyof typeof standsMs
}

const store = createStore<{ telling: Telling | undefined }>()(() => ({ telling: undefined }))
const forget = (): void => store.setState({ telling: undefined })

/** Says what became of what was asked for, where the screen shows it nowhere else: until the next is said, or a while. */
export function tell(text: string, kind: Telling['kind'] = 'done'): void {
  store.setState({ telling: { text, kind } })
}

/** Where what is told stands, for those who see it and those who hear it: once on a page. */
export function Told() {
  const { t } = useTranslation()
  const telling = useStore(store, (now) => now.telling)
  useEffect(() => {
    if (!telling) return
    const timer = setTimeout(forget, standsMs[telling.kind])
    const onKey = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') forget()
    }
    window.addEventListener('keydown', onKey, true)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('keydown', onKey, true)
    }
  }, [telling])
  // what is told here is not told on the next page
  useEffect(() => forget, [])
  const Icon = telling?.kind === 'refused' ? IconHandStop : IconCheck
  return (
    <div className={classes.place}>
      <div role="status">
        {telling && (
          <p className={classes.told} data-told={telling.kind}>
            <Icon size={20} aria-hidden className={classes.icon} />
            <span>{telling.text}</span>
          </p>
        )}
      </div>
      {telling && (
        // whoever uses the keyboard has Escape, and stays where they are
        <ActionIcon
          variant="subtle"
          color="gray"
          tabIndex={-1}
          aria-label={t('close')}
          title={t('close')}
          onClick={forget}
        >
          <IconX size={18} aria-hidden />
        </ActionIcon>
      )}
    </div>
  )
}
