/** Where the time of a step goes, in the order in which a step passes through them. */
export const layers = [
  'parse',
  'load',
  'decide',
  'transition',
  'effects',
  'journal',
  'answer',
  'command',
  'sql',
  'garbage',
  'idle',
  'node',
  'bench',
] as const

export type Layer = (typeof layers)[number]

/** What each holds, in words. */
export const layerWords: Record<Layer, string> = {
  parse: 'parse: the input against its schema',
  load: 'load: rows to state and facts (JSON, decryption), remembered values',
  decide: 'decide: candidates, criteria in FEEL',
  transition: 'transition: XState’s microstep, remembered',
  effects: 'effects: visits, timers, tasks, due dates',
  journal: 'journal: entry as JSON, canonical state, hash of the request',
  answer: 'answer: the journey as people see it',
  command: 'command: checks, order of work, promises',
  sql: 'the store: SQL, binding, batches',
  garbage: 'garbage collection',
  idle: 'idle',
  node: 'Node: event loop, microtasks, what no file is named for',
  bench: 'the measuring itself',
}

/** By place in the code, `file#function`. The first that fits counts, from the innermost frame outwards. */
const places: readonly [RegExp, Layer][] = [
  [/engine\/store\/sqlite\/|node_modules\/better-sqlite3\//, 'sql'],
  [/node_modules\/zod\/|engine\/commands\/(parse|schemas)\.[jt]s/, 'parse'],
  [/engine\/journey\/canonical|engine\/commands\/persist\.[jt]s|#(requestHash|hashOf)$/, 'journal'],
  [/engine\/commands\/(context|loaded)\.[jt]s|engine\/store\/vault\.[jt]s|#(repeatedAnswer|storedAnswer)$/, 'load'],
  [/engine\/journey\/(decide|facts)\.[jt]s|engine\/pathway\/(feel\/|compileCriteria)/, 'decide'],
  [/engine\/pathway\/compileMachine\.[jt]s|node_modules\/xstate\//, 'transition'],
  [/engine\/commands\/view\.[jt]s/, 'answer'],
  [/engine\/(journey|pathway)\/|node_modules\/temporal-polyfill\//, 'effects'],
  [/engine\//, 'command'],
  [/bench\//, 'bench'],
]

/** The layer of a stack, given its frames from the innermost outwards. */
export function layerOf(frames: Iterable<{ url: string; functionName: string }>): Layer {
  for (const { url, functionName } of frames) {
    if (functionName === '(garbage collector)') return 'garbage'
    if (functionName === '(idle)') return 'idle'
    const place = `${url}#${functionName}`
    const found = url === '' ? undefined : places.find(([pattern]) => pattern.test(place))
    if (found) return found[1]
  }
  return 'node'
}
