import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createMachine, initialTransition, type Snapshot, transition } from 'xstate'
import { parseDuration } from '../../../engine/pathway/calendar/index.ts'
import { compilePathway } from '../../../engine/pathway/compilePathway.ts'
import { documentSchema, type PathwayDocument, type PathwayInput } from '../../../engine/pathway/document.ts'
import { exportXState } from '../../../engine/pathway/exportXState.ts'
import { importXState } from '../../../engine/pathway/importXState.ts'
import { listStates, listTransitionPlaces } from '../../../engine/pathway/stateTree.ts'
import { verifyDocument } from '../../../engine/pathway/verify/index.ts'
import { runs } from '../../support/runs.ts'
import { soundPathway } from './soundPathway.ts'

type TransitionInput = Exclude<NonNullable<PathwayInput['always']>, string | unknown[]>

const parse = (input: PathwayInput): PathwayDocument => documentSchema.parse(input)

/** What is a statechart in a document: states, events, targets, criteria by name, history, finals. */
function structure(document: PathwayDocument) {
  return listStates(document).map((state) => ({
    path: state.path,
    type: state.type,
    initial: state.initial,
    history: state.definition.history,
    target: state.definition.target,
    id: state.path === '' ? document.id : state.definition.id,
    transitions: listTransitionPlaces(state).map(({ kind, event, definition }) => ({
      kind,
      event: kind === 'after' ? milliseconds(event) : event,
      target: definition.target,
      reenter: definition.reenter,
      criteria: definition.criteria,
      actions: definition.actions === undefined ? undefined : [definition.actions].flat(),
    })),
  }))
}

function milliseconds(key: string): number {
  if (/^\d+$/.test(key)) return Number(key)
  const duration = parseDuration(key)
  if (duration.counts !== 'calendar') throw new Error('the generated delays are on the calendar')
  return Math.round((duration.months * 30.436875 + duration.days) * 86_400_000)
}

