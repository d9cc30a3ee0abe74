import { resultsOf } from '../../journeysAtOnce.ts'
import { comparedPathway } from './comparedPathways.ts'
import { embeddedContender } from './embeddedContender.ts'

/** The journey as a pathway is written: client, start, signal; three commits. */
export const contender = embeddedContender('Polku, embedded', comparedPathway, (number) => [
  { event: 'signaali', data: { arvo: resultsOf(number).signal } },
])
