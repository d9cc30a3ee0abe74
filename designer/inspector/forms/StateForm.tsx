import { useTranslation } from 'react-i18next'
import { phaseInWords } from '../../../engine/pathway/words/index.ts'
import { setPhase } from '../../editing/edits/stateKinds.ts'
import { removeState } from '../../editing/edits/states.ts'
import { useEdits, useModel } from '../../editor/DraftContext.tsx'
import { Button } from '../fields/controls.ts'
import { PermissionAt } from '../fields/PermissionAt.tsx'
import { TextAt } from '../fields/TextAt.tsx'
import { useReader } from '../fields/useReader.ts'
import { useRoles } from '../fields/useRoles.ts'
import { usePlace, useThing } from '../PlaceContext.tsx'
import { RemoveThing } from '../RemoveThing.tsx'
import { Section, Sentence } from '../Section.tsx'
import { thingName } from '../thingName.ts'
import { EndPart } from './EndPart.tsx'
import { HistoryPart } from './HistoryPart.tsx'
import { InsidePart } from './InsidePart.tsx'
import { KindOfState } from './KindOfState.tsx'
import { PhasePart } from './PhasePart.tsx'
import { PromisesPart } from './PromisesPart.tsx'
import { StateIdentifiers } from './StateIdentifiers.tsx'
import { WaysPart } from './WaysPart.tsx'

/** A phase, or a state inside one: what it is for, what happens in it, and where one goes from it. */
export default function StateForm() {
  const { t } = useTranslation('inspector')
  const { place } = usePlace()
  const { document, language } = useReader()
  const { edit } = useEdits()
  const thing = useThing()
  const [role] = useRoles()
  const model = useModel()
  const item = place.kind === 'state' ? model.states.get(place.state) : undefined
  if (place.kind !== 'state' || !item) return null
  const isPhase = thing.phase !== undefined
  const isResting = item.type !== 'final' && item.type !== 'history'
  const turn = (
    <div>
      <Button
        variant="subtle"
        size="compact-md"
        onClick={() =>
          edit(
            { text: 'change', values: { field: thingName(document, place, language) } },
            setPhase(place.state, !isPhase, role?.value ?? ''),
          )
        }
      >
        {t(isPhase ? 'makeNoPhase' : 'makePhase')}
      </Button>
    </div>
  )
  return (
    <>
      {isPhase && <Sentence>{phaseInWords(document, place.state, language)}</Sentence>}
      {isPhase ? <PhasePart /> : <TextAt at={['label']} label={t('name')} />}
      <TextAt at={['description']} label={t('description')} isLong />
      {item.children.length === 0 && !isPhase && <KindOfState state={place.state} type={item.type} />}
      {item.type === 'final' && <EndPart />}
      {item.type === 'history' && <HistoryPart state={place.state} />}
      {item.type !== 'history' && <PromisesPart state={place.state} />}
      {item.type !== 'final' && <WaysPart state={place.state} />}
      {isResting && <InsidePart state={place.state} />}
      {isResting && (
        <Section title={t('entering')}>
          <PermissionAt
            at={['enterable']}
            label={t('enterable')}
            help={t('enterableHelp')}
            no={t('enterableNo')}
            anyone={t('enterableAnyone')}
            some={t('onlySome')}
          />
        </Section>
      )}
      {isResting && turn}
      <StateIdentifiers state={place.state} />
      <RemoveThing text="removeState" edit={removeState(place.state)} help={t('removeStateHelp')} />
    </>
  )
}
