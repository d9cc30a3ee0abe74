import { assessment, habits, mahis, proposed, threeParty } from './habits.ts'
import { mervi, olli, saara } from './people.ts'
import type { Scenario } from './scenario.ts'

export const blockedThenReady: Scenario = {
  id: 'blocked-then-ready',
  client: { name: 'Veikko Koetus', language: 'fi' },
  story: 'Jää kuntoutukseen neljän päivän viikolla ja pääsee koulutukseen, kun viisi päivää ja kuusi tuntia onnistuu.',
  responsible: saara,
  habits,
  steps: [
    { on: 'ma 19.1.2026', by: saara, act: { do: 'start' }, expect: { due: { kesto: 'su 8.2.2026' } } },
    {
      on: 'ke 11.2.2026',
      by: mervi,
      act: {
        do: 'complete',
        task: 'serviceNeedAssessment',
        form: assessment('kuntoutus', 'Jaksaminen vielä vähäistä.'),
      },
    },
    { on: 'ma 16.2.2026', by: saara, act: { do: 'accept', proposal: proposed.rehabilitation } },
    {
      on: 'ma 20.4.2026',
      by: saara,
      act: {
        do: 'complete',
        task: 'networkMeeting',
        form: { situationAndGoals: 'Neljä päivää sujuu, viides on vielä liikaa.', daysPerWeek: 4, hoursPerDay: 6 },
      },
    },
    {
      on: 'ti 21.4.2026',
      by: saara,
      act: { do: 'send', event: 'aloitaKoulutus' },
      refused: { code: 'blocked', criteria: ['sitoutuminen'] },
      expect: { states: ['kuntoutus'] },
    },
    {
      on: 'ma 20.7.2026',
      by: saara,
      act: {
        do: 'complete',
        task: 'networkMeeting',
        form: { situationAndGoals: 'Täysi viikko sujuu.', daysPerWeek: 5, hoursPerDay: 6 },
      },
    },
    {
      on: 'ma 3.8.2026',
      by: saara,
      act: { do: 'send', event: 'aloitaKoulutus' },
      // two months on is a Saturday
      expect: {
        states: ['koulutus.opinnot.tutkinnonOsa', 'koulutus.koulutusvalmennus.eiKaynnissa'],
        due: { kolmikanta: 'ma 5.10.2026' },
      },
    },
    {
      on: 'ke 14.10.2026',
      by: saara,
      act: {
        do: 'complete',
        task: 'threePartyMeeting',
        form: threeParty('Opinnot etenevät hyvin.', 'Ensimmäinen osa valmiiksi tammikuussa.'),
      },
    },
    { on: 'ma 11.1.2027', by: olli, act: { do: 'send', event: 'tutkinnonOsaPaattymassa' } },
    {
      on: 'to 14.1.2027',
      by: saara,
      act: {
        do: 'complete',
        task: 'threePartyMeeting',
        form: threeParty('Ensimmäinen osa valmis.', 'Jatkaa seuraavaan osaan.'),
      },
    },
    {
      on: 'pe 15.1.2027',
      by: olli,
      act: { do: 'send', event: 'seuraavaTutkinnonOsa' },
      expect: { due: { kolmikanta: null }, tasks: [] },
    },
  ],
  cameDue: {
    verkostotapaaminen: ['ma 20.4.2026', 'ma 20.7.2026', 'ma 19.10.2026', 'ti 19.1.2027', 'ma 19.4.2027'],
    kolmikanta: ['ma 5.10.2026'],
  },
  modules: [mahis('ma 19.1.2026', 'su 8.2.2026', 'ke 11.2.2026')],
  ends: null,
}
