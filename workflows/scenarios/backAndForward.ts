import { assessment, habits, laterReview, mahis, proposed, threeParty } from './habits.ts'
import { juhani, kaisa, mervi, olli, saara, tuula } from './people.ts'
import type { Scenario } from './scenario.ts'

export const backAndForward: Scenario = {
  id: 'back-and-forward',
  client: { name: 'Pentti Otanta', language: 'fi' },
  story: 'Palaa koulutuksesta kuntoutukseen ja jatkaa myöhemmin opintojaan siitä, mihin ne jäivät.',
  responsible: saara,
  habits,
  steps: [
    { on: 'ma 12.1.2026', by: saara, act: { do: 'start' } },
    {
      on: 'ti 3.2.2026',
      by: mervi,
      act: {
        do: 'complete',
        task: 'serviceNeedAssessment',
        form: assessment('kuntoutus', 'Toipumassa leikkauksesta.'),
      },
    },
    { on: 'to 5.2.2026', by: saara, act: { do: 'accept', proposal: proposed.rehabilitation } },
    {
      on: 'ma 13.4.2026',
      by: saara,
      act: {
        do: 'complete',
        task: 'networkMeeting',
        form: { situationAndGoals: 'Valmis opiskelemaan.', daysPerWeek: 5, hoursPerDay: 6 },
      },
    },
    { on: 'ma 20.4.2026', by: saara, act: { do: 'send', event: 'aloitaKoulutus' } },
    { on: 'ma 20.4.2026', by: juhani, act: { do: 'send', event: 'aloitaKoulutusvalmennus' } },
    {
      on: 'ma 27.4.2026',
      by: juhani,
      act: { do: 'complete', task: 'studyPlan', form: { supportDuringStudies: 'Viikoittainen tapaaminen.' } },
    },
    {
      on: 'ke 24.6.2026',
      by: saara,
      act: {
        do: 'complete',
        task: 'threePartyMeeting',
        form: threeParty('Alku on ollut hyvä.', 'Seurataan jaksamista.'),
      },
    },
    {
      on: 'ma 17.8.2026',
      by: saara,
      act: { do: 'send', event: 'palaaKuntoutukseen' },
      refused: { code: 'reason-required' },
    },
    {
      on: 'ma 17.8.2026',
      by: saara,
      act: { do: 'send', event: 'palaaKuntoutukseen', reason: 'Vointi heikkeni, opinnot tauolle asiakkaan toiveesta.' },
      expect: { states: ['kuntoutus'], due: { kolmikanta: null } },
    },
    {
      on: 'ma 26.10.2026',
      by: saara,
      act: { do: 'send', event: 'jatkaKoulutusta' },
      // what was recorded in April has outlived its shelf life of six months
      refused: { code: 'unknown', criteria: ['sitoutuminen'], lacks: ['daysPerWeek', 'hoursPerDay'] },
    },
    {
      on: 'ke 28.10.2026',
      by: kaisa,
      act: { do: 'record', facts: { daysPerWeek: 5, hoursPerDay: 6 }, source: 'kuntoutuksen loppuarvio' },
    },
    {
      on: 'ma 2.11.2026',
      by: saara,
      act: { do: 'send', event: 'jatkaKoulutusta' },
      // as it was left: coaching goes on, the meeting and the study plan are not asked for again
      expect: {
        states: ['koulutus.opinnot.tutkinnonOsa', 'koulutus.koulutusvalmennus.kaynnissa'],
        due: { kolmikanta: null },
        tasks: [],
      },
    },
    { on: 'ma 1.2.2027', by: olli, act: { do: 'send', event: 'tutkinnonOsaPaattymassa' } },
    {
      on: 'pe 5.2.2027',
      by: saara,
      act: { do: 'complete', task: 'threePartyMeeting', form: threeParty('Osa valmis.', 'Kohti työtä.') },
    },
    { on: 'ma 8.2.2027', by: olli, act: { do: 'send', event: 'opinnotPaattyvat' } },
    {
      on: 'ti 9.2.2027',
      by: saara,
      act: { do: 'accept', proposal: 'koulutus.opinnot/done/0' },
      expect: { due: { salkku: 'pe 9.4.2027' } },
    },
    { on: 'ke 12.5.2027', by: tuula, act: { do: 'send', event: 'tyollistyi' } },
  ],
  cameDue: {
    verkostotapaaminen: ['ma 13.4.2026', 'ma 13.7.2026', 'ma 12.10.2026', 'ti 12.1.2027', 'ma 12.4.2027'],
    kolmikanta: ['ma 22.6.2026'],
    salkku: ['pe 9.4.2027'],
  },
  modules: [mahis('ma 12.1.2026', 'su 1.2.2026', 'ti 3.2.2026'), laterReview('ke 12.5.2027')],
  ends: { code: 'tyollistynyt', on: 'ke 12.5.2027' },
}
