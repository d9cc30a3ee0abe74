import { Button, Menu } from '@mantine/core'
import { IconDownload, IconVectorTriangle } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { versionAsRun } from '../model/versionAsRun.ts'
import { Losses } from '../takeOut/Losses.tsx'
import { TakeOutItems } from '../takeOut/TakeOutItems.tsx'
import type { VersionDetails } from './useVersions.ts'
import classes from './Versions.module.css'

/** What can be done with a version that is read: print, compare, take out. */
export function VersionTools({ details }: { details: VersionDetails }) {
  const { t } = useTranslation('versions')
  const { t: takeOut } = useTranslation('takeOut')
  const [wrong, setWrong] = useState('')
  const [isLosing, setLosing] = useState(false)
  const { pathway, version, layout } = details
  return (
    <div className={classes.actions}>
      <Link href={`/pathways/${pathway}/versions/${version}/document`}>{t('print')}</Link>
      {version > 1 && (
        <Link href={`/pathways/${pathway}/compare?from=${version - 1}&to=${version}`}>{t('compareWithPrevious')}</Link>
      )}
      <Menu position="bottom-end" width={260}>
        <Menu.Target>
          <Button variant="default" size="compact-md" leftSection={<IconDownload size={18} aria-hidden />}>
            {takeOut('menu')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <TakeOutItems
            read={() => ({ document: versionAsRun(details), layout, name: `${pathway}-${version}` })}
            onFailed={setWrong}
          />
          <Menu.Item leftSection={<IconVectorTriangle size={18} aria-hidden />} onClick={() => setLosing(true)}>
            {takeOut('stately')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <span role="status">{wrong}</span>
      {isLosing && <Losses pathway={pathway} version={version} onClose={() => setLosing(false)} />}
    </div>
  )
}
