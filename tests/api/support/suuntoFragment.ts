import { definePathway } from '../../../engine/index.ts'

const text = (fi: string, sv: string, en: string) => ({ fi, sv, en })

/** A small pathway in the manner of Suunto, with one of everything that the API speaks of. */
export const suuntoFragment = definePathway({
  id: 'suunto',
  title: text('Suunto, osa', 'Suunto, en del', 'Suunto, a part'),
  caseRoles: {
    counsellor: { label: text('Ohjaaja', 'Handledare', 'Counsellor') },
    coach: { label: text('Valmentaja', 'Coach', 'Coach') },
  },
  facts: {
    daysPerWeek: {
      type: 'number',
      unit: 'd/week',
      min: 0,
      max: 7,
      label: text('Päiviä viikossa', 'Dagar i veckan', 'Days a week'),
    },
    hoursPerDay: {
      type: 'number',
      unit: 'h/d',
      min: 0,
      max: 24,
      label: text('Tunteja päivässä', 'Timmar om dagen', 'Hours a day'),
    },
  },
  criteria: {
    sitoutuminen: {
      label: text('Sitoutuminen', 'Engagemang', 'Commitment'),
      when: 'daysPerWeek >= 5 and hoursPerDay >= 6',
      overridable: { by: ['counsellor'] },
    },
  },
  parameters: {
    salkunVali: {
      type: 'duration',
      label: text('Salkun väli', 'Intervall', 'Interval'),
      default: 'P2M',
      origin: 'ours',
    },
  },
  taskDefinitions: {
    portfolioReview: {
      label: text('Salkun arviointi', 'Genomgång av portfolion', 'Portfolio review'),
      role: 'coach',
      due: { workingDays: 10 },
      form: [
        { fact: 'daysPerWeek', required: true },
        { fact: 'hoursPerDay' },
        { name: 'review', label: text('Arvio', 'Bedömning', 'Review'), value: { type: 'text' } },
      ],
    },
  },
  exits: {
    keskeytys: { label: text('Keskeytys', 'Avbrott', 'Interruption'), outcome: 'interrupted', by: ['counsellor'] },
  },
  initial: 'kartoitus',
  states: {
    kartoitus: {
      phase: {
        label: text('Kartoitus', 'Kartläggning', 'Mapping'),
        goal: text('Tarve tunnetaan.', 'Behovet är känt.', 'The need is known.'),
        responsible: 'counsellor',
      },
      on: { aloitaKuntoutus: { target: 'kuntoutus', by: ['counsellor'], effect: 'service' } },
    },
    kuntoutus: {
      enterable: true,
      phase: {
        label: text('Kuntoutus', 'Rehabilitering', 'Rehabilitation'),
        goal: text('Asiakas jaksaa.', 'Klienten orkar.', 'The client copes.'),
        responsible: 'counsellor',
      },
      followUps: { salkku: { every: { parameter: 'salkunVali' }, shift: 'nextWorkingDay', task: 'portfolioReview' } },
      on: {
        aloitaKoulutus: { target: 'koulutus', criteria: ['sitoutuminen'], by: ['counsellor'], effect: 'service' },
      },
    },
    koulutus: {
      enterable: true,
      after: {
        P3M: {
          target: 'tyossa',
          label: text('Työhön', 'Till arbete', 'To work'),
          by: ['counsellor'],
          effect: 'service',
        },
      },
      on: { tyollistyi: { target: 'tyossa', by: ['counsellor'], effect: 'service' } },
    },
    tyossa: {
      type: 'final',
      end: { code: 'tyossa', label: text('Työssä', 'I arbete', 'At work'), outcome: 'completed' },
    },
  },
})
