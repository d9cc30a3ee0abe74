import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Finding } from '../editing/draftStore.ts'
import type { DraftDocument } from '../model/document.ts'
import { placeName } from '../model/placeName.ts'
import { type Place, placeAt } from '../model/places.ts'
import classes from './Walk.module.css'
import { placeInWords, type WalkWords } from './walkWords.ts'

/** Says what to mend before the pathway can be tried, and leads there. */
export function NotPlayable({
  document,
  findings,
  words,
  onChoose,
  onFindings,
}: {
  document: DraftDocument
  findings: readonly Finding[]
  words: WalkWords
  onChoose: ((place: Place) => void) | undefined
  onFindings: (() => void) | undefined
}) {
  const { t } = useTranslation('walk')
  const errors = findings.filter(({ severity }) => severity === 'error')
  return (
    <div className={classes.body} data-single>
      <section className={classes.column}>
        <h3 className={classes.heading}>{t('notPlayable')}</h3>
        <p>{t('notPlayableWhy')}</p>
        <ul className={classes.list}>
          {errors.map(({ code, path, message }) => {
            const place = placeAt(path)
            return (
              <li key={`${code}/${path.join('/')}`}>
                {onChoose ? (
                  <button type="button" className={classes.link} onClick={() => onChoose(place)}>
                    {nameOf(document, place, words)}
                  </button>
                ) : (
                  nameOf(document, place, words)
                )}
                : {message}
              </li>
            )
          })}
        </ul>
        {onFindings && (
          <Button variant="default" size="compact-md" onClick={onFindings}>
            {t('showFindings')}
          </Button>
        )}
      </section>
    </div>
  )
}

/** What a place is called, with the state that it stands in. */
function nameOf(document: DraftDocument, place: Place, words: WalkWords): string {
  if (place.kind === 'state') return placeInWords(words, null, place.state)
  const name = placeName(document, place, words.language)
  return 'state' in place && place.state !== '' ? `${placeInWords(words, null, place.state)}: ${name}` : name
}
