import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Machine, Microstep } from '../../../engine/pathway/compileMachine.ts'
import { documentSchema, type PathwayInput } from '../../../engine/pathway/document.ts'
import { deadLeaves } from '../../../engine/pathway/verify/analysis/ends.ts'
import { traceTo } from '../../../engine/pathway/verify/analysis/traceTo.ts'
import { verifyDocument } from '../../../engine/pathway/verify/index.ts'
import { type VerifyContext, verifyContext } from '../../../engine/pathway/verify/verifyContext.ts'
import { patience, runs } from '../../support/runs.ts'
import { pathwayOf, pathwayPlan, soundPathway } from './soundPathway.ts'

/** Pathways with some of their transitions led somewhere else, so that some of them are no longer sound. */
const rewiredFrom = (pathways: fc.Arbitrary<PathwayInput>): fc.Arbitrary<PathwayInput> =>
  fc.tuple(pathways, fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 6 })).map(([input, changes]) => {
    const copy = structuredClone(input)
    const { transitions, states } = contextOf(copy)
    const paths = [...states.values()]
      .filter(({ type, path }) => type !== 'history' && path !== '')
      .map(({ path }) => path)
    for (const [which, where] of changes) {
      const transition = transitions[which % transitions.length]
      const path = paths[where % paths.length]
      if (transition && path !== undefined) setAt(copy, transition.path, `#polku.${path}`)
    }
    return copy
  })

const rewired = rewiredFrom(soundPathway)

/** The same without parallel states and history. */
const rewiredPlain = rewiredFrom(
  pathwayPlan.map((plan) => {
    const stages = plan.stages.map((stage) => ({ ...stage, pause: 'none' as const }))
    return pathwayOf({
      ...plan,
      stages: stages.map((one) => (one.kind === 'parallel' ? { ...one, kind: 'compound' } : one)),
    })
  }),
)

const contextOf = (input: PathwayInput): VerifyContext => verifyContext(documentSchema.parse(input), {})

function setAt(root: object, path: readonly (string | number)[], target: string): void {
  const holder = path.slice(0, -1).reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], root)
  const key = path.at(-1) ?? ''
  const record = holder as Record<string, unknown>
  const old = record[key]
  record[key] = typeof old === 'object' && old !== null && !Array.isArray(old) ? { ...old, target } : target
}

function machineOf(context: VerifyContext): Machine {
  if (!context.machine) throw new Error('the pathway does not compile')
  return context.machine
}

/** Configurations that the real statechart gets to when any transition of an active state may be taken at any time. */
function explore(context: VerifyContext, most: number) {
  const machine = machineOf(context)
  const first = machine.initial()
  const keyOf = (step: Microstep) => JSON.stringify(step.configuration)
  const found = new Map<string, { step: Microstep; next: string[] }>([[keyOf(first), { step: first, next: [] }]])
  const queue = [keyOf(first)]
  for (let key = queue.shift(); key !== undefined; key = queue.shift()) {
    const at = found.get(key)
    if (!at || at.step.done) continue
    for (const path of at.step.active) {
      for (const { id, kind } of context.transitionsOf.get(path) ?? []) {
        if (kind === 'done' && !isDone(path, at.step.active, context)) continue
        const step = machine.take(at.step.configuration, [id])
        at.next.push(keyOf(step))
        if (found.has(keyOf(step))) continue
        if (found.size >= most) return undefined
        found.set(keyOf(step), { step, next: [] })
        queue.push(keyOf(step))
      }
    }
  }
  return found
}

function isDone(path: string, active: readonly string[], context: VerifyContext): boolean {
  const state = context.states.get(path)
  if (!state || !active.includes(path)) return false
  if (state.type === 'final') return true
  const children = state.children.filter((child) => context.states.get(child)?.type !== 'history')
  if (state.type === 'parallel') return children.every((child) => isDone(child, active, context))
  return children.some((child) => context.states.get(child)?.type === 'final' && active.includes(child))
}

/** The configurations from which the end of the pathway can be reached. */
function ending(found: NonNullable<ReturnType<typeof explore>>): Set<string> {
  const ends = new Set([...found].filter(([, { step }]) => step.done).map(([key]) => key))
  for (let isGrowing = true; isGrowing; ) {
    isGrowing = false
    for (const [key, { next }] of found) {
      if (ends.has(key) || !next.some((one) => ends.has(one))) continue
      ends.add(key)
      isGrowing = true
    }
  }
  return ends
}

describe('what verification claims about flow, held against the compiled statechart', () => {
  it('calls no state unreachable that the statechart gets to', { timeout: patience }, () => {
    fc.assert(
      fc.property(rewired, (input) => {
        const context = contextOf(input)
        for (const { step } of explore(context, 150)?.values() ?? []) {
          for (const path of step.active) expect(context.graph.reachable).toContain(path)
        }
      }),
      runs(60),
    )
  })

  it('calls no state a dead end from which the statechart gets to an end', { timeout: patience }, () => {
    let checked = 0
    fc.assert(
      fc.property(rewired, (input) => {
        const context = contextOf(input)
        const dead = deadLeaves(context)
        const found = explore(context, 150)
        if (!found || dead.size === 0) return
        const ends = ending(found)
        for (const [key, { step }] of found) {
          if (!step.active.some((path) => dead.has(path))) continue
          checked++
          expect([key, ends.has(key)]).toEqual([key, false])
        }
      }),
      runs(80),
    )
    expect(checked).toBeGreaterThan(100)
  })

  it('finds every dead end of pathways without parallel states', { timeout: patience }, () => {
    let stuck = 0
    fc.assert(
      fc.property(rewiredPlain, (input) => {
        const context = contextOf(input)
        const found = explore(context, 150)
        if (!found) return
        const ends = ending(found)
        const dead = deadLeaves(context)
        for (const [key, { step }] of found) {
          if (ends.has(key)) continue
          stuck++
          expect(step.active.some((path) => dead.has(path))).toBe(true)
        }
      }),
      runs(120),
    )
    expect(stuck).toBeGreaterThan(20)
  })

  it('gives only traces that lead there, for most states', { timeout: patience }, () => {
    let [traced, all] = [0, 0]
    fc.assert(
      fc.property(soundPathway, (input) => {
        const context = contextOf(input)
        for (const path of context.graph.reachable) {
          if (context.states.get(path)?.type === 'history') continue
          all++
          if (traceTo(path, context) !== undefined) traced++
        }
      }),
      runs(50),
    )
    expect(traced / all).toBeGreaterThan(0.9)
  })

  it('lets every document compile in which it finds no error', { timeout: patience }, () => {
    fc.assert(
      fc.property(rewired, (input) => {
        const codes = verifyDocument(input).findings.map(({ code }) => code)
        expect(codes).not.toContain('does-not-compile')
      }),
      runs(100),
    )
  })
})
