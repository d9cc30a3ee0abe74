import { useTranslation } from 'react-i18next'
import { stateName } from '../../../engine/pathway/words/index.ts'
import { newLabel } from '../../editing/edits/newLabel.ts'
import { addState, setParallel } from '../../editing/edits/states.ts'
import { useEdits, useModel } from '../../editor/DraftContext.tsx'
import { keyOf, type Place } from '../../model/places.ts'
import { FieldFindings } from '../FormFindings.tsx'
import { Switch } from '../fields/controls.ts'
import { ListedLinks } from '../fields/ListedLinks.tsx'
import { PickOne } from '../fields/PickOne.tsx'
import { useField } from '../fields/useField.ts'
import { useReader } from '../fields/useReader.ts'
import { focusInspector } from '../PlaceLink.tsx'
import { Section } from '../Section.tsx'

/** The states inside a state, or the phases of the pathway: which comes first, and whether they go on at the same time. */
export function InsidePart({ state }: { state: string }) {
  const { t } = useTranslation('inspector')
  const { document, language } = useReader()
  const { edit } = useEdits()
  const { states } = useModel()
  const item = states.get(state)
  const initial = useField(['initial'], t('initial'))
  if (!item) return null
  const isParallel = item.type === 'parallel'
  const isEnd = (path: string): boolean => states.get(path)?.type === 'final'
  const ends = item.children.filter(isEnd)
  const phases = item.children.filter((path) => !isEnd(path))
  return (
    <Section title={state === '' ? t('course') : t('inside')}>
      <ListedLinks
        label={state === '' ? t('phases') : t('statesInside')}
        {...(state !== '' && { help: t('insideHelp') })}
        places={placesOf(state === '' ? phases : item.children)}
        newLabel={state === '' ? t('newPhase') : t('newState')}
        newName={state === '' ? t('newPhaseName') : t('newStateName')}
        onNew={(name) => {
          edit(
            { text: 'addState', values: { name } },
            addState(state, newLabel(name, language), state === '' ? 'phase' : 'state'),
          )
          focusInspector()
        }}
      />
      {state === '' && ends.length > 0 && <ListedLinks label={t('ends')} places={placesOf(ends)} />}
      {item.children.length > 0 && !isParallel && (
        <div>
          <PickOne
            label={t('initial')}
            help={t('initialHelp')}
            value={typeof initial.value === 'string' ? initial.value : undefined}
            options={item.children.map((path) => ({ value: keyOf(path), label: stateName(document, path, language) }))}
            onChange={initial.put}
          />
          <FieldFindings at={['initial']} />
        </div>
      )}
      {item.children.length > 1 && (
        <Switch
          label={t('parallel')}
          description={t('parallelHelp')}
          checked={isParallel}
          onChange={({ currentTarget }) =>
            edit({ text: 'change', values: { field: t('parallel') } }, setParallel(state, currentTarget.checked))
          }
        />
      )}
    </Section>
  )
}

const placesOf = (paths: readonly string[]): { place: Place; key: string }[] =>
  paths.map((path) => ({ place: { kind: 'state', state: path }, key: path }))
