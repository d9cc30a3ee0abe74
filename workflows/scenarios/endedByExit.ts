import { assessment } from './habits.ts'
import { petri } from './people.ts'
import type { Scenario } from './scenario.ts'

export const endedByExit: Scenario = {
  id: 'ended-by-exit',
  client: { name: 'Sirpa Harjoitus', language: 'fi' },
  story: 'Arvio myöhästyy ja siirtyy neuvojalle, ja polku päättyy kesken kuntoutuksen, kun asiakas muuttaa pois.',
  responsible: petri,
  habits: { networkMeeting: { by: petri, form: { situationAndGoals: 'Kuntoutus jatkuu.' } } },
  steps: [
    { on: 'ma 9.3.2026', by: petri, act: { do: 'start' }, expect: { due: { kesto: 'su 29.3.2026' } } },
    // the assessor has five working days, Good Friday and Easter Monday left out; then the adviser may do it as well
    {
      on: 'ti 14.4.2026',
      by: petri,
      act: { do: 'complete', task: 'serviceNeedAssessment', form: assessment('kuntoutus', 'Unihäiriö hoidossa.') },
    },
    { on: 'ke 15.4.2026', by: petri, act: { do: 'send', event: 'aloitaKuntoutus' } },
    {
      on: 'pe 14.8.2026',
      by: petri,
      act: { do: 'exit', code: 'muutto', reason: 'Muuttaa toiselle paikkakunnalle, jatko sovittu sikäläisten kanssa.' },
      expect: { tasks: [], due: { verkostotapaaminen: null } },
    },
    {
      on: 'ma 17.8.2026',
      by: petri,
      act: { do: 'send', event: 'aloitaKoulutus' },
      refused: { code: 'ended' },
    },
  ],
  cameDue: { verkostotapaaminen: ['ti 9.6.2026'] },
  modules: [
    {
      module: 'mahis',
      began: 'ma 9.3.2026',
      // five working days after the end, and five more: the assessment waits to be recorded
      cameDue: { kesto: ['su 29.3.2026'], arvioOdottaa: ['ti 7.4.2026', 'ti 14.4.2026'] },
      ends: { code: 'arvioKirjattu', on: 'ti 14.4.2026' },
    },
  ],
  ends: { code: 'muutto', on: 'pe 14.8.2026' },
}
