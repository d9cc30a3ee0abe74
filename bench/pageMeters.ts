import type { CDPSession, Page } from 'playwright-core'

/** What a page in a browser costs, as the browser itself counts it. */
export interface PageMeters {
  /** processor time of the page's main thread so far, ms: others who work on the machine do not count */
  mainThreadMs(): Promise<number>
  /** what its scripts keep, after everything that nobody keeps is gone, bytes */
  heapBytes(): Promise<number>
  /** how long keys and presses since the last call took until their result was on the screen, ms; shorter than 16 left out */
  takeDelays(): Promise<number[]>
  /** the time between the frames that were drawn while something was done, ms */
  frames(during: () => Promise<void>): Promise<number[]>
  /** compressed bytes of the page, its scripts and its styles, and of its fonts, so far */
  fetched(): { code: number; fonts: number }
}

/** Counts from the beginning of the page. */
const watch = `
  globalThis.benchDelays = new Map()
  new PerformanceObserver((list) => {
    for (const { interactionId, duration } of list.getEntries())
      if (interactionId) benchDelays.set(interactionId, Math.max(benchDelays.get(interactionId) ?? 0, duration))
  }).observe({ type: 'event', durationThreshold: 16, buffered: true })
`
const takeDelays = '(() => { const all = [...benchDelays.values()]; benchDelays.clear(); return all })()'
const countFrames = `
  globalThis.benchFrames = []
  const count = (at) => {
    if (!globalThis.benchFrames) return
    benchFrames.push(at)
    requestAnimationFrame(count)
  }
  requestAnimationFrame(count)
`
const takeFrames = '(() => { const all = benchFrames; globalThis.benchFrames = undefined; return all })()'

/** Puts the meters on a page that has not been anywhere yet. */
export async function pageMeters(page: Page): Promise<PageMeters> {
  await page.addInitScript(watch)
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const fetched = await countFetched(session)
  return {
    mainThreadMs: async () => (await metric(session, 'TaskDuration')) * 1000,
    heapBytes: async () => {
      await session.send('HeapProfiler.collectGarbage')
      return metric(session, 'JSHeapUsedSize')
    },
    takeDelays: () => page.evaluate<number[]>(takeDelays),
    frames: async (during) => {
      await page.evaluate(countFrames)
      await during()
      const at = await page.evaluate<number[]>(takeFrames)
      return at.slice(1).map((time, index) => time - (at[index] ?? time))
    },
    fetched: () => ({ ...fetched }),
  }
}

/** Waits until what was done is on the screen. */
export async function drawn(page: Page): Promise<void> {
  await page.evaluate(
    'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))',
  )
}

/** Opens an address and tells how long it took until all of these were on the screen, ms. */
export async function openAndTime(page: Page, address: string, selectors: readonly string[]): Promise<number> {
  await page.addInitScript(`
    const look = () => {
      if (${JSON.stringify(selectors)}.every((one) => document.querySelector(one)))
        requestAnimationFrame(() => (globalThis.benchShownAt = performance.now()))
      else requestAnimationFrame(look)
    }
    look()
  `)
  await page.goto(address)
  return page.evaluate<number>(`new Promise((done) => {
    const wait = () => (globalThis.benchShownAt === undefined ? requestAnimationFrame(wait) : done(benchShownAt))
    wait()
  })`)
}

async function metric(session: CDPSession, wanted: string): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN
}

async function countFetched(session: CDPSession): Promise<{ code: number; fonts: number }> {
  const bytes = { code: 0, fonts: 0 }
  const kinds = new Map<string, string>()
  await session.send('Network.enable')
  session.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type))
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId) ?? ''
    if (kind === 'Font') bytes.fonts += encodedDataLength
    if (['Document', 'Script', 'Stylesheet'].includes(kind)) bytes.code += encodedDataLength
  })
  return bytes
}
