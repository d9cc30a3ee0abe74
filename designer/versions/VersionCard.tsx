import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useName } from '../app/useName.ts'
import { dayInWords, momentInWords } from '../parts/inWords.ts'
import { useOneAtATime } from '../parts/useOneAtATime.ts'
import { Census } from './Census.tsx'
import { isPassedOver } from './isPassedOver.ts'
import type { VersionSummary } from './useVersions.ts'
import classes from './Versions.module.css'
import { versionToMoveTo } from './versionToMoveTo.ts'

/** A version: how it stands, why it came, who decided it, and who runs on it. */
export function VersionCard({
  version: one,
  versions,
  previous,
  onRestore,
}: {
  version: VersionSummary
  /** all of the pathway, newest first */
  versions: readonly VersionSummary[]
  /** the number of the one before it */
  previous: number | undefined
  /** makes a draft of it and opens that */
  onRestore: () => Promise<void>
}) {
  const { t, i18n } = useTranslation('versions')
  const { pathway, version, note, approver, startsOn, publishedAt, publishedBy, journeys = { live: 0, ended: 0 } } = one
  const publisher = useName(publishedBy)
  const { isBusy, begin } = useOneAtATime()
  const title = t('version', { version })
  const here = `/pathways/${pathway}/versions/${version}`
  const other = journeys.live > 0 ? versionToMoveTo(version, versions) : undefined
  const named = <span className="visually-hidden">: {title}</span>
  return (
    <li className={classes.version} data-in-use={one.isInUse}>
      <div className={classes.versionHead}>
        <h3>
          <Link href={here}>{title}</Link>
        </h3>
        <span className={one.isInUse ? classes.inUse : classes.standing}>{standing()}</span>
      </div>
      {note !== null && <p className={classes.note}>{note}</p>}
      <dl className={classes.facts}>
        <div>
          <dt>{t('startsOn')}</dt>
          <dd>{dayInWords(startsOn, i18n.language)}</dd>
        </div>
        <div>
          <dt>{t('published')}</dt>
          <dd>{t('publishedBy', { when: momentInWords(publishedAt, i18n.language), who: publisher })}</dd>
        </div>
        {approver !== null && (
          <div>
            <dt>{t('approver')}</dt>
            <dd>{approver}</dd>
          </div>
        )}
        <div>
          <dt>{t('clients')}</dt>
          <dd>
            {t('live', { count: journeys.live })}
            {journeys.ended > 0 && `, ${t('ended', { count: journeys.ended })}`}
          </dd>
        </div>
      </dl>
      {journeys.live > 0 && <Census pathway={pathway} version={version} />}
      <div className={classes.actions}>
        <Link href={here}>
          {t('read')}
          {named}
        </Link>
        {previous !== undefined && (
          <Link href={`/pathways/${pathway}/compare?from=${previous}&to=${version}`}>
            {t('compareWithPrevious')}
            {named}
          </Link>
        )}
        <Link href={`${here}/document`}>
          {t('print')}
          {named}
        </Link>
        {other !== undefined && (
          <Link href={`/pathways/${pathway}/migrate?from=${version}&to=${other}`}>
            {t('migrate')}
            {named}
          </Link>
        )}
        <Button variant="default" size="compact-md" loading={isBusy} onClick={() => begin(onRestore)}>
          {t('restore')}
          {named}
        </Button>
      </div>
    </li>
  )

  function standing(): string {
    if (one.isInUse) return t('inUse')
    if (isPassedOver(one, versions)) return t('neverUsed')
    const hasBegun = versions.some(({ isInUse, version: used }) => isInUse && version < used)
    return hasBegun ? t('past') : t('comes', { day: dayInWords(startsOn, i18n.language) })
  }
}
