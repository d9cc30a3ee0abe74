import { useTranslation } from 'react-i18next'
import { followUpInWords, taskName } from '../../../engine/pathway/words/index.ts'
import { setField } from '../../editing/edits/edit.ts'
import { removeInState, renameInState, setRepeating } from '../../editing/edits/inState.ts'
import { newLabel } from '../../editing/edits/newLabel.ts'
import { useEdits, useModel } from '../../editor/DraftContext.tsx'
import { isOfPathway } from '../../model/places.ts'
import { stringOf } from '../../model/readValue.ts'
import { FieldFindings } from '../FormFindings.tsx'
import { ActionsAt } from '../fields/ActionsAt.tsx'
import { Choice } from '../fields/Choice.tsx'
import { ChoiceAt } from '../fields/ChoiceAt.tsx'
import { DurationAt } from '../fields/DurationAt.tsx'
import { EventPicker } from '../fields/EventPicker.tsx'
import { KeyField } from '../fields/KeyField.tsx'
import { PickOne } from '../fields/PickOne.tsx'
import { SwitchAt } from '../fields/SwitchAt.tsx'
import { TextAt } from '../fields/TextAt.tsx'
import { useField } from '../fields/useField.ts'
import { useReader } from '../fields/useReader.ts'
import { newKey, useRoles, withNew } from '../fields/useRoles.ts'
import { usePlace, useThing } from '../PlaceContext.tsx'
import { PlaceLink } from '../PlaceLink.tsx'
import { RemoveThing } from '../RemoveThing.tsx'
import { Folded, Section, Sentence } from '../Section.tsx'
import { AnchorField } from './AnchorField.tsx'
import { NextDates } from './NextDates.tsx'
import { SourceField } from './SourceField.tsx'
import { WhenSuspendedField } from './WhenSuspendedField.tsx'

/** What the pathway promises to do in time, while one is in a state, or all along. */
export default function FollowUpForm() {
  const { t } = useTranslation('inspectorRules')
  const { place } = usePlace()
  const { document, language } = useReader()
  const { edit } = useEdits()
  const thing = useThing()
  const siblings = useModel().states.get(place.kind === 'followUp' ? place.state : '')?.definition.followUps ?? {}
  if (place.kind !== 'followUp') return null
  const isRepeating = thing.every !== undefined
  const untilRepeatingHelp = isOfPathway(place) ? 'untilRepeatingHelpOfPathway' : 'untilRepeatingHelp'
  return (
    <>
      <Sentence>{followUpInWords(document, place.state, place.name, language)}</Sentence>
      <TextAt at={['label']} label={t('name')} />
      <Section title={t('inTime')}>
        <Choice
          label={t('howOften')}
          options={[
            { value: 'every', label: t('repeating'), help: t('repeatingHelp') },
            { value: 'after', label: t('once'), help: t('onceHelp') },
          ]}
          value={isRepeating ? 'every' : 'after'}
          onChange={(next) =>
            edit({ text: 'change', values: { field: t('howOften') } }, setRepeating(place, next === 'every'))
          }
        />
        {isRepeating && <DurationAt at={['every']} label={t('every')} />}
        {(thing.after !== undefined || !isRepeating) && <DurationAt at={['after']} label={t('after')} />}
        <DurationAt
          at={['until']}
          label={t(isRepeating ? 'untilRepeating' : 'untilOnce')}
          help={t(isRepeating ? untilRepeatingHelp : 'untilOnceHelp')}
          isOptional
        />
        <AnchorField place={place} />
        <ChoiceAt
          at={['shift']}
          label={t('shift')}
          byDefault="none"
          options={[
            { value: 'none', label: t('shiftNone') },
            { value: 'nextWorkingDay', label: t('shiftNext') },
            { value: 'previousWorkingDay', label: t('shiftPrevious') },
          ]}
        />
        <DurationAt at={['warnBefore']} label={t('warnBefore')} help={t('warnBeforeHelp')} isOptional />
      </Section>
      <NextDates />
      <Section title={t('whatItDoes')}>
        <TaskField />
        <SentEvent />
        <ActionsAt at={['actions']} label={t('messages')} help={t('messagesHelp')} />
      </Section>
      <Section title={t('exceptions')}>
        {isRepeating && (
          <ChoiceAt
            at={['catchUp']}
            label={t('catchUp')}
            byDefault="once"
            options={[
              { value: 'once', label: t('catchUpOnce'), help: t('catchUpOnceHelp') },
              { value: 'each', label: t('catchUpEach'), help: t('catchUpEachHelp') },
            ]}
          />
        )}
        <WhenSuspendedField />
        <SwitchAt at={['restart']} label={t('restart')} help={t('restartHelp')} />
      </Section>
      <SourceField />
      <Folded title={t('identifiers')}>
        <KeyField
          label={t('key')}
          value={place.name}
          isTaken={(key) => Object.hasOwn(siblings, key)}
          renaming={(key) => renameInState(place, key)}
        />
      </Folded>
      <RemoveThing text="removeFollowUp" edit={removeInState(place)} />
    </>
  )
}

/** The task that it opens. */
function TaskField() {
  const { t } = useTranslation('inspectorRules')
  const { place } = usePlace()
  const { document, language } = useReader()
  const { edit } = useEdits()
  const { value, put } = useField(['task'], t('opensTask'))
  const [role] = useRoles()
  const task = stringOf(value)
  return (
    <div>
      <PickOne
        label={t('opensTask')}
        value={task}
        options={Object.keys(document.taskDefinitions ?? {}).map((name) => ({
          value: name,
          label: taskName(document, name, language),
        }))}
        isOptional
        nothing={t('noTask')}
        onChange={put}
        newLabel={t('newTask')}
        newName={t('newTaskName')}
        onNew={(name) => {
          const key = newKey(document, 'task', name, 'tehtava')
          const definition = { label: newLabel(name, language), role: role?.value ?? '' }
          edit({ text: 'addThing', values: { name } }, withNew('task', key, definition, setField(place, ['task'], key)))
        }}
      />
      {task !== undefined && Object.hasOwn(document.taskDefinitions ?? {}, task) && (
        <PlaceLink place={{ kind: 'task', name: task }}>{t('openTask')}</PlaceLink>
      )}
      <FieldFindings at={['task']} />
    </div>
  )
}

/** The event that it sends. */
function SentEvent() {
  const { t } = useTranslation('inspectorRules')
  const { value, put } = useField(['event'], t('sendsEvent'))
  return (
    <div>
      <EventPicker
        label={t('sendsEvent')}
        help={t('sendsEventHelp')}
        value={stringOf(value)}
        isOptional
        nothing={t('noEvent')}
        onChange={put}
      />
      <FieldFindings at={['event']} />
    </div>
  )
}
