import { definePathway } from '../../../../engine/pathway/document.ts'

/** A document with a value of every kind that criteria may name. */
export const criteriaDocument = definePathway({
  id: 'ehdot',
  title: { fi: 'Ehdot' },
  facts: {
    daysPerWeek: {
      type: 'number',
      unit: 'd/week',
      label: { fi: 'Päiviä viikossa', sv: 'Dagar i veckan', en: 'Days a week' },
    },
    hoursPerDay: {
      type: 'number',
      unit: 'h/d',
      label: { fi: 'Tunteja päivässä', sv: 'Timmar om dagen', en: 'Hours a day' },
    },
    minWeek: { type: 'number', unit: 'd/week', label: { fi: 'Sovitut päivät' } },
    points: { type: 'number', label: { fi: 'Pisteet', sv: 'Poäng', en: 'Points' } },
    need: {
      type: 'choice',
      label: { fi: 'Palvelutarve', sv: 'Servicebehov', en: 'Service need' },
      options: [
        { code: 'a', label: { fi: 'Kuntoutus', sv: 'Rehabilitering', en: 'Rehabilitation' } },
        { code: 'b', label: { fi: 'Koulutus', sv: 'Utbildning', en: 'Training' } },
      ],
    },
    inWork: { type: 'boolean', label: { fi: 'Työssä', sv: 'I arbete', en: 'In work' } },
    start: { type: 'date', label: { fi: 'Aloituspäivä', sv: 'Startdag', en: 'Start date' } },
    note: { type: 'text', label: { fi: 'Muistiinpano', sv: 'Anteckning', en: 'Note' } },
  },
  parameters: {
    minDays: { type: 'number', unit: 'd/week', label: { fi: 'Vähimmäispäivät' }, default: 3, origin: 'ours' },
  },
  caseRoles: { coach: { label: { fi: 'Valmentaja' } } },
  taskDefinitions: { review: { label: { fi: 'Väliarvio', sv: 'Mellanbedömning', en: 'Review' }, role: 'coach' } },
  initial: 'alku',
  states: { alku: {} },
})
