import { assessment, habits, mahis, threeParty } from './habits.ts'
import { mervi, saara } from './people.ts'
import type { Scenario } from './scenario.ts'

export const noSuitableService: Scenario = {
  id: 'no-suitable-service',
  client: { name: 'Elsa Provbit', language: 'sv' },
  story: 'Sopivaa palvelua ei ole, joten sellainen kehitetään, ja arvio vie kartoituksesta suoraan koulutukseen.',
  responsible: saara,
  habits,
  steps: [
    { on: 'ma 7.9.2026', by: saara, act: { do: 'start' }, expect: { due: { kesto: 'su 27.9.2026' } } },
    {
      on: 'to 1.10.2026',
      by: mervi,
      act: { do: 'complete', task: 'serviceNeedAssessment', form: assessment('koulutus', 'Työkykyinen.') },
    },
    {
      on: 'pe 2.10.2026',
      by: saara,
      act: { do: 'send', event: 'aloitaKuntoutus' },
      refused: { code: 'blocked', criteria: ['tarveKuntoutus'] },
    },
    {
      on: 'ma 5.10.2026',
      by: mervi,
      act: { do: 'send', event: 'eiSopivaaPalvelua', reason: 'Alueella ei ole ruotsinkielistä lähihoitajan polkua.' },
      expect: { states: ['kartoitus.palveluaKehitetaan'], tasks: ['developService'] },
    },
    {
      on: 'ma 9.11.2026',
      by: saara,
      act: {
        do: 'complete',
        task: 'developService',
        form: {
          unmetNeed: 'Ruotsinkielinen koulutus tuetusti',
          developedService: 'Oppilaitoksen kanssa sovittu tuettu opintopaikka ruotsiksi',
        },
      },
    },
    {
      on: 'ti 10.11.2026',
      by: saara,
      act: { do: 'send', event: 'aloitaKoulutus' },
      expect: {
        states: ['koulutus.opinnot.tutkinnonOsa', 'koulutus.koulutusvalmennus.eiKaynnissa'],
        due: { kolmikanta: 'ma 11.1.2027' },
      },
    },
    {
      on: 'ma 18.1.2027',
      by: saara,
      act: { do: 'complete', task: 'threePartyMeeting', form: threeParty('Hyvä alku.', 'Tuki jatkuu kevääseen.') },
    },
  ],
  cameDue: {
    verkostotapaaminen: ['ma 7.12.2026', 'ma 8.3.2027'],
    kolmikanta: ['ma 11.1.2027'],
  },
  modules: [mahis('ma 7.9.2026', 'su 27.9.2026', 'to 1.10.2026')],
  ends: null,
}
