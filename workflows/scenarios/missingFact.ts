import { assessment, habits, mahis, proposed, threeParty } from './habits.ts'
import { kaisa, mervi, olli, saara } from './people.ts'
import type { Scenario } from './scenario.ts'

export const missingFact: Scenario = {
  id: 'missing-fact',
  client: { name: 'Maija Mallikas', language: 'fi' },
  story: 'Koulutukseen pääsyä ei voi ratkaista, ennen kuin puuttuva tieto tunneista on kirjattu.',
  responsible: saara,
  habits,
  steps: [
    { on: 'ma 2.2.2026', by: saara, act: { do: 'start' }, expect: { due: { kesto: 'su 22.2.2026' } } },
    {
      on: 'ke 25.2.2026',
      by: mervi,
      act: {
        do: 'complete',
        task: 'serviceNeedAssessment',
        form: assessment('kuntoutus', 'Selkäoireita, muuten hyvä.'),
      },
    },
    { on: 'ma 2.3.2026', by: saara, act: { do: 'accept', proposal: proposed.rehabilitation } },
    {
      on: 'ma 4.5.2026',
      by: saara,
      act: {
        do: 'complete',
        task: 'networkMeeting',
        form: { situationAndGoals: 'Käy kuntoutuksessa joka arkipäivä.', daysPerWeek: 5 },
      },
    },
    {
      on: 'ti 5.5.2026',
      by: saara,
      act: { do: 'send', event: 'aloitaKoulutus' },
      refused: { code: 'unknown', criteria: ['sitoutuminen'], lacks: ['hoursPerDay'] },
      expect: { states: ['kuntoutus'] },
    },
    {
      on: 'ke 6.5.2026',
      by: kaisa,
      act: { do: 'record', facts: { hoursPerDay: 6 }, source: 'kuntoutuksen ohjaajan havainto' },
    },
    {
      on: 'to 7.5.2026',
      by: saara,
      act: { do: 'send', event: 'aloitaKoulutus' },
      expect: { due: { kolmikanta: 'ti 7.7.2026' } },
    },
    {
      on: 'pe 10.7.2026',
      by: saara,
      act: {
        do: 'complete',
        task: 'threePartyMeeting',
        form: threeParty('Viihtyy opinnoissa.', 'Syksyllä työssäoppiminen.'),
      },
    },
    { on: 'ma 2.11.2026', by: olli, act: { do: 'send', event: 'tutkinnonOsaPaattymassa' } },
    {
      on: 'to 5.11.2026',
      by: saara,
      act: {
        do: 'complete',
        task: 'threePartyMeeting',
        form: threeParty('Tutkinnon osa suoritettu.', 'Haluaa nyt töihin.'),
      },
    },
    { on: 'pe 6.11.2026', by: olli, act: { do: 'send', event: 'opinnotPaattyvat' } },
    {
      on: 'ma 9.11.2026',
      by: saara,
      act: { do: 'accept', proposal: 'koulutus.opinnot/done/0' },
      // two months on is a Saturday
      expect: { states: ['tyollistyminen'], due: { salkku: 'ma 11.1.2027' } },
    },
  ],
  cameDue: {
    verkostotapaaminen: ['ma 4.5.2026', 'ma 3.8.2026', 'ma 2.11.2026', 'ti 2.2.2027', 'ma 3.5.2027'],
    kolmikanta: ['ti 7.7.2026'],
    salkku: ['ma 11.1.2027', 'ti 9.3.2027', 'ma 10.5.2027'],
  },
  modules: [mahis('ma 2.2.2026', 'su 22.2.2026', 'ke 25.2.2026')],
  ends: null,
}
