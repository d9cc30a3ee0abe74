import { definePathway } from '../../../../engine/index.ts'

const text = (fi: string) => ({ fi })

/** When a journey's promises come due, in milliseconds from its start. */
export const promises = {
  early: 400,
  late: 3_000,
  /** every so often, so many times: each one is kept */
  each: { everyMs: 700, times: 4 },
  /** likewise; those missed in an outage are kept by one */
  once: { everyMs: 600, times: 5 },
} as const

const repeated = ({ everyMs, times }: { everyMs: number; times: number }) => ({
  every: { milliseconds: everyMs },
  until: { milliseconds: everyMs * times },
})

/** A module that ends by itself after a moment. */
export const support = definePathway({
  id: 'support',
  title: text('Tuki'),
  exits: { stop: { label: text('Keskeytys'), outcome: 'interrupted' } },
  initial: 'help',
  states: {
    help: { after: { '500': { target: 'done', automatic: true } } },
    done: { type: 'final', end: { code: 'done', label: text('Valmis'), outcome: 'completed' } },
  },
})

/** Everything that a worker has to do, within a few seconds: what is due once, what repeats, a module, messages. */
export const promising = definePathway({
  id: 'promising',
  title: text('Lupaava'),
  facts: { hours: { type: 'number', min: 0, max: 24, label: text('Tunnit') } },
  caseRoles: { coach: { label: text('Valmentaja') } },
  exits: { stop: { label: text('Keskeytys'), outcome: 'interrupted' } },
  initial: 'work',
  states: {
    work: {
      followUps: {
        early: { after: { milliseconds: promises.early }, actions: 'tell' },
        late: { after: { milliseconds: promises.late }, actions: 'tell' },
        each: { ...repeated(promises.each), catchUp: 'each', actions: 'tell' },
        once: { ...repeated(promises.once), catchUp: 'once', actions: 'tell' },
      },
      modules: { support: { pathway: 'support', outputs: { done: 'supported' } } },
      on: { note: { actions: 'noted' }, supported: { actions: 'heard', automatic: true } },
    },
  },
})

/** When the one thing of `single` comes due, milliseconds from its start: by then its beginning has been told. */
export const dueMs = 4_000

/** One thing to do, and nothing beside it. */
export const single = definePathway({
  id: 'single',
  title: text('Yksi'),
  exits: { stop: { label: text('Keskeytys'), outcome: 'interrupted' } },
  initial: 'work',
  states: {
    work: {
      followUps: { only: { after: { milliseconds: dueMs }, event: 'due' } },
      on: { due: { automatic: true, actions: 'tell' } },
    },
  },
})
