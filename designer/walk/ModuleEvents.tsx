import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { draftTransitions, eventName } from '../../engine/pathway/words/index.ts'
import classes from './Walk.module.css'
import { useWalking } from './WalkContext.tsx'
import type { Point } from './walkTypes.ts'
import { moduleInWords, type WalkWords } from './walkWords.ts'

/** What can be sent to the modules that run: they have steps of their own, taken beside the client's. */
export function ModuleEvents() {
  const { t } = useTranslation('walk')
  const { point, words, isNow, take } = useWalking()
  if (!isNow) return null
  return point.modules.map((module) => {
    const events = module.status === 'active' ? eventsOf(module, words) : []
    if (events.length === 0) return null
    const name = moduleInWords(words, { name: module.module, label: module.label })
    return (
      <section key={module.journey} aria-label={t('inModule', { name })}>
        <h3 className={classes.heading}>{t('inModule', { name })}</h3>
        <div className={classes.row}>
          {events.map((event) => (
            <Button
              key={event}
              size="compact-md"
              variant="default"
              className={classes.event ?? ''}
              onClick={() => take({ do: 'send', event, in: module.module })}
            >
              {eventName(words.documentOf(module.module), event, words.language)}
            </Button>
          ))}
        </div>
      </section>
    )
  })
}

/** The events that a module's active states, and those around them, answer to. */
function eventsOf({ module, states }: Point['modules'][number], words: WalkWords): string[] {
  const isActive = (source: string): boolean =>
    source === '' || states.some((state) => state === source || state.startsWith(`${source}.`))
  const sent = draftTransitions(words.documentOf(module)).filter(
    ({ kind, event, source }) => kind === 'on' && event !== '*' && isActive(source),
  )
  return [...new Set(sent.map(({ event }) => event))]
}
