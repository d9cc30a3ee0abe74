import { assessment, habits, laterReview, proposed, threeParty } from './habits.ts'
import { juhani, mervi, olli, saara, tuula } from './people.ts'
import type { Scenario } from './scenario.ts'

export const straightThrough: Scenario = {
  id: 'straight-through',
  client: { name: 'Aino Esimerkki', language: 'fi', identityCode: '010185-900D' },
  story: 'Kulkee kaikki neljä vaihetta järjestyksessä kartoituksesta työhön.',
  responsible: saara,
  habits,
  steps: [
    {
      on: 'ma 12.1.2026',
      by: saara,
      act: { do: 'start' },
      // twenty days on is a Sunday, three months on as well; only what people do is moved to a working day
      expect: {
        states: ['kartoitus.arviointi.mahis'],
        modules: ['mahis'],
        due: { kesto: 'su 1.2.2026', verkostotapaaminen: 'ma 13.4.2026' },
      },
    },
    { on: 'ti 27.1.2026', by: mervi, act: { do: 'send', in: 'mahis', event: 'tyotoimintaPaattyi' } },
    {
      on: 'ke 28.1.2026',
      by: mervi,
      act: { do: 'send', in: 'mahis', event: 'ryhmaPaattyi' },
      // both parts are over before the twenty days are
      expect: { tasks: ['serviceNeedAssessment'], due: { kesto: null } },
    },
    {
      on: 'pe 30.1.2026',
      by: mervi,
      act: {
        do: 'complete',
        task: 'serviceNeedAssessment',
        form: assessment('kuntoutus', 'Toimintakyky vaihtelee, kuntoutus hyödyttää.'),
      },
      // Mahis is over; what follows is asked, not done
      expect: { states: ['kartoitus.arviointi.mahis'], modules: [], tasks: [proposed.rehabilitation] },
    },
    {
      on: 'ma 2.2.2026',
      by: saara,
      act: { do: 'accept', proposal: proposed.rehabilitation },
      expect: { states: ['kuntoutus'], tasks: [] },
    },
    {
      on: 'ma 13.4.2026',
      by: saara,
      act: {
        do: 'complete',
        task: 'networkMeeting',
        form: {
          situationAndGoals: 'Jaksaa täysiä päiviä, tavoitteena kiinteistönhoidon opinnot.',
          daysPerWeek: 5,
          hoursPerDay: 6,
        },
      },
    },
    {
      on: 'ma 20.4.2026',
      by: saara,
      act: { do: 'send', event: 'aloitaKoulutus' },
      // two months on is Midsummer Day, a Saturday
      expect: {
        states: ['koulutus.opinnot.tutkinnonOsa', 'koulutus.koulutusvalmennus.eiKaynnissa'],
        due: { kolmikanta: 'ma 22.6.2026' },
      },
    },
    {
      on: 'ma 20.4.2026',
      by: juhani,
      act: { do: 'send', event: 'aloitaKoulutusvalmennus' },
      expect: { tasks: ['studyPlan'] },
    },
    {
      on: 'ma 27.4.2026',
      by: juhani,
      act: {
        do: 'complete',
        task: 'studyPlan',
        form: { learningStyle: 'Oppii tekemällä', supportDuringStudies: 'Tukea kirjallisiin tehtäviin' },
      },
    },
    {
      on: 'ti 30.6.2026',
      by: saara,
      act: {
        do: 'complete',
        task: 'threePartyMeeting',
        form: threeParty('Ensimmäinen osa etenee suunnitellusti.', 'Harjoittelupaikka syyskuuksi.'),
      },
    },
    {
      on: 'ma 7.9.2026',
      by: olli,
      act: { do: 'send', event: 'tutkinnonOsaPaattymassa' },
      expect: { tasks: ['threePartyMeeting'] },
    },
    {
      on: 'ti 15.9.2026',
      by: saara,
      act: {
        do: 'complete',
        task: 'threePartyMeeting',
        form: threeParty('Ensimmäinen osa valmis.', 'Jatkaa toiseen osaan.'),
      },
    },
    { on: 'ke 16.9.2026', by: olli, act: { do: 'send', event: 'seuraavaTutkinnonOsa' } },
    { on: 'ma 30.11.2026', by: olli, act: { do: 'send', event: 'tutkinnonOsaPaattymassa' } },
    {
      on: 'to 3.12.2026',
      by: saara,
      act: {
        do: 'complete',
        task: 'threePartyMeeting',
        form: threeParty('Toinenkin osa valmis.', 'Työpaikka haussa joulun jälkeen.'),
      },
    },
    {
      on: 'pe 18.12.2026',
      by: olli,
      act: { do: 'send', event: 'opinnotPaattyvat' },
      // nothing moves by itself: the adviser is asked
      expect: { tasks: ['koulutus.opinnot/done/0'] },
    },
    {
      on: 'ma 21.12.2026',
      by: saara,
      act: { do: 'accept', proposal: 'koulutus.opinnot/done/0' },
      expect: { states: ['tyollistyminen'], due: { salkku: 'ma 22.2.2027' } },
    },
    { on: 'ma 21.12.2026', by: saara, act: { do: 'handOver', to: tuula, reason: 'Työhönvalmennus alkaa.' } },
    {
      on: 'ma 3.5.2027',
      by: tuula,
      act: { do: 'send', event: 'tyollistyi' },
      expect: {
        states: ['tyollistynyt'],
        tasks: [],
        modules: ['jalkiseuranta'],
        due: { jalkiseuranta: 'ke 3.11.2027' },
      },
    },
  ],
  cameDue: {
    verkostotapaaminen: ['ma 13.4.2026', 'ma 13.7.2026', 'ma 12.10.2026', 'ti 12.1.2027', 'ma 12.4.2027'],
    kolmikanta: ['ma 22.6.2026'],
    salkku: ['ma 22.2.2027', 'ke 21.4.2027'],
  },
  modules: [
    { module: 'mahis', began: 'ma 12.1.2026', cameDue: {}, ends: { code: 'arvioKirjattu', on: 'pe 30.1.2026' } },
    laterReview('ma 3.5.2027'),
  ],
  ends: { code: 'tyollistynyt', on: 'ma 3.5.2027' },
}
