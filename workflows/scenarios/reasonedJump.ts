import { habits, laterReview } from './habits.ts'
import { saara, tuula } from './people.ts'
import type { Scenario } from './scenario.ts'

export const reasonedJump: Scenario = {
  id: 'reasoned-jump',
  client: { name: 'Unto Olettamus', language: 'fi' },
  story: 'Siirretään perustellusti kesken kartoituksen työllistymiseen, koska työpaikka löytyi odottamatta.',
  responsible: saara,
  habits,
  steps: [
    { on: 'ma 5.10.2026', by: saara, act: { do: 'start' }, expect: { due: { kesto: 'su 25.10.2026' } } },
    {
      on: 'ti 13.10.2026',
      by: saara,
      act: {
        do: 'jump',
        to: 'tyollistyminen',
        reason: 'Entinen työnantaja tarjoaa työtä, tarvitaan vain työhönvalmennusta.',
      },
      // two months on is a Sunday
      expect: { states: ['tyollistyminen'], due: { kesto: null, salkku: 'ma 14.12.2026' }, modules: [] },
    },
    { on: 'ma 1.3.2027', by: tuula, act: { do: 'send', event: 'tyollistyi' } },
  ],
  cameDue: { verkostotapaaminen: ['ti 5.1.2027'], salkku: ['ma 14.12.2026', 'ma 15.2.2027'] },
  modules: [
    // it ends with the state that it belongs to
    { module: 'mahis', began: 'ma 5.10.2026', cameDue: {}, ends: { code: 'parentEnded', on: 'ti 13.10.2026' } },
    laterReview('ma 1.3.2027'),
  ],
  ends: { code: 'tyollistynyt', on: 'ma 1.3.2027' },
}
