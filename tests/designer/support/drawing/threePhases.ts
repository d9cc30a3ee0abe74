import { definePathway } from '../../../../engine/pathway/document.ts'

/** The least that a service promises: three phases, a criterion between them, and a follow-up every two months. */
export const threePhases = definePathway({
  id: 'tukipolku',
  title: { fi: 'Tukipolku', sv: 'Stödstig', en: 'Support' },
  caseRoles: {
    valmentaja: { label: { fi: 'Valmentaja', sv: 'Tränare', en: 'Coach' } },
    ohjaaja: { lane: 'provider', label: { fi: 'Ohjaaja' }, source: 'sopimus 3 §' },
  },
  parameters: {
    vali: { type: 'duration', label: { fi: 'Tapaamisten väli' }, default: 'P2M', origin: 'ours' },
  },
  facts: {
    days: { type: 'number', label: { fi: 'Päiviä viikossa' }, unit: 'pv/vko', min: 0, max: 7 },
    need: {
      type: 'choice',
      label: { fi: 'Palvelutarve' },
      options: [
        { code: 'tuki', label: { fi: 'Tuki' } },
        { code: 'tyo', label: { fi: 'Työ' } },
      ],
    },
  },
  criteria: {
    jaksaa: {
      label: { fi: 'Jaksaa viisi päivää' },
      when: 'days >= 5 and need = "tyo"',
      overridable: { by: ['valmentaja'] },
    },
  },
  taskDefinitions: {
    tapaaminen: {
      label: { fi: 'Tapaaminen' },
      role: 'ohjaaja',
      parties: ['valmentaja'],
      form: [
        { fact: 'days', required: true },
        { name: 'muuta', label: { fi: 'Muuta' }, value: { type: 'text' } },
      ],
      due: { workingDays: 10 },
    },
  },
  exits: { muutto: { label: { fi: 'Muutto' }, outcome: 'transferred', by: ['valmentaja'] } },
  initial: 'alku',
  states: {
    alku: {
      phase: {
        label: { fi: 'Alkukartoitus' },
        goal: { fi: 'Tarve tunnetaan.' },
        responsible: 'valmentaja',
        services: [{ id: 'haastattelu', label: { fi: 'Haastattelu' } }],
        responsibilities: { ohjaaja: { fi: 'Haastattelee.' } },
      },
      on: { aloitaTuki: { target: 'tuki', label: { fi: 'Aloita tuki' }, criteria: ['jaksaa'], by: ['valmentaja'] } },
    },
    tuki: {
      phase: { label: { fi: 'Tukijakso' }, goal: { fi: 'Arki kantaa.' }, responsible: 'ohjaaja' },
      followUps: {
        tapaamiset: {
          label: { fi: 'Tapaamiset' },
          every: { parameter: 'vali' },
          shift: 'nextWorkingDay',
          task: 'tapaaminen',
        },
      },
      on: { siirryTyohon: { target: 'tyo', label: { fi: 'Siirry työhön' }, effect: 'service', reasonRequired: true } },
    },
    tyo: {
      phase: { label: { fi: 'Työn alku' }, goal: { fi: 'Työ jatkuu.' }, responsible: 'ohjaaja' },
      initial: 'koeaika',
      states: {
        koeaika: {
          label: { fi: 'Koeaika' },
          tasks: ['tapaaminen'],
          on: { koeaikaOhi: { target: 'ohi', label: { fi: 'Koeaika ohi' } } },
        },
        ohi: { type: 'final', label: { fi: 'Koeaika on ohi' } },
      },
      onDone: { target: 'valmis', label: { fi: 'Polku on valmis' } },
    },
    valmis: {
      type: 'final',
      label: { fi: 'Valmis' },
      end: { code: 'valmis', label: { fi: 'Valmis' }, outcome: 'completed' },
    },
  },
})
