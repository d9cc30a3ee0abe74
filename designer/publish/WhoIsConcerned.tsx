import { useTranslation } from 'react-i18next'
import { dayInWords } from '../parts/inWords.ts'
import { isPassedOver } from '../versions/isPassedOver.ts'
import type { VersionSummary } from '../versions/useVersions.ts'
import classes from './PublishPage.module.css'

/** Whom the new version concerns: those who begin on it. Those who are on the way stay on theirs. */
export function WhoIsConcerned({
  versions,
  next,
  startsOn,
}: {
  versions: readonly VersionSummary[]
  next: number
  startsOn: string | null
}) {
  const { t, i18n } = useTranslation('publish')
  const running = versions
    .map(({ version, journeys }) => ({ version, live: journeys?.live ?? 0 }))
    .filter(({ live }) => live > 0)
  const added = startsOn === null ? [] : [{ version: next, startsOn, publishedAt: new Date().toISOString() }]
  const hidden = versions.filter((one) => !isPassedOver(one, versions) && isPassedOver(one, added))
  return (
    <section aria-labelledby="whom">
      <h2 id="whom">{t('whom')}</h2>
      <ul className={classes.plain}>
        {startsOn !== null && <li>{t('newClients', { version: next, day: dayInWords(startsOn, i18n.language) })}</li>}
        {running.map(({ version, live }) => (
          <li key={version}>{t('stay', { version, count: live })}</li>
        ))}
        {running.length === 0 && <li>{t('nobody')}</li>}
        {hidden.map((one) => (
          <li key={one.version} className={classes.late}>
            {t('hides', { version: one.version, day: dayInWords(one.startsOn, i18n.language) })}
          </li>
        ))}
      </ul>
    </section>
  )
}
