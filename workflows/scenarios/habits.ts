import { saara, tuula } from './people.ts'
import type { ExpectedModule, Habit, Values } from './scenario.ts'

const networkMeeting: Habit = {
  by: saara,
  form: { situationAndGoals: 'Tilanne käyty läpi, tavoitteet pysyvät.' },
}
const portfolioReview: Habit = { by: tuula, form: { review: 'Salkku käyty läpi, työnhaku etenee.' } }

/** What the adviser and the work coach do without being told: hold the meeting, go through the portfolio. */
export const habits: Readonly<Record<string, Habit>> = { networkMeeting, portfolioReview }

/** A filled-in three-party meeting. */
export const threeParty = (progress: string, nextSteps: string): Values => ({ progress, nextSteps })

/** A filled-in service-need assessment. */
export const assessment = (serviceNeed: string, functionalCapacity: string): Values => ({
  serviceNeed,
  functionalCapacity,
})

const afterMahis = 'kartoitus.arviointi.mahis/arvioKirjattu'

/** What is proposed when Mahis ends: the phase that the assessment points to, or an assessment without Mahis. */
export const proposed = {
  rehabilitation: `${afterMahis}/0`,
  training: `${afterMahis}/1`,
  withoutMahis: 'kartoitus.arviointi.mahis/arvioiIlmanMahista/0',
  trainingAfterSupport: 'kuntoutus/aloitaKoulutus/0',
}

/** Mahis as it mostly goes: its twenty days pass, then the assessment is recorded, and with that it ends. */
export const mahis = (began: string, twentyDaysOn: string, recorded: string): ExpectedModule => ({
  module: 'mahis',
  began,
  cameDue: { kesto: [twentyDaysOn] },
  ends: { code: 'arvioKirjattu', on: recorded },
})

/** The review after an employment, when it has not come due by the last day. */
export const laterReview = (began: string): ExpectedModule => ({
  module: 'jalkiseuranta',
  began,
  cameDue: {},
  ends: null,
})
