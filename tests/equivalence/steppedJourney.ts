import { entryOf } from '../../engine/commands/loaded.ts'
import { actTimer } from '../../engine/journey/actTimer.ts'
import { canonicalState } from '../../engine/journey/canonicalState.ts'
import { blankState } from '../../engine/journey/changes.ts'
import { isRefusal, type Refusal } from '../../engine/journey/refusal.ts'
import type { EntryType, JournalEntry } from '../../engine/journey/replay.ts'
import { send } from '../../engine/journey/send.ts'
import { start } from '../../engine/journey/start.ts'
import type { JourneyState } from '../../engine/journey/state.ts'
import type { Step, StepInput } from '../../engine/journey/step.ts'
import { factsChanged } from '../../engine/journey/work.ts'
import { compilePathway } from '../../engine/pathway/compilePathway.ts'
import { documentSchema, type PathwayInput } from '../../engine/pathway/document.ts'
import { testClock } from '../support/testClock.ts'
import { coach } from '../support/testPolku.ts'
import { actionsOf, type ComparedJourney, duesOf } from './comparedJourney.ts'
import type { Facts } from './machinePlan.ts'

/**
 * A journey by the pure steps alone, for many of them in little time: its state goes through text after every step.
 * @param changed what a journey that reads its state wrongly makes of it
 */
export function steppedJourney(
  input: PathwayInput,
  known: Facts,
  changed: (state: JourneyState) => JourneyState = (state) => state,
): ComparedJourney {
  const document = documentSchema.parse(input)
  const clock = testClock()
  let pathway = compilePathway(document)
  let facts = known
  let text = ''
  let entries: JournalEntry[] = []

  const now = (): StepInput => ({
    pathway,
    journey: 'one',
    state: text === '' ? blankState() : changed(JSON.parse(text) as JourneyState),
    facts: new Map(Object.entries(facts).map(([name, value]) => [name, { id: name, value, holdsFrom: 0 }])),
    now: clock.ms,
    occurredAt: clock.ms,
  })
  const keep = (step: Step, entry: JournalEntry) => {
    text = canonicalState({ ...step.state, at: clock.ms })
    entries.push(entry)
  }
  const keepUnlessRefused = (type: EntryType, step: Step | Refusal): boolean => {
    if (!isRefusal(step)) {
      keep(step, entryOf(type, step))
      return true
    }
    if (step.refused === 'unhandled' || step.refused === 'blocked') return false
    throw new Error(`${type} was refused as ${step.refused}`)
  }
  const nextDue = () => {
    const due = now().state.timers.filter(({ dueAt }) => dueAt <= clock.ms)
    return due.sort((a, b) => a.dueAt - b.dueAt || a.id - b.id)[0]
  }

  return {
    document,
    clock,
    failures: [],
    start: async () => {
      text = ''
      entries = []
      keepUnlessRefused(
        'start',
        start({ ...now(), version: 1, responsible: { user: coach.user, team: null }, by: coach }),
      )
    },
    send: async (event) => keepUnlessRefused('send', send({ ...now(), event, by: coach })),
    record: async (changed) => {
      facts = changed
      if (now().state.status === 'active') keepUnlessRefused('facts', factsChanged(now()))
    },
    isDue: async () => nextDue() !== undefined,
    runDue: async () => {
      for (let due = nextDue(); due; due = nextDue()) {
        const { step } = actTimer(now(), due)
        keep(step, entryOf('timer', step))
        pathway = compilePathway(document)
      }
    },
    reload: async () => {
      pathway = compilePathway(document)
    },
    standing: async () => {
      const { value, status, timers, visits } = now().state
      const since = entries
      entries = []
      return {
        value,
        isDone: status === 'ended',
        dues: duesOf(timers),
        actions: actionsOf(since),
        entries: since,
        visits: visits.map(({ state }) => state),
      }
    },
    close: async () => {},
  }
}
