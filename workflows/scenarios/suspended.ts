import { assessment, proposed, threeParty } from './habits.ts'
import { mervi, petri } from './people.ts'
import type { Scenario } from './scenario.ts'

export const suspended: Scenario = {
  id: 'suspended',
  client: { name: 'Helka Luonnos', language: 'fi' },
  story: 'Sairausloma ja hoitojakso pysäyttävät polun kahdesti: muu siirtyy, verkostotapaaminen pitää päivänsä.',
  responsible: petri,
  habits: {
    networkMeeting: { by: petri, form: { situationAndGoals: 'Verkosto sopii, miten jatketaan.' } },
    // on the review date of a suspension the responsible person looks at it
    review: { by: petri, form: {} },
  },
  steps: [
    { on: 'ma 13.4.2026', by: petri, act: { do: 'start' }, expect: { due: { kesto: 'su 3.5.2026' } } },
    {
      on: 'ma 20.4.2026',
      by: petri,
      act: { do: 'suspend', code: 'sairausloma', reviewDate: 'ma 4.5.2026', reason: 'Jalka murtui.' },
      // Mahis stands still with the journey, the network does not
      expect: { due: { kesto: 'seisoo', verkostotapaaminen: 'ma 13.7.2026' }, tasks: [] },
    },
    {
      on: 'ti 21.4.2026',
      by: mervi,
      act: { do: 'send', in: 'mahis', event: 'tyotoimintaPaattyi' },
      refused: { code: 'suspended' },
    },
    {
      on: 'ke 29.4.2026',
      by: petri,
      act: {
        do: 'suspend',
        code: 'hoitojakso',
        reviewDate: 'ma 1.6.2026',
        reason: 'Kuntoutusjakso alkaa loman perään.',
      },
    },
    {
      on: 'pe 8.5.2026',
      by: petri,
      act: { do: 'resume', suspension: 1, reason: 'Sairausloma päättyi, kuntoutusjakso jatkuu.' },
      // one of the two is left
      expect: { due: { kesto: 'seisoo' } },
    },
    {
      on: 'ma 25.5.2026',
      by: petri,
      act: { do: 'resume', suspension: 2, reason: 'Kuntoutusjakso päättyi.' },
      // 35 days in all, from the first to the last: the twenty days go on where they stopped
      expect: { due: { kesto: 'su 7.6.2026', verkostotapaaminen: 'ma 13.7.2026' } },
    },
    {
      on: 'ti 9.6.2026',
      by: mervi,
      act: { do: 'complete', task: 'serviceNeedAssessment', form: assessment('koulutus', 'Toipunut täysin.') },
    },
    {
      on: 'ke 10.6.2026',
      by: petri,
      act: { do: 'accept', proposal: proposed.training },
      expect: { due: { kolmikanta: 'ma 10.8.2026' } },
    },
    {
      on: 'ma 29.6.2026',
      by: petri,
      act: { do: 'suspend', code: 'sairausloma', reviewDate: 'ma 20.7.2026', reason: 'Toinen leikkaus.' },
      expect: { due: { kolmikanta: 'seisoo', verkostotapaaminen: 'ma 13.7.2026' } },
    },
    {
      on: 'ti 21.7.2026',
      by: petri,
      act: { do: 'resume', suspension: 3, reason: 'Palaa opintoihin.' },
      // 22 days later: not 10 August but 2 September
      expect: { due: { kolmikanta: 'ke 2.9.2026', verkostotapaaminen: 'ti 13.10.2026' } },
    },
    {
      on: 'pe 4.9.2026',
      by: petri,
      act: {
        do: 'complete',
        task: 'threePartyMeeting',
        form: threeParty('Tauko kurottiin kiinni.', 'Työssäoppiminen lokakuussa.'),
      },
    },
  ],
  cameDue: {
    verkostotapaaminen: ['ma 13.7.2026', 'ti 13.10.2026', 'ke 13.1.2027', 'ti 13.4.2027'],
    kolmikanta: ['ke 2.9.2026'],
  },
  modules: [
    {
      module: 'mahis',
      began: 'ma 13.4.2026',
      cameDue: { kesto: ['su 7.6.2026'] },
      ends: { code: 'arvioKirjattu', on: 'ti 9.6.2026' },
    },
  ],
  ends: null,
}
