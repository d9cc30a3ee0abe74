import { resultsOf } from '../../journeysAtOnce.ts'
import { comparedPathwayByStep } from './comparedPathways.ts'
import { embeddedContender, type Sent } from './embeddedContender.ts'

/** The journey as peers count: the result of each step is a command of its own; five commits with the client's. */
export const contender = embeddedContender(
  'Polku, embedded, each result a command',
  comparedPathwayByStep,
  (number): Sent => {
    const { first, signal, second } = resultsOf(number)
    return [
      { event: 'ensinTehty', data: { tulos: first } },
      { event: 'signaali', data: { arvo: signal } },
      { event: 'sittenTehty', data: { tulos: second } },
    ]
  },
)
