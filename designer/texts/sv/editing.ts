import type { editing as finnish } from '../fi/editing.ts'
import type { Translated } from '../Translated.ts'

export const editing: Translated<typeof finnish> = {
  addState: 'lägg till ”{{name}}”',
  removeState: 'ta bort ”{{name}}”',
  moveState: 'flytta ”{{name}}”',
  addTransition: 'rita övergången ”{{name}}”',
  removeTransition: 'ta bort övergången ”{{name}}”',
  changeTransition: 'ändra övergången ”{{name}}”',
  addFollowUp: 'lägg till uppföljningen ”{{name}}”',
  removeFollowUp: 'ta bort uppföljningen ”{{name}}”',
  addThing: 'lägg till ”{{name}}”',
  removeThing: 'ta bort ”{{name}}”',
  change: 'ändra: {{field}}',
  rename: 'byt namn på ”{{name}}”',
  paste: 'klistra in ”{{name}}”',
  duplicate: 'duplicera ”{{name}}”',
  extract: 'bryt ut till modul ”{{name}}”',
  place: 'flytta i bilden ”{{name}}”',
  arrange: 'ordna bilden på nytt',
  fold: 'fäll ihop eller öppna ”{{name}}”',
  mend: 'rätta: {{name}}',
  importDocument: 'hämta från fil',
  takeTheirs: 'ta den andras version',
  restored: 'återställ det osparade',
}
