import { Button } from '@mantine/core'
import { useInViewport } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { components } from '../../api/client/schema.d.ts'
import { answered, api } from '../app/api.ts'
import { asDraftDocument, type DraftState } from '../model/document.ts'
import { dayInWords, textIn } from '../parts/inWords.ts'
import { useOneAtATime } from '../parts/useOneAtATime.ts'
import { useVersion } from '../versions/useVersions.ts'
import classes from './PathwayCard.module.css'
import { draftFromVersion, ownFromVersion } from './startDraft.ts'

type Pathway = components['schemas']['PathwaySummary']

/** A published pathway: what it is, its phases, who runs on it, and the way to a draft of it. */
export function PathwayCard({
  pathway,
  drafts,
  onStart,
}: {
  pathway: Pathway
  /** how many drafts there are of it already */
  drafts: number
  /** makes a draft and opens it */
  onStart: (making: () => Promise<string>) => Promise<void>
}) {
  const { t, i18n } = useTranslation('home')
  const { ref, inViewport } = useInViewport<HTMLLIElement>()
  const next = useOneAtATime()
  const own = useOneAtATime()
  const { details } = useVersion(pathway.pathway, inViewport ? pathway.version : undefined)
  const { data: versions } = useQuery({
    queryKey: ['versions', pathway.pathway],
    queryFn: () =>
      answered(api().GET('/api/v1/pathways/{pathway}/versions', { params: { path: { pathway: pathway.pathway } } })),
    enabled: inViewport,
  })
  const document = details && asDraftDocument(details.document)
  const phases = document ? phasesOf(document.states) : []
  const live = versions?.items.reduce((sum, { journeys }) => sum + (journeys?.live ?? 0), 0)
  const title = textIn(pathway.title, i18n.language)
  return (
    <li ref={ref} className={classes.card}>
      <h3 className={classes.title}>
        <Link href={`/pathways/${pathway.pathway}`}>{title}</Link>
      </h3>
      {document?.description && <p className={classes.text}>{textIn(document.description, i18n.language)}</p>}
      {phases.length > 0 && (
        <ol className={classes.phases} aria-label={t('phases')}>
          {phases.map((label) => (
            <li key={textIn(label, i18n.language)}>{textIn(label, i18n.language)}</li>
          ))}
        </ol>
      )}
      <p className={classes.facts}>
        {pathway.isInUse
          ? t('versionInUse', { version: pathway.version })
          : t('versionStarts', {
              version: pathway.version,
              when: dayInWords(pathway.startsOn, i18n.language),
            })}
        {live !== undefined && <span>{t('running', { count: live })}</span>}
        {drafts > 0 && <span>{t('draftsOf', { count: drafts })}</span>}
      </p>
      <div className={classes.actions}>
        <Button
          variant="default"
          size="compact-md"
          loading={next.isBusy}
          onClick={() => next.begin(() => onStart(() => draftFromVersion(pathway.pathway, pathway.version)))}
        >
          {t('edit')}
          <span className="visually-hidden">: {title}</span>
        </Button>
        <Button
          variant="default"
          size="compact-md"
          title={t('ownHint')}
          loading={own.isBusy}
          onClick={() => own.begin(() => onStart(() => ownFromVersion(pathway.pathway, pathway.version)))}
        >
          {t('own')}
          <span className="visually-hidden">: {title}</span>
        </Button>
        <Link href={`/pathways/${pathway.pathway}`} className={classes.link}>
          {t('versions')}
          <span className="visually-hidden">: {title}</span>
        </Link>
      </div>
    </li>
  )
}

/** The labels of phases, those inside others behind them. */
function phasesOf(states: Readonly<Record<string, DraftState>>): NonNullable<DraftState['phase']>['label'][] {
  return Object.values(states).flatMap(({ phase, states: inside = {} }) => [
    ...(phase ? [phase.label] : []),
    ...phasesOf(inside),
  ])
}
