import type { inspectorCommon as finnish } from '../fi/inspectorCommon.ts'
import type { Translated } from '../Translated.ts'

export const inspectorCommon: Translated<typeof finnish> = {
  name: 'Name',
  description: 'Description',
  key: 'Identifier',
  yes: 'yes',
  no: 'no',
  identifiers: 'Identifiers and details for other systems',
  identifiersHelp: 'Only needed by those who connect the pathway to other systems.',
  nothingFound: 'Nothing found',
  byHelp: 'If you choose nobody, anyone who may act on the client’s journey may.',
  noPhase: 'No phase',
  newTask: 'New task',
  newTaskName: 'Name of the new task',
  newCriterion: 'New criterion',
  actionsHelp: 'The name by which another system knows what to do.',
  meta: 'Extra details for systems',
  metaHelp: 'Polku keeps these but does not use them itself.',
  endCode: 'Identifier of the end',
  settingName: 'Name of the setting',
}
