import type { PathwayInput } from '../engine/pathway/document.ts'

/**
 * The service-need assessment, as Mahis and Suunto both have it (000a:M02, 000a:M03): facts are the client's, so one
 * pathway reads what the other has recorded, and they must mean the same. Also who takes part in it, and by when.
 */

export const assessmentFacts = {
  serviceNeed: {
    type: 'choice',
    label: { fi: 'Palvelutarve', sv: 'Servicebehov', en: 'Service need' },
    description: {
      fi: 'Palvelutarpeen arvion tulos: vaihe, josta asiakas hyötyy nyt.',
      sv: 'Resultatet av bedömningen av servicebehovet: den fas som klienten nu har nytta av.',
      en: 'Result of the service-need assessment: the phase that serves the client now.',
    },
    options: [
      { code: 'kuntoutus', label: { fi: 'Kuntoutus', sv: 'Rehabilitering', en: 'Rehabilitation' } },
      { code: 'koulutus', label: { fi: 'Koulutus', sv: 'Utbildning', en: 'Training' } },
      { code: 'tyollistyminen', label: { fi: 'Työllistyminen', sv: 'Sysselsättning', en: 'Employment' } },
    ],
    source: '000a:M02',
  },
  functionalCapacity: {
    type: 'text',
    label: { fi: 'Työ- ja toimintakyky', sv: 'Arbets- och funktionsförmåga', en: 'Work and functional capacity' },
    class: 'health',
    maxLength: 4000,
    source: '000a:M03',
  },
} satisfies PathwayInput['facts']

export const assessmentRoles = {
  adviser: {
    label: { fi: 'Työvoimaneuvoja', sv: 'Arbetskraftsrådgivare', en: 'Employment adviser' },
    source: '000a:M07',
  },
  assessor: {
    lane: 'provider',
    label: { fi: 'Palvelutarpeen arvioija', sv: 'Bedömare av servicebehovet', en: 'Service-need assessor' },
    source: '000a:M03',
  },
} satisfies PathwayInput['caseRoles']

export const assessmentParameters = {
  arvionMaaraaika: {
    type: 'duration',
    label: {
      fi: 'Palvelutarpeen arvion kirjaamisen määräaika',
      sv: 'Tid för att anteckna bedömningen av servicebehovet',
      en: 'Time to record the service-need assessment',
    },
    default: { workingDays: 5 },
    origin: 'ours',
  },
} satisfies PathwayInput['parameters']

export const assessmentTasks = {
  serviceNeedAssessment: {
    label: { fi: 'Palvelutarpeen arvio', sv: 'Bedömning av servicebehovet', en: 'Service-need assessment' },
    role: 'assessor',
    form: [
      { fact: 'serviceNeed', required: true },
      { fact: 'functionalCapacity', required: true },
    ],
    due: { parameter: 'arvionMaaraaika' },
    escalateTo: 'adviser',
    source: '000a:M03',
  },
} satisfies PathwayInput['taskDefinitions']
