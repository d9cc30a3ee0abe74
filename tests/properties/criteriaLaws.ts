import { expect } from 'vitest'
import type { PolkuProblem } from '../../engine/index.ts'
import { applyChange, draftOf } from '../../engine/journey/changes.ts'
import type { JourneyState } from '../../engine/journey/state.ts'
import { type Choice, referenceChoice } from './referenceChoice.ts'
import { type Asked, factsIn, lackingIn, referenceTruth } from './referenceTruth.ts'
import type { Watch, WatchedStep } from './watch.ts'

/** Promise 7: each criterion was what the facts of that time say, saw those facts, and lacks what nobody knows. */
export function criteriaAreRight(_watched: Watch, step: WatchedStep): void {
  const { placed, pathway, facts } = step
  for (const { transition, criterion, value, seen, lacks } of placed.entry.criteria) {
    const source = pathway.transitions.get(transition)?.source ?? ''
    const when = pathway.criteria.get(criterion)?.definition.when ?? ''
    // a criterion may have been asked at any point of the step: what counts days or tasks may have changed within it
    const moments = statesWithin(step)
      .filter((state) => state.visits.some((visit) => visit.state === source))
      .map((state) => ({ pathway, state, facts, now: placed.recordedAt }))
    const truths = moments.map((asked) => referenceTruth(asked, source, when))
    expect(truths, `${when}, asked for ${transition}`).toContain(value)
    const held = factsIn({ pathway, state: step.after, facts, now: placed.recordedAt }, when)
    for (const [name, id] of Object.entries(seen)) if (id !== null) expect(id, `${name} as seen`).toBe(held.get(name))
    if (value !== 'unknown') continue
    expect(lacks.length, `${when} lacks nothing, and is unknown`).toBeGreaterThan(0)
    expect(moments.flatMap((asked) => lackingIn(asked, source, when))).toEqual(expect.arrayContaining(lacks))
  }
}

function statesWithin({ placed, before }: WatchedStep): JourneyState[] {
  let draft = draftOf(before)
  const states = [before]
  for (const change of placed.entry.changes) {
    draft = draftOf(applyChange(draft, change))
    states.push(draft)
  }
  return states
}

/** Promise 7: an event takes what was chosen, and nothing is taken while a choice hangs on something unknown. */
export function whatIsSentIsChosen(_watched: Watch, { placed, before, pathway, facts }: WatchedStep): void {
  const { entry, type, recordedAt } = placed
  if (type !== 'send') return
  const choice = referenceChoice(
    { pathway, state: before, facts, now: recordedAt },
    'on',
    entry.event ?? '',
    entry.override,
  )
  expect(idsOf(choice.unknown), `"${entry.event}" was taken though it was unknown`).toEqual([])
  const isSent = (id: string) => choice.chosen.some((one) => one.id === id)
  const [first = ''] = entry.taken
  expect(isSent(first), `"${entry.event}" took ${first}, not ${idsOf(choice.chosen).join()}`).toBe(true)
}

/** Promise 7: an event is refused for the reason that the facts give, and the refusal names what is missing. */
export function refusalIsRight(asked: Asked, event: string, refused: PolkuProblem, choice: Choice): void {
  if (refused.code === 'unknown') {
    expect(idsOf(choice.unknown).length, `"${event}" was refused as unknown`).toBeGreaterThan(0)
    expect(refused.details.lacks).toEqual(choice.lacks)
  }
  if (refused.code === 'blocked' || refused.code === 'unhandled') {
    expect(idsOf([...choice.unknown, ...choice.chosen]), `"${event}" was refused as ${refused.code}`).toEqual([])
    expect(choice.isHandled).toBe(refused.code === 'blocked')
  }
  if (refused.code === 'not-allowed') {
    expect(idsOf(choice.chosen).length, `"${event}" was not allowed in ${asked.state.pathway}`).toBeGreaterThan(0)
  }
}

const movesNothing = new Set(['claimTask', 'delegateTask', 'handOver'])

/** Promise 9: a step comes to rest: what facts ask for has been taken when it is automatic, else it waits for a person. */
export function factsAreHeeded(_watched: Watch, { placed, after, pathway, facts }: WatchedStep): void {
  if (after.status !== 'active' || after.suspensions.length > 0 || movesNothing.has(placed.type)) return
  const choice = referenceChoice({ pathway, state: after, facts, now: placed.recordedAt }, 'always', 'always')
  for (const { id, definition } of choice.chosen) {
    expect(definition.automatic ?? false, `${id} is due by facts, and was not taken`).toBe(false)
    const isProposed = after.tasks.some((task) => task.kind === 'proposal' && task.name === id)
    expect(isProposed || after.dismissed.includes(id), `${id} is due by facts, and nobody was asked`).toBe(true)
  }
}

/** Promise 9: what nobody has sent or accepted is taken only where the document says `automatic`. */
export function peopleDecide(_watched: Watch, { placed, before, pathway }: WatchedStep): void {
  const { entry, type } = placed
  const accepted = before.tasks.find((task) => task.kind === 'proposal' && task.id === entry.task)
  for (const id of entry.taken) {
    const transition = pathway.transitions.get(id)
    const isSent = type === 'send' && transition?.kind === 'on' && [entry.event, '*'].includes(transition.event)
    const isAccepted = type === 'answerProposal' && (entry.task === undefined || accepted?.name === id)
    if (!transition || isSent || isAccepted) continue
    expect(transition.definition.automatic ?? false, `nobody has asked for ${id}`).toBe(true)
  }
}

const byRule = new Set(['timer', 'moduleEnded'])

/** Promise 9: the journal marks each step as made by a person or by rule. */
export function ruleIsMarked({ journeys }: Watch, { placed, after }: WatchedStep): void {
  const { by, type } = placed
  expect(placed.byRule, `${type} by ${by}`).toBe(by === 'polku')
  if (byRule.has(type)) expect(by).toBe('polku')
  if (after.parent === null && !byRule.has(type)) expect(by, `${type} of ${journeys.size}`).not.toBe('polku')
}

const idsOf = (list: readonly { id: string }[]) => list.map(({ id }) => id)
