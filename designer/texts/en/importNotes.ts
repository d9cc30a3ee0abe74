import type { importNotes as finnish } from '../fi/importNotes.ts'
import type { Translated } from '../Translated.ts'

export const importNotes: Translated<typeof finnish> = {
  'not-a-machine': 'There is no machine in the file.',
  'not-understood': 'The machine could not be read: {{why}}',
  'renamed-pathway': 'The identifier “{{from}}” of the pathway is now “{{to}}”.',
  'renamed-state': 'The name “{{from}}” stays. The name that systems use is now “{{to}}”.',
  'renamed-event': 'The name “{{from}}” stays. The name that systems use is now “{{to}}”.',
  'renamed-action': 'The identifier “{{from}}” of the action is now “{{to}}”.',
  'root-done':
    'No transition can follow when the whole machine is done, so it was left out. Add an end to the pathway.',
  proposed:
    'What time, conditions or an end set off is proposed to a person here. Mark it as happening by itself where nobody needs to decide.',
  'too-deep': 'There are too many phases inside each other: the innermost was left out.',
  'not-states': 'There are no phases inside that can be read: left out.',
  'not-a-state': 'This is not a phase of its own: left out.',
  'unknown-state-key': '“{{key}}” has no place in a pathway: left out.',
  'unknown-transition-key': '“{{key}}” has no place in a transition: left out.',
  'not-a-transition': 'This cannot be read as a transition: it leads nowhere. Choose where it leads.',
  'target-not-a-name': 'A transition leads to a phase by its name: anything else was left out. Choose where it leads.',
  'target-nowhere': 'There is no “{{target}}”. Choose where the transition leads.',
  'history-targets': 'A return leads to one place: the first stayed.',
  'initial-actions': 'The actions of the beginning were left out. Add them to the phase that one begins in.',
  'initial-unknown': 'The first phase was not found. Choose where one begins.',
  'code-action':
    'An action written as program code was left out. In a pathway an action has a name, and another system does it.',
  'params-not-json': 'The details of the action could not be read: left out.',
  'meta-not-json': 'The details could not be read: left out.',
  'description-cut': 'Of the description the first 2,000 characters stayed.',
  'guard-parts': 'The parts of the condition “{{guard}}” were left out. Write them into its criterion.',
  'guard-code': 'A condition written as program code became a criterion. Write when it holds.',
  'guard-criterion': 'The condition “{{guard}}” became the criterion “{{criterion}}”. Write when it holds.',
  actor: 'The actor “{{actor}}” has no place in a pathway. Make it a task, or an action that is answered by an event.',
  'actor-event': 'This became the event “{{event}}”, to be sent when the work is done.',
  'rounded-delay': 'The time of {{delay}} ms was rounded.',
  'named-delay':
    'The time “{{delay}}” became the setting “{{parameter}}”. Write how long it is; until then it is a day.',
}
