import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { transitionInWords } from '../../../engine/pathway/words/index.ts'
import { newLabel } from '../../editing/edits/newLabel.ts'
import { addTransition } from '../../editing/edits/transitions.ts'
import { useEdits, useModel } from '../../editor/DraftContext.tsx'
import { transitionAddress } from '../../model/placeName.ts'
import { type Place, placeKey } from '../../model/places.ts'
import { ListedLinks } from '../fields/ListedLinks.tsx'
import { PickOne } from '../fields/PickOne.tsx'
import { useReader } from '../fields/useReader.ts'
import { useStates } from '../fields/useStates.ts'
import { focusInspector } from '../PlaceLink.tsx'
import { Section } from '../Section.tsx'

/** The ways out of a state and into it. */
export function WaysPart({ state }: { state: string }) {
  const { t } = useTranslation('inspector')
  const { document, language } = useReader()
  const { edit } = useEdits()
  const model = useModel()
  const [newName, setNewName] = useState<string>()
  const options = useStates(t('noPhase'), (path) => path !== state)
  const places = (items: readonly { place: Place }[] | undefined) =>
    (items ?? []).map(({ place }) => ({ place, key: placeKey(place) }))
  const inWords = (place: Place): string =>
    place.kind === 'transition' ? transitionInWords(document, transitionAddress(document, place), language) : ''
  const entering = model.entering.get(state)
  return (
    <Section title={t('ways')}>
      <ListedLinks
        label={state === '' ? t('leavingPathway') : t('leaving')}
        places={places(model.leaving.get(state))}
        below={inWords}
        newLabel={t('newTransition')}
        newName={t('newTransitionName')}
        onNew={setNewName}
      >
        {newName !== undefined && (
          <PickOne
            label={t('whereTo', { name: newName })}
            value={undefined}
            options={options}
            onChange={(target) => {
              if (target === undefined) return
              setNewName(undefined)
              edit(
                { text: 'addTransition', values: { name: newName } },
                addTransition(state, target, newLabel(newName, language)),
              )
              focusInspector()
            }}
          />
        )}
      </ListedLinks>
      {state !== '' && <ListedLinks label={t('arriving')} places={places(entering)} below={inWords} />}
    </Section>
  )
}
