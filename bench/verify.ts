import { verifyDocument } from '../engine/pathway/verify/index.ts'
import { largePathway } from './largePathway.ts'
import { median, type Row } from './measure.ts'

const rounds = 9

/** Row 8: to verify a large pathway. The first time counts apart: it is what whoever has just opened the designer waits for. */
export async function verify(): Promise<Row[]> {
  const counted = { states: countStates(largePathway), criteria: Object.keys(largePathway.criteria ?? {}).length }
  if (counted.states !== 200 || counted.criteria !== 100) throw new Error(`not the pathway: ${JSON.stringify(counted)}`)
  const first = secondsToVerify()
  const seconds = Array.from({ length: rounds }, secondsToVerify)
  return [
    {
      name: 'verify',
      what: 'verify a pathway of 200 states, five parallel regions, 100 criteria',
      unit: 's',
      ours: median(seconds),
      baseline: null,
      baselineIs: null,
      ratio: null,
      limit: { of: 'figure', is: 'atMost', value: 1 },
      beside: { firstSeconds: first, longestSeconds: Math.max(...seconds) },
    },
  ]
}

/** Verifies a document that has just been read, as the API does. */
function secondsToVerify(): number {
  const document: unknown = JSON.parse(JSON.stringify(largePathway))
  const from = performance.now()
  const { findings } = verifyDocument(document)
  const seconds = (performance.now() - from) / 1000
  if (findings.length > 0) throw new Error(`the pathway is not sound: ${JSON.stringify(findings[0])}`)
  return seconds
}

interface Tree {
  states?: Record<string, Tree>
}

function countStates({ states = {} }: Tree): number {
  return Object.values(states).reduce((count, state) => count + 1 + countStates(state), 0)
}
