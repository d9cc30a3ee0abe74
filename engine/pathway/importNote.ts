/** What an import has to say: a stable code for programs and translations, the values that its words name, and English. */
export interface ImportNote {
  /** where in the machine */
  path: (string | number)[]
  code: ImportCode
  values: Readonly<Record<string, string>>
  message: string
}

/** What an import may say, in English, with the names of its values in braces. */
const messages = {
  'not-a-machine': 'A machine is an object, but found {{found}}',
  'not-understood': 'The machine was not understood: {{why}}',
  'renamed-pathway': 'The id "{{from}}" became "{{to}}"',
  'renamed-state': 'The state "{{from}}" became "{{to}}"',
  'renamed-event': 'The event "{{from}}" became "{{to}}"',
  'renamed-action': 'The action "{{from}}" became "{{to}}"',
  'root-done': 'The machine itself has no "onDone": left out',
  proposed:
    'What time, conditions and completion drive is proposed to a person here; mark it "automatic" where nobody needs to decide',
  'too-deep': 'Nested too deep: left out',
  'not-states': 'Not an object of states: left out',
  'not-a-state': 'Not a state of its own: left out',
  'unknown-state-key': '"{{key}}" has no place in a pathway: left out',
  'unknown-transition-key': '"{{key}}" has no place in a transition: left out',
  'not-a-transition': 'Not a transition: left without a target',
  'target-not-a-name': 'A target is the name of a state: left out',
  'target-nowhere': 'The target "{{target}}" leads to no state',
  'history-targets': 'A history state has one target: the first stays',
  'initial-actions': 'Actions on the initial transition are left out: use "entry" of the state',
  'initial-unknown': 'The initial state was not found among the states',
  'code-action': 'An action written as code is left out: a pathway names actions, and what they do stands elsewhere',
  'params-not-json': 'Its params are not JSON: left out',
  'meta-not-json': 'It is not a JSON object: left out',
  'description-cut': 'The description was cut to 2000 characters',
  'guard-parts': 'What the guard "{{guard}}" is made of is left out: write it into its criterion',
  'guard-code': 'A guard written as code became a criterion to be written',
  'guard-criterion': 'The guard "{{guard}}" became the criterion "{{criterion}}": write when it holds',
  actor: 'The actor "{{actor}}" has no place in a pathway: make it a task, or an action that is answered by an event',
  'actor-event': 'It became the event "{{event}}", to be sent when the work is done',
  'rounded-delay': 'The delay of {{delay}} ms was rounded',
  'named-delay': 'The delay "{{delay}}" became the parameter "{{parameter}}": set how long it is (a day until then)',
} as const

export type ImportCode = keyof typeof messages

/** Every code that a note may have. */
export const importCodes = Object.keys(messages) as [ImportCode, ...ImportCode[]]

/** A note, with its words in English. */
export function importNote(path: ImportNote['path'], code: ImportCode, values: ImportNote['values'] = {}): ImportNote {
  const message = messages[code].replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '')
  return { path, code, values, message }
}
