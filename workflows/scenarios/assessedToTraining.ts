import { habits, threeParty } from './habits.ts'
import { olli, saara, tuula } from './people.ts'
import type { Scenario } from './scenario.ts'

export const assessedToTraining: Scenario = {
  id: 'assessed-to-training',
  client: { name: 'Liisa Näyte', language: 'fi' },
  story: 'Aloittaa suoraan koulutuksesta, työllistyy, ja puolen vuoden kuluttua tarkistetaan, miten hänelle on käynyt.',
  responsible: saara,
  habits,
  steps: [
    {
      on: 'ma 1.12.2025',
      by: saara,
      act: { do: 'start', at: 'koulutus' },
      refused: { code: 'reason-required' },
    },
    {
      on: 'ma 1.12.2025',
      by: saara,
      act: {
        do: 'start',
        at: 'koulutus',
        reason: 'Palvelutarpeen arvio tehtiin syksyllä ennen Suuntoa: tarve on koulutus.',
      },
      // two months on is a Sunday
      expect: {
        states: ['koulutus.opinnot.tutkinnonOsa', 'koulutus.koulutusvalmennus.eiKaynnissa'],
        due: { kesto: null, kolmikanta: 'ma 2.2.2026' },
        modules: [],
      },
    },
    {
      on: 'ti 10.2.2026',
      by: saara,
      act: {
        do: 'complete',
        task: 'threePartyMeeting',
        form: threeParty('Viimeinen osa on loppusuoralla.', 'Työnhaku alkaa maaliskuussa.'),
      },
    },
    { on: 'ma 23.2.2026', by: olli, act: { do: 'send', event: 'tutkinnonOsaPaattymassa' } },
    {
      on: 'to 26.2.2026',
      by: saara,
      act: { do: 'complete', task: 'threePartyMeeting', form: threeParty('Tutkinto valmis.', 'Työnhaku alkaa.') },
    },
    { on: 'pe 27.2.2026', by: olli, act: { do: 'send', event: 'opinnotPaattyvat' } },
    {
      on: 'ma 2.3.2026',
      by: saara,
      act: { do: 'accept', proposal: 'koulutus.opinnot/done/0' },
      // 2 May is a Saturday, so the first review is on Monday; the later ones still count from 2 March
      expect: { states: ['tyollistyminen'], due: { salkku: 'ma 4.5.2026' } },
    },
    {
      on: 'ma 14.9.2026',
      by: tuula,
      act: { do: 'send', event: 'tyollistyi' },
      // the journey ends, and the review goes on by itself; six months on is a Sunday
      expect: { tasks: [], modules: ['jalkiseuranta'], due: { jalkiseuranta: 'ma 15.3.2027' } },
    },
    {
      on: 'to 18.3.2027',
      by: tuula,
      act: { do: 'complete', task: 'afterReview', form: { inWork: true, situation: 'Työ jatkuu vakituisena.' } },
      expect: { modules: [] },
    },
  ],
  cameDue: {
    verkostotapaaminen: ['ma 2.3.2026', 'ma 1.6.2026', 'ti 1.9.2026'],
    kolmikanta: ['ma 2.2.2026'],
    salkku: ['ma 4.5.2026', 'to 2.7.2026', 'ke 2.9.2026'],
  },
  modules: [
    {
      module: 'jalkiseuranta',
      began: 'ma 14.9.2026',
      cameDue: { jalkiseuranta: ['ma 15.3.2027'] },
      ends: { code: 'tyossa', on: 'to 18.3.2027' },
    },
  ],
  ends: { code: 'tyollistynyt', on: 'ma 14.9.2026' },
}
