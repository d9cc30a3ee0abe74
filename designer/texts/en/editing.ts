import type { editing as finnish } from '../fi/editing.ts'
import type { Translated } from '../Translated.ts'

export const editing: Translated<typeof finnish> = {
  addState: 'add “{{name}}”',
  removeState: 'remove “{{name}}”',
  moveState: 'move “{{name}}”',
  addTransition: 'draw the transition “{{name}}”',
  removeTransition: 'remove the transition “{{name}}”',
  changeTransition: 'change the transition “{{name}}”',
  addFollowUp: 'add the follow-up “{{name}}”',
  removeFollowUp: 'remove the follow-up “{{name}}”',
  addThing: 'add “{{name}}”',
  removeThing: 'remove “{{name}}”',
  change: 'change: {{field}}',
  rename: 'rename “{{name}}”',
  paste: 'paste “{{name}}”',
  duplicate: 'duplicate “{{name}}”',
  extract: 'extract the module “{{name}}”',
  place: 'move in the drawing “{{name}}”',
  arrange: 'lay the drawing out anew',
  fold: 'fold or unfold “{{name}}”',
  mend: 'mend: {{name}}',
  importDocument: 'bring in from a file',
  takeTheirs: 'take the other person’s version',
  restored: 'restore what was not saved',
}
