import { destination, pino } from 'pino'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { openSignIn } from '../../../api/auth/openSignIn.ts'
import { createApp } from '../../../api/createApp.ts'
import { listen } from '../../../api/listen.ts'
import { publishBundled } from '../../../api/publishBundled.ts'
import { openPolku, type PathwayInput, type Polku } from '../../../engine/index.ts'
import { bundledPathways } from '../../../workflows/index.ts'
import { findChromium } from '../../support/provideChromium.ts'
import { keptWindows, listenTo } from './keptWindows.ts'

/** A designer that is being served, in a real browser. */
export interface OpenDesigner {
  polku: Polku
  address: string
  /** Opens a window of its own for an administrator who is signed in. */
  openWindow(options?: WindowOptions): Promise<Window>
  /** Closes all windows: one that is left open goes on working beside the next test. */
  closeWindows(): Promise<void>
  /** Empties all windows for the next test: as if closed, but what they have fetched is not fetched again. */
  emptyWindows(): Promise<void>
  close(): Promise<void>
}

export interface WindowOptions {
  width?: number
  height?: number
  language?: 'fi' | 'sv' | 'en'
  colours?: 'light' | 'dark'
  /** nobody is signed in there */
  isStranger?: boolean
  /** whoever looks has never been here: nothing has been fetched yet */
  isFirst?: boolean
}

/** A window of an administrator's. */
export interface Window {
  page: Page
  context: BrowserContext
  /** what the browser has complained of: errors of scripts, refusals of the pages' policy */
  complaints: string[]
  language: string
  isStranger: boolean
}

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
/** On two cores that are full, helper threads of V8 cost more than they save; with room for what is young it clears less. */
const flagOfTests = '--js-flags=--single-threaded --min-semi-space-size=16 --max-semi-space-size=32'
const usual = { width: 1440, height: 900, language: 'fi', colours: 'light', isStranger: false, isFirst: false } as const
/** How many times slower the pages are than this machine, for whoever looks for what only goes well when it goes fast. */
const timesSlower = Number(process.env.POLKU_SLOWER ?? 1)
const password = 'neljä sanaa riittää hyvin'

/**
 * Serves Polku from memory with the designer that was built, and starts a browser.
 * @param documents what is published at the start; the bundled pathways when left out
 * @param isMeasured whether the browser is to be as people have it
 */
export async function openDesigner(
  documents: readonly PathwayInput[] = bundledPathways,
  { isMeasured = false }: { isMeasured?: boolean } = {},
): Promise<OpenDesigner> {
  const polku = await openPolku({ database: ':memory:', demo: true, clock: { now: () => new Date() } })
  await publishBundled(polku, documents)
  const first = await polku.people.prepareFirst()
  const log = pino({ level: 'error' }, destination(2))
  let invite: (() => Promise<string>) | undefined
  const server = await listen((baseUrl) => {
    const signIn = openSignIn(polku, { baseUrl })
    invite = () => signIn.invite(first)
    return createApp({ polku, log, signIn, baseUrl })
  }, 0)
  const { address } = server
  const data = {
    token: await invite?.(),
    name: 'Aino Pääkäyttäjä',
    email: 'aino@example.org',
    password,
    organisation: 'Kainuu',
  }
  const headers = { 'Content-Type': 'application/json' }
  const setUp = await fetch(`${address}/api/v1/setup`, { method: 'POST', headers, body: JSON.stringify(data) })
  if (!setUp.ok) throw new Error(await setUp.text())
  const args = isMeasured ? flags : [...flags, flagOfTests]
  const browser: Browser = await chromium.launch({ executablePath: findChromium({ isMeasured }), args })
  // signed in once for all windows: who tries often is asked to wait
  const start = await browser.newContext({ baseURL: address })
  const signedIn = await start.request.post('/api/v1/session', { data: { email: data.email, password } })
  if (!signedIn.ok()) throw new Error(await signedIn.text())
  const session = await start.storageState()
  await start.close()
  const kept = keptWindows(address, session.cookies)
  const open = new Set<Window>()
  const newWindow = async (options: Required<WindowOptions>): Promise<Window> => {
    const { language, isStranger, width, height, colours } = options
    const context = await browser.newContext({
      viewport: { width, height },
      locale: { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' }[language],
      timezoneId: 'Europe/Helsinki',
      colorScheme: colours,
      reducedMotion: 'reduce',
      baseURL: address,
      ...(isStranger ? {} : { storageState: session }),
    })
    const page = await context.newPage()
    if (timesSlower > 1) {
      const devtools = await context.newCDPSession(page)
      await devtools.send('Emulation.setCPUThrottlingRate', { rate: timesSlower })
    }
    const complaints: string[] = []
    listenTo(page, complaints)
    return { page, context, complaints, language, isStranger }
  }
  return {
    polku,
    address,
    openWindow: async (wishes = {}) => {
      const options = { ...usual, ...wishes }
      const window = (await kept.take(options)) ?? (await newWindow(options))
      open.add(window)
      return window
    },
    closeWindows: async () => {
      open.clear()
      await Promise.all(browser.contexts().map((context) => context.close()))
    },
    emptyWindows: async () => {
      const used = [...open]
      open.clear()
      await Promise.all(used.map(async (one) => (await kept.leave(one)) || (await one.context.close())))
    },
    close: async () => {
      await browser.close()
      await server.close()
      await polku.close()
    },
  }
}
