import { saara, tuula } from './people.ts'
import type { Habit, Values } from './scenario.ts'

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