describe('export to XState', () => {
  it('is JSON that XState accepts and begins in the same states', () => {
    fc.assert(
      fc.property(soundPathway, (input) => {
        const document = parse(input)
        const { machine } = exportXState(document)
        expect(JSON.parse(JSON.stringify(machine))).toEqual(machine)
        const [snapshot] = initialTransition(createMachine(machine as Parameters<typeof createMachine>[0]))
        const pathway = compilePathway(document)
        // what is driven by itself may go on at once in XState
        const isStill = Object.values(document.states).every(({ always }) => always === undefined)
        if (isStill) expect(snapshot.value).toEqual(pathway.machine.initial().configuration.value)
      }),
      runs(60),
    )
  })

  it('moves as the pathway does, event by event, when every guard holds', () => {
    fc.assert(
      fc.property(soundPathway, fc.array(fc.nat(), { maxLength: 8 }), (input, picks) => {
        const document = parse(onlyEvents(input))
        const pathway = compilePathway(document)
        const { machine } = exportXState(document)
        const holds = () => true
        const guards = Object.fromEntries(
          ['criteria', ...Object.keys(document.criteria ?? {})].map((name) => [name, holds]),
        )
        const twin = createMachine(machine as Parameters<typeof createMachine>[0], { guards })
        let ours = pathway.machine.initial()
        let [theirs] = initialTransition(twin)
        for (const pick of picks) {
          const events = [...new Set(ours.active.flatMap((path) => pathway.eventsOf(path)))]
          const type = events[pick % Math.max(1, events.length)]
          if (type === undefined || ours.done) return
          const chosen = innermost(ours.active, (path) => pathway.candidates(path, 'on', type)[0]?.id)
          ours = pathway.machine.take(ours.configuration, chosen)
          theirs = transition(twin, theirs as Snapshot<unknown> as never, { type })[0]
          expect(theirs.value).toEqual(ours.configuration.value)
        }
      }),
      runs(80),
    )
  })

  it('lists what is lost, at the place where it stands', () => {
    const { machine, losses } = exportXState(
      parse({
        id: 'polku',
        title: { fi: 'Polku' },
        initial: 'alku',
        facts: { tunnit: { type: 'number', label: { fi: 'Tunnit' } } },
        criteria: {
          taso: { label: { fi: 'Taso' }, when: 'tunnit >= 6' },
          aika: { label: { fi: 'Aika' }, when: 'daysInState > 3' },
        },
        parameters: { raja: { type: 'duration', label: { fi: 'Raja' }, default: { workingDays: 5 }, origin: 'ours' } },
        states: {
          alku: {
            label: { fi: 'Alku' },
            followUps: { seuranta: { every: 'P1M', actions: 'muistuta' } },
            on: {
              eteen: { target: 'loppu', criteria: ['taso', 'aika'], by: ['ohjaaja'] },
              taakse: { criteria: ['taso'] },
            },
            after: { PT36H: 'loppu', raja: 'loppu' },
          },
          loppu: { type: 'final' },
        },
      }),
    )
    expect(machine.states?.alku).toEqual({
      on: {
        eteen: [{ target: 'loppu', guard: { type: 'criteria', params: { all: ['taso', 'aika'] } } }],
        taakse: [{ guard: 'taso' }],
      },
      after: { 129600000: [{ target: 'loppu' }], 604800000: [{ target: 'loppu' }] },
    })
    expect(losses.map(({ path }) => path.join('.'))).toEqual(
      expect.arrayContaining([
        'title',
        'facts',
        'criteria',
        'parameters',
        'states.alku.label',
        'states.alku.followUps',
        'states.alku.on.eteen.by',
        'states.alku.after.PT36H',
        'states.alku.after.raja',
      ]),
    )
    const approximated = losses.filter(({ what }) => what.includes(' as ')).map(({ path }) => path.join('.'))
    expect(approximated).toEqual(['states.alku.after.raja'])
  })

  it('keeps or lists every key of the format', () => {
    const transition = {
      target: 'b',
      reenter: true,
      label: { fi: 'x' },
      description: { fi: 'x', sv: 'y' },
      criteria: ['c'],
      by: ['r'],
      effect: 'service' as const,
      automatic: true,
      whenSuspended: 'keep' as const,
      reasonRequired: true,
      actions: 'tell',
      source: 's',
      meta: {},
    } satisfies Required<TransitionInput>
    const state: PathwayInput['states'][string] = {
      id: 'oma',
      type: 'compound',
      label: { fi: 'x' },
      description: { fi: 'x' },
      initial: 'b',
      on: { e: transition },
      always: transition,
      after: { P1D: transition },
      onDone: transition,
      entry: 'tell',
      exit: 'tell',
      tags: 'x',
      meta: {},
      phase: { label: { fi: 'x' }, goal: { fi: 'x' }, responsible: 'r' },
      tasks: [],
      followUps: {},
      modules: {},
      enterable: true,
      history: true,
      target: 'b',
      end: { code: 'x', label: { fi: 'x' }, outcome: 'completed' },
      states: { b: {} },
    }
    const {
      id: _id,
      label: _label,
      onDone: _done,
      phase: _phase,
      enterable: _enterable,
      history: _history,
      target: _target,
      end: _end,
      type: _type,
      ...shared
    } = state
    const document: Required<PathwayInput> = {
      $schema: 'x',
      id: 'polku',
      type: 'compound',
      title: { fi: 'x' },
      sources: [],
      calendar: 'fi',
      facts: {},
      criteria: {},
      caseRoles: {},
      parameters: {},
      taskDefinitions: {},
      exits: {},
      suspensions: {},
      backDating: 'P1D',
      review: 'P1M',
      recordClass: 'socialCare',
      ...(shared as Required<typeof shared>),
      states: { oma: state, b: {} },
    }
    const { machine, losses } = exportXState(parse(document))
    const kept = (from: object, to: object | undefined, path: string) =>
      Object.keys(from).filter((key) => {
        const name = { criteria: 'guard', automatic: 'target' }[path === '' ? '' : key] ?? key
        return (
          !(to && name in to) && !losses.some((loss) => loss.path.join('.') === [path, key].filter(Boolean).join('.'))
        )
      })
    expect(kept(document, machine, '')).toEqual([])
    expect(kept(state, machine.states?.oma, 'states.oma')).toEqual([])
    expect(kept(transition, machine.states?.oma?.on?.e?.[0], 'states.oma.on.e')).toEqual([])
  })

  it('comes back from import with the same statechart, as a draft that asks for its criteria', () => {
    fc.assert(
      fc.property(soundPathway, (input) => {
        const document = parse(input)
        const { draft } = importXState(JSON.parse(JSON.stringify(exportXState(document).machine)))
        expect(structure(parse(draft))).toEqual(structure(document))
        const errors = verifyDocument(draft).findings.filter(({ severity }) => severity === 'error')
        expect([...new Set(errors.map(({ code }) => code))].filter((code) => code !== 'constant-criterion')).toEqual([])
      }),
      runs(100),
    )
  })
})

/** The pathway without what XState does by itself. */
function onlyEvents(input: PathwayInput): PathwayInput {
  const strip = ({ always: _always, onDone: _onDone, after: _after, ...state }: PathwayInput['states'][string]) => ({
    ...state,
    ...(state.states ? { states: mapStates(state.states) } : {}),
  })
  const mapStates = (states: PathwayInput['states']): PathwayInput['states'] =>
    Object.fromEntries(Object.entries(states).map(([key, state]) => [key, strip(state)]))
  return { ...input, states: mapStates(input.states) }
}

/** Per region the innermost state's choice. */
function innermost(active: readonly string[], choose: (path: string) => string | undefined): string[] {
  const chosen: string[] = []
  const visit = (path: string): boolean => {
    const children = active.filter((one) => one !== '' && one !== path && parentOf(one) === path)
    const isInside = children.map(visit).includes(true)
    const own = isInside ? undefined : choose(path)
    if (own !== undefined) chosen.push(own)
    return isInside || own !== undefined
  }
  visit('')
  return chosen
}

const parentOf = (path: string): string => path.split('.').slice(0, -1).join('.')
