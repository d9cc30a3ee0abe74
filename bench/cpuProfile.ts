import { type Profiler, Session } from 'node:inspector/promises'
import { type Layer, layerOf } from './layers.ts'

/** How often the profiler looks. Microseconds. */
const sampleEveryUs = 200

/**
 * Runs work under V8's CPU profiler, and adds up its time by layer: each sample counts for the innermost frame that
 * belongs to one, so that what Node or a library does is charged to whoever called it.
 * @returns the part of all time that each layer took; they add up to 1
 */
export async function profileLayers(work: () => Promise<void>): Promise<ReadonlyMap<Layer, number>> {
  const session = new Session()
  session.connect()
  try {
    await session.post('Profiler.enable')
    await session.post('Profiler.setSamplingInterval', { interval: sampleEveryUs })
    await session.post('Profiler.start')
    await work()
    const { profile } = await session.post('Profiler.stop')
    return partsOf(profile)
  } finally {
    session.disconnect()
  }
}

function partsOf({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): ReadonlyMap<Layer, number> {
  const layerOfNode = placeNodes(nodes)
  const times = new Map<Layer, number>()
  let total = 0
  for (const [index, node] of samples.entries()) {
    const layer = layerOfNode.get(node)
    if (layer === undefined) continue
    // a delta is the time up to its sample
    const time = timeDeltas[index] ?? 0
    times.set(layer, (times.get(layer) ?? 0) + time)
    total += time
  }
  return new Map([...times].map(([layer, time]) => [layer, time / total]))
}

function placeNodes(nodes: readonly Profiler.ProfileNode[]): ReadonlyMap<number, Layer> {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)))
  function* framesOf(id: number) {
    for (let at: number | undefined = id; at !== undefined; at = parents.get(at)) {
      const node = byId.get(at)
      if (node) yield node.callFrame
    }
  }
  // the inspector's native call that starts and stops the profiler
  const ours = nodes.filter(({ callFrame }) => callFrame.functionName !== 'dispatch' || callFrame.url !== '')
  return new Map(ours.map(({ id }) => [id, layerOf(framesOf(id))]))
}
