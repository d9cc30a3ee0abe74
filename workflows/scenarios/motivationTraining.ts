import { assessment, habits, proposed, threeParty } from './habits.ts'
import { juhani, mervi, saara } from './people.ts'
import type { Scenario } from './scenario.ts'

export const motivationTraining: Scenario = {
  id: 'motivation-training',
  client: { name: 'Aarne Kokeilu', language: 'fi' },
  story:
    'Mahis keskeytyy ja arvio tehdään ilman sitä, ja epäröinti koulutuksen kynnyksellä vie motivaatiokoulutukseen.',
  responsible: saara,
  habits,
  steps: [
    { on: 'ma 16.2.2026', by: saara, act: { do: 'start' }, expect: { due: { kesto: 'su 8.3.2026' } } },
    {
      on: 'to 26.2.2026',
      by: mervi,
      act: {
        do: 'exit',
        in: 'mahis',
        code: 'keskeytyi',
        reason: 'Ryhmä ei sovi: arvio saadaan paremmin kahden kesken.',
      },
      expect: { modules: [], tasks: [proposed.withoutMahis] },
    },
    {
      on: 'pe 27.2.2026',
      by: saara,
      act: { do: 'accept', proposal: proposed.withoutMahis },
      expect: { states: ['kartoitus.arviointi.ilmanMahista'], tasks: ['serviceNeedAssessment'] },
    },
    {
      on: 'to 5.3.2026',
      by: mervi,
      act: {
        do: 'complete',
        task: 'serviceNeedAssessment',
        form: assessment('kuntoutus', 'Jaksaa päivät, arastelee ryhmiä.'),
      },
    },
    { on: 'pe 6.3.2026', by: saara, act: { do: 'send', event: 'aloitaKuntoutus' } },
    {
      on: 'ma 18.5.2026',
      by: saara,
      act: {
        do: 'complete',
        task: 'networkMeeting',
        form: { situationAndGoals: 'Jaksaminen riittää, mutta opiskelu epäilyttää.', daysPerWeek: 5, hoursPerDay: 6 },
      },
    },
    {
      on: 'ma 25.5.2026',
      by: saara,
      act: { do: 'send', event: 'aloitaMotivaatiokoulutus' },
      // rehabilitation goes on beside it
      expect: { states: ['kuntoutus'], modules: ['motivaatiokoulutus'], due: { valiarvio: 'ma 22.6.2026' } },
    },
    {
      on: 'ti 23.6.2026',
      by: juhani,
      act: {
        do: 'complete',
        task: 'supportReview',
        form: { agreed: 'Tutustui oppilaitokseen kahdesti. Tavataan opettaja vielä ennen alkua.' },
      },
    },
    {
      on: 'ke 24.6.2026',
      by: juhani,
      act: { do: 'send', in: 'motivaatiokoulutus', event: 'siirtymaOnnistuu' },
      // the end of the support proposes what it was for
      expect: { states: ['kuntoutus'], modules: [], tasks: [proposed.trainingAfterSupport] },
    },
    {
      on: 'to 25.6.2026',
      by: saara,
      act: { do: 'accept', proposal: proposed.trainingAfterSupport },
      expect: {
        states: ['koulutus.opinnot.tutkinnonOsa', 'koulutus.koulutusvalmennus.eiKaynnissa'],
        due: { kolmikanta: 'ti 25.8.2026' },
      },
    },
    {
      on: 'pe 28.8.2026',
      by: saara,
      act: {
        do: 'complete',
        task: 'threePartyMeeting',
        form: threeParty('Alku sujui, ryhmä on pieni.', 'Jatkaa samassa tahdissa.'),
      },
    },
  ],
  cameDue: {
    verkostotapaaminen: ['ma 18.5.2026', 'ma 17.8.2026', 'ma 16.11.2026', 'ti 16.2.2027', 'ma 17.5.2027'],
    kolmikanta: ['ti 25.8.2026'],
  },
  modules: [
    { module: 'mahis', began: 'ma 16.2.2026', cameDue: {}, ends: { code: 'keskeytyi', on: 'to 26.2.2026' } },
    {
      module: 'motivaatiokoulutus',
      began: 'ma 25.5.2026',
      cameDue: { valiarvio: ['ma 22.6.2026'] },
      ends: { code: 'valmis', on: 'ke 24.6.2026' },
    },
  ],
  ends: null,
}
