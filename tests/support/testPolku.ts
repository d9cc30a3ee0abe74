import { onTestFinished } from 'vitest'
import type { SendInput, StartInput } from '../../engine/commands/schemas.ts'
import {
  type JourneyAnswer,
  openPolku,
  type PathwayInput,
  type Polku,
  type PolkuOptions,
  PolkuProblem,
} from '../../engine/index.ts'
import { type TestClock, testClock } from './testClock.ts'

export interface TestPolku {
  polku: Polku
  clock: TestClock
}

/** Polku in memory (or in the given file) with a clock of the test's own; closed when the test ends. */
export async function openTestPolku(
  options: Partial<Omit<PolkuOptions, 'clock'>> & { clock?: TestClock } = {},
): Promise<TestPolku> {
  const clock = options.clock ?? testClock()
  const polku = await openPolku({ database: ':memory:', demo: true, ...options, clock })
  onTestFinished(() => polku.close())
  return { polku, clock }
}

/** A coach, who may do most of what the tests' pathways ask for. */
export const coach = { user: 'coach-1', roles: ['coach'] }
export const manager = { user: 'manager-1', roles: ['manager'] }
export const nobodySpecial = { user: 'visitor-1', roles: [] }

const text = (fi: string) => ({ fi })

/** A pathway document with all that the test does not care about. */
export function smallPathway(parts: Omit<PathwayInput, 'id' | 'title'> & { id?: string }): PathwayInput {
  return {
    id: 'small',
    title: text('Pieni polku'),
    caseRoles: { coach: { label: text('Valmentaja') }, manager: { label: text('Esihenkilö') } },
    exits: { stop: { label: text('Keskeytys'), outcome: 'interrupted' } },
    ...parts,
  }
}

/** A number, a truth and a date that tests' criteria speak of. */
export const facts = {
  hours: { type: 'number', unit: 'h', min: 0, max: 24, label: text('Tunnit') },
  agreed: { type: 'boolean', label: text('Sovittu') },
  startDate: { type: 'date', label: text('Alkupäivä') },
} as const

export const criterion = (when: string, more: { overridable?: boolean | { by: string[] } } = {}) => ({
  label: text(when),
  when,
  ...more,
})

export interface JourneyUnderTest extends TestPolku {
  client: string
  journey: string
  started: JourneyAnswer
  send(event: string, more?: Partial<SendInput>): Promise<JourneyAnswer>
  record(facts: Record<string, string | number | boolean>, occurredAt?: string): Promise<unknown>
  /** sets the clock and lets what is due act */
  at(instant: string): Promise<void>
  /** the innermost active states now */
  states(): Promise<string[]>
  /** open tasks now, by kind and name */
  tasks(): Promise<string[]>
  /** the id of the one open task of that name */
  task(name: string): Promise<string>
  /** armed timers: kind, name, occurrence and local date */
  timers(): Promise<string[]>
}

/** A client on a pathway: published, created and started. */
export async function startJourney(
  document: PathwayInput,
  options: Partial<StartInput> & {
    on?: TestPolku
    facts?: Record<string, string | number | boolean>
  } = {},
): Promise<JourneyUnderTest> {
  const { on, facts: known, ...start } = options
  const { polku, clock } = on ?? (await openTestPolku())
  await polku.pathways.publish(document, { by: manager })
  const client = start.client ?? (await polku.clients.create({ by: coach, name: 'Aino Asiakas' })).id
  const record = (values: Record<string, string | number | boolean>, occurredAt?: string) =>
    polku.clients.record(client, { by: coach, source: 'asiakas', facts: values, occurredAt })
  if (known) await record(known)
  const started = await polku.journeys.start({
    by: coach,
    pathway: document.id,
    responsible: { user: coach.user },
    ...start,
    client,
  })
  const journey = started.journey.id
  const view = () => polku.journeys.get(journey)
  return {
    polku,
    clock,
    client,
    journey,
    started,
    record,
    send: (event, more) => polku.journeys.send(journey, { by: coach, event, ...more }),
    at: async (instant) => {
      clock.set(instant)
      await polku.runDue()
    },
    states: async () => (await view()).states,
    tasks: async () => (await view()).tasks.map(({ kind, name }) => `${kind} ${name}`),
    task: async (name) => {
      const found = (await view()).tasks.filter((one) => one.name === name)
      const [only] = found
      if (!only || found.length > 1) throw new Error(`${found.length} open tasks are called "${name}"`)
      return only.id
    },
    timers: async () =>
      (await view()).timers.map(({ kind, name, occurrence, dueDate }) => `${kind} ${name} ${occurrence} ${dueDate}`),
  }
}

/** The problem that a command comes back with. @throws when it does not */
export async function problemFrom(command: Promise<unknown>): Promise<PolkuProblem> {
  try {
    await command
  } catch (error) {
    if (error instanceof PolkuProblem) return error
    throw error
  }
  throw new Error('the command was not refused')
}

/** The code of the problem that a command comes back with. */
export const refusalOf = async (command: Promise<unknown>): Promise<string> => (await problemFrom(command)).code
