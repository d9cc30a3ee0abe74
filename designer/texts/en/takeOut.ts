import type { takeOut as finnish } from '../fi/takeOut.ts'
import type { Translated } from '../Translated.ts'

export const takeOut: Translated<typeof finnish> = {
  title: 'Save as a file',
  menu: 'Save as',
  json: 'Pathway (JSON)',
  svg: 'Picture (SVG)',
  mermaid: 'Diagram (Mermaid)',
  stately: 'Machine for Stately (XState)',
  failed: 'The file could not be made. Try again.',
  statelyTitle: 'Export to Stately',
  statelyLoses: 'A machine has no place for everything that the pathway says. This stays behind:',
  statelySave: 'Save the machine',
  lost_texts: 'Names and descriptions in other languages than Finnish.',
  lost_sources: 'The sources of rules.',
  lost_times: 'Months, days and working days: times become milliseconds, and settings their values.',
  lost_criteria: 'Facts about the client and what criteria say: their names stay.',
  lost_roles: 'Who may do what.',
  lost_tasks: 'Tasks and forms.',
  lost_followUps: 'Follow-ups.',
  lost_modules: 'Modules.',
  lost_phases: 'Goals, services and the division of labour of phases.',
  lost_proposals: 'People’s decisions: the machine does itself what the pathway proposes.',
  lost_ends: 'How the pathway ended, and ending before the end.',
  lost_suspensions: 'Suspensions.',
  lost_others: 'Other settings of the pathway’s own, such as asking for a reason.',
}
