import { definePathway } from '../engine/index.ts'

const label = (fi: string) => ({ fi, sv: fi, en: fi })

/**
 * The pathway that steps are measured on: Suunto's numeric criterion on the way there, a follow-up and a task in the
 * state, so that every step decides a criterion, cancels and arms a timer, and writes what a real one writes.
 */
export const benchPathway = definePathway({
  id: 'bench',
  title: label('Mittaus'),
  facts: {
    daysPerWeek: { type: 'number', unit: 'd/week', min: 0, max: 7, label: label('Päiviä viikossa') },
    hoursPerDay: { type: 'number', unit: 'h/d', min: 0, max: 24, label: label('Tunteja päivässä') },
  },
  criteria: {
    sitoutuminen: { label: label('Sitoutuminen'), when: 'daysPerWeek >= 5 and hoursPerDay >= 6', source: '000a:M02' },
  },
  caseRoles: { counsellor: { label: label('Ohjaaja') } },
  taskDefinitions: { portfolioReview: { label: label('Salkku'), role: 'counsellor', due: { workingDays: 10 } } },
  initial: 'kuntoutus',
  states: {
    kuntoutus: {
      followUps: { salkku: { every: 'P2M', shift: 'nextWorkingDay', task: 'portfolioReview' } },
      on: { aloita: { target: 'koulutus', criteria: ['sitoutuminen'], by: ['counsellor'], effect: 'service' } },
    },
    koulutus: {
      followUps: { kolmikanta: { after: 'P2M', until: 'P3M', shift: 'nextWorkingDay', task: 'portfolioReview' } },
      on: { palaa: { target: 'kuntoutus', by: ['counsellor'] }, valmis: 'valmis' },
    },
    valmis: { type: 'final', end: { code: 'valmis', label: label('Valmis'), outcome: 'completed' } },
  },
})
