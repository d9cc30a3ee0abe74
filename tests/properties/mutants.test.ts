/**
 * Each mutant has one promise taken out, and must be found out by the very laws that Polku itself is held by, in no more
 * lives than these are held in (`laws.test.ts`).
 */
import fc from 'fast-check'
import { afterAll, describe, it } from 'vitest'
import { type Memory, newMemory } from '../../engine/commands/context.ts'
import type { ChangedParts } from '../support/engineParts.ts'
import { patience, runs } from '../support/runs.ts'
import { HOUR } from '../support/testClock.ts'
import {
  answersBeforeCommit,
  commandsAs,
  deliversTwice,
  documentsAs,
  everyRole,
  inEachTransaction,
  inEachWork,
  keepsNothing,
  keepsWhatFailed,
  losesWhatIsTold,
  modulesAs,
  pathwaysAs,
  statesAs,
  unknownAs,
  without,
  withoutHearing,
} from './changedParts.ts'
import { holdLaws, LIVES, lives, livesOfVersions } from './holdLaws.ts'
import { type Found, findOut, report } from './mutants.ts'

const mutants: [name: string, changed: ChangedParts, finding: RegExp][] = [
  // 1: all or nothing
  ['answers before the commit', { store: answersBeforeCommit }, /is not committed|There is no/],
  ['keeps what a failing work has written', { store: keepsWhatFailed }, /has changed something|something has changed/],
  ['arms no timer', without('insertTimer'), /rows of timers/],
  ['moves no timer', without('updateTimer'), /rows of timers/],
  ['leaves timers that are done with', without('deleteTimer'), /rows of timers/],
  ['opens no task', without('insertTask'), /rows of all tasks/],
  ['closes no task', without('updateTask'), /rows of tasks/],
  ['sends no message', inEachWork(() => ({ appendOutbox: async () => {} })), /messagesAreWritten/],
  [
    'leaves the last change out of the journal',
    inEachWork((tx) => ({
      appendJournal: (row) => {
        const entry = JSON.parse(row.entry)
        return tx.appendJournal({ ...row, entry: JSON.stringify({ ...entry, changes: entry.changes.slice(0, -1) }) })
      },
    })),
    /the stored state of/,
  ],
  // 3: the database alone
  ['delivers no message', inEachTransaction(() => ({ undelivered: async () => [] })), /messages were left/],
  ['loses the start of a module', { store: losesWhatIsTold('module.start') }, /has not begun/],
  ['loses the end of a module', { store: losesWhatIsTold('module.ended') }, /its parent does not know/],
  ['loses what a module is told to end by', { store: losesWhatIsTold('module.end') }, /was told to end/],
  ['loses what hands a module over', { store: losesWhatIsTold('module.handOver') }, /who answers for/],
  ['loses what holds a module', { store: losesWhatIsTold('module.suspend') }, /is held by its parent/],
  [
    'deals with messages between journeys twice',
    { store: deliversTwice },
    /could not cope|was promised twice|has begun twice/,
  ],
  ['tells nobody', inEachWork(() => ({ insertNotification: async () => {} })), /has not heard/],
  [
    'tells people of what they have done themselves',
    inEachTransaction((tx) => ({
      journal: async (id, range) => {
        const rows = await tx.journal(id, range)
        return range?.limit === 1 ? rows.map((row) => ({ ...row, by: 'somebody' })) : rows
      },
    })),
    /is told of what they have done/,
  ],
  // 4: in time, once
  [
    'has a worker whose clock is fast',
    { workerClock: (clock) => ({ now: () => new Date(clock.now().getTime() + HOUR) }) },
    /before its time/,
  ],
  [
    'knows no holidays',
    pathwaysAs((compiled) => {
      compiled.calendar = { ...compiled.calendar, isWorkingDay: () => true }
    }),
    /is due|was entered|occurrences of|is asked of/,
  ],
  [
    'does not say what has acted meanwhile',
    inEachWork((tx) => ({
      appendJournal: (row) => {
        const { actedSince: _, ...entry } = JSON.parse(row.entry)
        return tx.appendJournal({ ...row, entry: JSON.stringify(entry) })
      },
    })),
    /what has acted since/,
  ],
  [
    'lets commands lie as far back as they like',
    documentsAs({ backDating: 'P100Y' }),
    /is dated back to .* further than/,
  ],
  [
    'asks no reason for what is dated back',
    commandsAs(({ occurredAt, reason }) => (occurredAt === undefined ? {} : { reason: reason ?? 'Syy' })),
    /is dated back without a reason/,
  ],
  ['lets a suspension stop what the document keeps', keepsNothing, /stands still though it is kept/],
  ['has a worker that looks at no timer', inEachTransaction(() => ({ dueTimers: async () => [] })), /timers were left/],
  // 5: idempotent
  ['ignores keys', inEachWork(() => ({ answer: async () => undefined, saveAnswer: async () => {} })), /repeated/],
  ['forgets what it has answered', without('saveAnswer'), /repeated/],
  [
    'takes any request under a key for the same',
    { vault: (vault) => ({ ...vault, hashRequest: () => '' }) },
    /key-reused|refused/,
  ],
  [
    'takes one caller’s keys for another’s',
    inEachWork(({ answer }) => ({ answer: (_, key) => answer('user-1', key) })),
    /repeated|key-reused/,
  ],
  ['takes no notice of a dry run', withoutHearing('dryRun'), /has changed something/],
  ['dates everything when it is recorded', withoutHearing('occurredAt'), /is dated otherwise/],
  ['does not ask on which revision it was decided', withoutHearing('revision'), /decided on revision/],
  // 7: unknown is not true
  ['takes unknown for true', unknownAs(true), /criteriaAreRight|to be 'unknown'/],
  ['takes unknown for false', unknownAs(false), /criteriaAreRight|to be 'unknown'/],
  [
    'asks the last transition first',
    pathwaysAs((compiled) => {
      const { candidates } = compiled
      compiled.candidates = (...asked) => [...candidates(...asked)].reverse()
    }),
    /whatIsSentIsChosen|whether .* may send|^\w+ in s\d/,
  ],
  // 8: nobody is forgotten
  ['reviews after thirty years', documentsAs({ review: 'P30Y' }), /the date of a review/],
  [
    'forgets a follow-up',
    pathwaysAs((compiled) => {
      const promises = [...compiled.promises].map(
        ([path, one]) => [path, { ...one, followUps: one.followUps.slice(1) }] as const,
      )
      compiled.promises = new Map(promises)
    }),
    /occurrences of/,
  ],
  [
    'forgets a delay',
    pathwaysAs((compiled) => {
      compiled.promises = new Map([...compiled.promises].map(([path, one]) => [path, { ...one, delays: [] }] as const))
    }),
    /entryIsKept/,
  ],
  ['forgets the tasks of a state', statesAs(() => ({ tasks: [] })), /entryIsKept/],
  // 9: people decide
  [
    'takes by itself what should be proposed',
    pathwaysAs(({ transitions }) => {
      for (const one of transitions.values()) one.definition = { ...one.definition, automatic: true }
    }),
    /peopleDecide/,
  ],
  ['asks nobody’s case role', everyRole, /has done what only|whether .* may|may not enter/],
  [
    'asks no reason where the document does',
    pathwaysAs(({ transitions }) => {
      for (const one of transitions.values()) one.definition = { ...one.definition, reasonRequired: false }
    }),
    /without a reason/,
  ],
  [
    'asks no reason for an override',
    commandsAs(({ override, reason }) => (override === undefined ? {} : { reason: reason ?? 'Syy' })),
    /without a reason/,
  ],
  // modules
  ['gives modules no inputs', modulesAs({ inputs: {} }), /modulesAreBound/],
  ['leaves every module running', modulesAs({ whenLeft: 'leave' }), /modulesEndOrRunOn/],
  ['ends every module', modulesAs({ whenLeft: 'end' }), /modulesEndOrRunOn/],
  ['starts modules at the wrong time', modulesAs({ start: 'adHoc' }), /modulesAreStarted/],
  ['does not hear how a module ends', modulesAs({ outputs: {} }), /endsAreHeard/],
  // 11: what is known of a client is sealed
  [
    'seals nothing',
    {
      vault: (vault) => ({
        ...vault,
        seal: (_key, value) => Buffer.from(JSON.stringify(value)),
        open: (_key, sealed) => JSON.parse(Buffer.from(sealed).toString()),
      }),
    },
    /can be read in/,
  ],
]

