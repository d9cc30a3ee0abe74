import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { criterionInWords, criterionName } from '../../../engine/pathway/words/index.ts'
import { setField } from '../../editing/edits/edit.ts'
import { newLabel } from '../../editing/edits/newLabel.ts'
import { useEdits } from '../../editor/DraftContext.tsx'
import { namesOf } from '../../model/readValue.ts'
import type { TransitionPlace } from '../../model/thingAt.ts'
import { Loading } from '../../parts/Loading.tsx'
import { lazyPart } from '../../parts/lazyPart.tsx'
import { FieldFindings, FindingsProvider } from '../FormFindings.tsx'
import { Button } from '../fields/controls.ts'
import classes from '../fields/fields.module.css'
import { PickMany } from '../fields/PickMany.tsx'
import { useField } from '../fields/useField.ts'
import { useReader } from '../fields/useReader.ts'
import { newKey, withNew } from '../fields/useRoles.ts'
import { PlaceProvider, usePlace } from '../PlaceContext.tsx'

const CriterionRule = lazyPart(async () => ({ default: (await import('./CriterionRule.tsx')).CriterionRule }))

/** What must hold before a transition can be taken: criteria of the document, or a new one made in place. */
export function CriteriaField({ place }: { place: TransitionPlace }) {
  const { t } = useTranslation('inspectorRules')
  const { document, language } = useReader()
  const { edit } = useEdits()
  const { asSame } = usePlace()
  const { value, put } = useField(['criteria'], t('criteria'))
  const [open, setOpen] = useState<string>()
  const names = namesOf(value)
  const known = Object.keys(document.criteria ?? {})
  return (
    <div>
      <PickMany
        label={t('criteria')}
        help={t('criteriaHelp')}
        names={names}
        options={known.map((name) => ({ value: name, label: criterionName(document, name, language) }))}
        addLabel={t('addCriterion')}
        isOrdered
        placeOf={(name) => ({ kind: 'criterion', name })}
        below={(name) =>
          known.includes(name) && (
            <>
              <p className={classes.quiet}>{criterionInWords(document, name, language)}</p>
              <Button
                variant="subtle"
                size="compact-sm"
                aria-expanded={open === name}
                onClick={() => setOpen(open === name ? undefined : name)}
              >
                {t(open === name ? 'closeRule' : 'editRule')}
                <span className="visually-hidden">: {criterionName(document, name, language)}</span>
              </Button>
              {open === name && (
                <div className={classes.box}>
                  <FindingsProvider place={{ kind: 'criterion', name }}>
                    <PlaceProvider place={{ kind: 'criterion', name }} asSame={asSame}>
                      <Suspense fallback={<Loading />}>
                        <CriterionRule />
                      </Suspense>
                    </PlaceProvider>
                  </FindingsProvider>
                </div>
              )}
            </>
          )
        }
        onChange={(next) => put(next.length === 0 ? undefined : next)}
        newLabel={t('newCriterion')}
        newName={t('newCriterionName')}
        onNew={(name) => {
          const key = newKey(document, 'criterion', name, 'kriteeri')
          const definition = { label: newLabel(name, language), when: 'null' }
          const edits = withNew('criterion', key, definition, setField(place, ['criteria'], [...names, key]))
          edit({ text: 'addThing', values: { name } }, edits)
          setOpen(key)
        }}
      />
      <FieldFindings at={['criteria']} />
    </div>
  )
}
