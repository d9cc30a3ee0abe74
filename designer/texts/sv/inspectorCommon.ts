import type { inspectorCommon as finnish } from '../fi/inspectorCommon.ts'
import type { Translated } from '../Translated.ts'

export const inspectorCommon: Translated<typeof finnish> = {
  name: 'Namn',
  description: 'Beskrivning',
  key: 'Beteckning',
  yes: 'ja',
  no: 'nej',
  identifiers: 'Beteckningar och uppgifter för system',
  identifiersHelp: 'Dessa behövs bara av den som kopplar servicestigen till andra system.',
  nothingFound: 'Hittas inte',
  byHelp: 'Om du inte väljer någon får alla som får behandla klientens stig.',
  noPhase: 'Ingen fas',
  newTask: 'Ny uppgift',
  newTaskName: 'Den nya uppgiftens namn',
  newCriterion: 'Nytt övergångskriterium',
  actionsHelp: 'Namnet som säger ett annat system vad det ska göra.',
  meta: 'Tilläggsuppgifter för system',
  metaHelp: 'Polku bevarar dessa men använder dem inte själv.',
  endCode: 'Slutets beteckning',
  settingName: 'Inställningens namn',
}
