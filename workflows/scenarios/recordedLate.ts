import { assessment, habits, mahis, proposed, threeParty } from './habits.ts'
import { kaisa, mervi, saara } from './people.ts'
import type { Scenario } from './scenario.ts'

const began = 'ma 1.6.2026'

export const recordedLate: Scenario = {
  id: 'recorded-late',
  client: { name: 'Timo Kuvitelma', language: 'fi' },
  story: 'Koulutus alkoi yhdeksän päivää ennen kirjaamista, ja määräajat lasketaan todellisesta alkamispäivästä.',
  responsible: saara,
  habits,
  steps: [
    { on: 'ma 2.3.2026', by: saara, act: { do: 'start' } },
    {
      on: 'ti 24.3.2026',
      by: mervi,
      act: { do: 'complete', task: 'serviceNeedAssessment', form: assessment('kuntoutus', 'Hyvä, kuntoutus lyhyt.') },
    },
    { on: 'ke 25.3.2026', by: saara, act: { do: 'accept', proposal: proposed.rehabilitation } },
    {
      on: 'ti 26.5.2026',
      by: kaisa,
      act: { do: 'record', facts: { daysPerWeek: 5, hoursPerDay: 6.5 }, source: 'kuntoutuksen loppuarvio' },
    },
    {
      on: 'ke 10.6.2026',
      by: saara,
      act: { do: 'send', event: 'aloitaKoulutus', happenedOn: began },
      refused: { code: 'reason-required' },
    },
    {
      on: 'ke 10.6.2026',
      by: saara,
      act: {
        do: 'send',
        event: 'aloitaKoulutus',
        happenedOn: began,
        reason: 'Oppilaitos ilmoitti alkamisesta vasta tänään.',
      },
      // two months from 1 June is a Saturday; from the day of recording it would have been 10 August
      expect: { due: { kolmikanta: 'ma 3.8.2026' } },
    },
    {
      on: 'ma 10.8.2026',
      by: saara,
      act: { do: 'complete', task: 'threePartyMeeting', form: threeParty('Etenee.', 'Harjoittelu syksyllä.') },
    },
    {
      on: 'to 14.1.2027',
      by: saara,
      act: { do: 'send', event: 'aloitaTyollistyminen' },
      expect: { due: { salkku: 'ma 15.3.2027' } },
    },
  ],
  cameDue: {
    verkostotapaaminen: ['ti 2.6.2026', 'ke 2.9.2026', 'ke 2.12.2026', 'ti 2.3.2027'],
    kolmikanta: ['ma 3.8.2026'],
    salkku: ['ma 15.3.2027', 'pe 14.5.2027'],
  },
  modules: [mahis('ma 2.3.2026', 'su 22.3.2026', 'ti 24.3.2026')],
  ends: null,
}
