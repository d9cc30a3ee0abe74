import { IconBan, IconFlag, IconMapPin, IconPuzzle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { dateInWords, dayInWords, textIn } from '../parts/inWords.ts'
import classes from './Walk.module.css'
import { useWalking } from './WalkContext.tsx'
import type { Point } from './walkTypes.ts'
import { endInWords, moduleInWords, placeInWords, placesInWords, stateInWords } from './walkWords.ts'

/** Where the client is: phases and states, what holds them, modules that run, or how the journey has ended. */
export function Where() {
  const { t } = useTranslation('walk')
  const { point, words, choose } = useWalking()
  const { phases, states, suspensions, modules, end } = point
  const { language } = words
  return (
    <section aria-labelledby="walk-where">
      <h3 id="walk-where" className={classes.heading}>
        {t('where')}
      </h3>
      <ul className={classes.plain}>
        {end && (
          <li className={classes.line}>
            <IconFlag size={18} aria-hidden className={classes.icon} />
            <strong>
              {t('journeyEnded', {
                name: end.label ? textIn(end.label, language) : endInWords(words, null, end.code),
                date: dateInWords(end.at, language),
              })}
            </strong>
          </li>
        )}
        {states.map((state) => {
          const phase = phases.findLast((one) => state === one.state || state.startsWith(`${one.state}.`))
          return (
            <li key={state} className={classes.line}>
              <IconMapPin size={18} aria-hidden className={classes.icon} />
              <span>
                {choose ? (
                  <button type="button" className={classes.link} onClick={() => choose({ kind: 'state', state })}>
                    {placeInWords(words, null, state)}
                  </button>
                ) : (
                  placeInWords(words, null, state)
                )}
                {phase && (
                  <span className={classes.quiet}>
                    {' '}
                    {phase.state !== state && stateInWords(words, null, phase.state)}{' '}
                    {t('since', { date: dateInWords(phase.since, language) })}
                  </span>
                )}
              </span>
            </li>
          )
        })}
        {suspensions.map(({ id, code, label, reviewDate }) => (
          <li key={id} className={classes.late}>
            <IconBan size={18} aria-hidden className={classes.icon} />
            {code === null
              ? t('suspendedPlain', { date: dayInWords(reviewDate, language) })
              : t('suspended', { name: textIn(label, language) || code, date: dayInWords(reviewDate, language) })}
          </li>
        ))}
        {modules.map((one) => (
          <li key={one.journey} className={classes.line}>
            <IconPuzzle size={18} aria-hidden className={classes.icon} />
            <Module module={one} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Module({ module }: { module: Point['modules'][number] }) {
  const { t } = useTranslation('walk')
  const { words } = useWalking()
  const name = moduleInWords(words, { name: module.module, label: module.label })
  if (module.status === 'active') {
    return <span>{t('moduleAt', { name, places: placesInWords(words, module.module, module.states) })}</span>
  }
  const { end } = module
  if (!end) return <span className={classes.quiet}>{t('moduleOverPlain', { name })}</span>
  const ended = end.label ? textIn(end.label, words.language) : endInWords(words, module.module, end.code)
  return <span className={classes.quiet}>{t('moduleOver', { name, end: ended })}</span>
}