/** 6: versions hold. They come too seldom for a bound, so here they come all the time. */
const mutantsOfVersions: [name: string, changed: ChangedParts, finding: RegExp][] = [
  [
    'moves running journeys to the latest version',
    {
      ...inEachTransaction((tx) => ({ version: (pathway) => tx.latestVersion(pathway) })),
      memory: forgetful,
    },
    /modulesAreBound|entryIsKept|is due|occurrences of/,
  ],
  [
    'forgets the values chosen at publishing',
    inEachTransaction((tx) => ({
      version: async (...asked) => {
        const row = await tx.version(...asked)
        return row && { ...row, parameters: '{}' }
      },
    })),
    /is due|criteriaAreRight|modulesAreBound|entryIsKept/,
  ],
  ['binds modules to their first version', modulesAs({ version: 1 }), /modulesAreBound/],
]

/** Remembers no compiled pathway, so that each is read anew. */
function forgetful() {
  const pathways: Memory['pathways'] = new Map()
  pathways.set = () => pathways
  return { ...newMemory(), pathways }
}

const property = (changed: ChangedParts, given = lives) =>
  fc.asyncProperty(given, async (life) => {
    await holdLaws(life, changed)
  })

describe('the laws', () => {
  const found: Found[] = []
  afterAll(() => report(found, mutants.length + mutantsOfVersions.length))

  it('hold of Polku where versions are published all the time', { timeout: patience }, async () => {
    await fc.assert(property({}, livesOfVersions), runs(12))
  })

  it.each(mutants)('find out an engine that %s', { timeout: patience }, async (name, changed, finding) => {
    found.push(await findOut(name, property(changed), { most: LIVES, finding }))
  })

  it.each(mutantsOfVersions)('find out an engine that %s', { timeout: patience }, async (name, changed, finding) => {
    found.push(await findOut(name, property(changed, livesOfVersions), { most: LIVES, finding }))
  })
})
