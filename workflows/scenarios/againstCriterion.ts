import { assessment, habits, laterReview, mahis, proposed, threeParty } from './habits.ts'
import { mervi, saara, tuula } from './people.ts'
import type { Scenario } from './scenario.ts'

export const againstCriterion: Scenario = {
  id: 'against-criterion',
  client: { name: 'Reino Testaaja', language: 'fi' },
  story: 'Siirtyy koulutukseen poikkeamalla: kriteeri ei täyty, mutta neuvoja perustelee siirron kirjallisesti.',
  responsible: saara,
  habits,
  steps: [
    { on: 'ma 2.3.2026', by: saara, act: { do: 'start' } },
    {
      on: 'to 26.3.2026',
      by: mervi,
      act: { do: 'complete', task: 'serviceNeedAssessment', form: assessment('kuntoutus', 'Osatyökykyinen.') },
    },
    { on: 'ma 30.3.2026', by: saara, act: { do: 'accept', proposal: proposed.rehabilitation } },
    {
      on: 'ti 2.6.2026',
      by: saara,
      act: {
        do: 'complete',
        task: 'networkMeeting',
        form: { situationAndGoals: 'Lyhyempi viikko on pysyvä tarve.', daysPerWeek: 4, hoursPerDay: 5 },
      },
    },
    {
      on: 'ke 3.6.2026',
      by: saara,
      act: { do: 'send', event: 'aloitaKoulutus' },
      refused: { code: 'blocked', criteria: ['sitoutuminen'] },
    },
    {
      on: 'ke 3.6.2026',
      by: saara,
      act: { do: 'send', event: 'aloitaKoulutus', override: 'sitoutuminen' },
      refused: { code: 'reason-required' },
    },
    {
      on: 'ke 3.6.2026',
      by: saara,
      act: {
        do: 'send',
        event: 'aloitaKoulutus',
        override: 'sitoutuminen',
        reason: 'Oppilaitos järjestää kevennetyn viikon: neljä viiden tunnin päivää.',
      },
      expect: {
        states: ['koulutus.opinnot.tutkinnonOsa', 'koulutus.koulutusvalmennus.eiKaynnissa'],
        due: { kolmikanta: 'ma 3.8.2026' },
      },
    },
    {
      on: 'pe 14.8.2026',
      by: saara,
      act: {
        do: 'complete',
        task: 'threePartyMeeting',
        form: threeParty('Kevennetty viikko toimii.', 'Jatketaan samalla rytmillä.'),
      },
    },
    {
      on: 'ti 1.12.2026',
      by: saara,
      act: { do: 'send', event: 'aloitaTyollistyminen' },
      expect: { states: ['tyollistyminen'], due: { salkku: 'ma 1.2.2027' } },
    },
    { on: 'ma 15.2.2027', by: tuula, act: { do: 'send', event: 'tyollistyi' } },
  ],
  cameDue: {
    verkostotapaaminen: ['ti 2.6.2026', 'ke 2.9.2026', 'ke 2.12.2026'],
    kolmikanta: ['ma 3.8.2026'],
    salkku: ['ma 1.2.2027'],
  },
  modules: [mahis('ma 2.3.2026', 'su 22.3.2026', 'to 26.3.2026'), laterReview('ma 15.2.2027')],
  ends: { code: 'tyollistynyt', on: 'ma 15.2.2027' },
}
