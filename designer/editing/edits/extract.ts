import type { Text } from '../../../engine/pathway/values.ts'
import type { DraftDocument, DraftState } from '../../model/document.ts'
import { childOf, keyOf, type ListedKind, listed } from '../../model/places.ts'
import { nameTarget, readPathway } from '../../model/readPathway.ts'
import { stateIn } from '../../model/thingAt.ts'
import type { Layout } from '../layout.ts'
import { definitionsIn, withDefinitions } from './definitions.ts'
import { choose, type Edit, editDocument, inTurn } from './edit.ts'
import { type ExtractRefusal, extractRefusals } from './extractRefusals.ts'
import { usesOf } from './listed.ts'
import { mapTargets } from './mapTargets.ts'
import { freeKey } from './names.ts'

/** A pathway made of the inside of a state, and the edit that puts a module in its place. */
export interface Extraction {
  pathway: DraftDocument
  layout: Layout
  edit: Edit
}

/**
 * Makes a pathway of its own of what is inside a state. The state stays where it is with its own transitions, tasks and
 * follow-ups, and runs the new pathway as a module from when it is entered; what happened when its inside was done happens
 * when the module ends. What was possible before is possible after, in the one journey or the other, with the same criteria
 * over the same facts, and what was promised in time comes due on the same days, since
 * - one comes in only by entering the state, and its inside begins where it begins; one comes out only by its end, or by
 *   leaving the state, which ends the module too. Where this is not so, extraction is refused (`wayIn`, `wayOut`, `jump`);
 * - a module knows no past and counts from its own beginning, so nothing may ask for what was before (`history`, `clock`,
 *   `counted`);
 * - no event or change of facts is handled in both journeys at once, where within one the innermost would decide (`event`,
 *   `facts`), and nothing around waits for an end that only the module sees (`region`);
 * - `onDone` of the state becomes the event that the module's end sends, which the engine takes or proposes by the same rule;
 * - the module asks facts, which are the client's, and the same parameters, given to it as this pathway has them.
 *
 * Three things are new, as with any module: a person may send that event too, the two journeys are each watched over by a
 * review of its own where nothing else does, and the module begins when its message is dealt with, dated as the entry.
 * @param key the new pathway's name in data
 * @param taken names that published pathways have
 */
export function extractModule(
  document: DraftDocument,
  layout: Layout,
  path: string,
  key: string,
  title: Text,
  taken: readonly string[] = [],
): Extraction | ExtractRefusal {
  const [refusal] = extractRefusals(document, path)
  if (refusal) return refusal
  const owner = stateIn(document, path)
  if (!owner || key === document.id || taken.includes(key)) return { reason: 'taken' }
  const home = homeOf(path, owner)
  const pathway = pathwayOf(document, path, key, title, owner, home)
  const event = freeEvent(`${key}Valmis`, document)
  const edit = inTurn(
    editDocument((draft) => {
      const state = stateIn(draft, path)
      if (!state) return
      const { onDone } = state
      const inputs = Object.fromEntries(
        Object.keys(pathway.parameters ?? {}).map((name) => [name, { parameter: name }]),
      )
      const module = {
        pathway: key,
        label: title,
        ...(Object.keys(inputs).length > 0 && { inputs }),
        ...(onDone !== undefined && { outputs: { '*': event } }),
      }
      state.modules = { ...state.modules, [freeKey(key, state.modules)]: module }
      if (onDone !== undefined) state.on = { ...state.on, [event]: onDone }
      delete state.states
      delete state.initial
      delete state.onDone
      delete state.type
    }),
    withoutUnused(document, path),
    (now) => ({ ...now, layout: layoutOutside(now.layout, path) }),
    choose({ kind: 'state', state: path }),
  )
  return { pathway, layout: layoutInside(layout, path, home), edit }
}

/** The state of the new pathway that holds what goes on at once; none where one thing follows another. */
const homeOf = (path: string, { type }: DraftState): string => (type === 'parallel' ? keyOf(path) : '')

function pathwayOf(
  document: DraftDocument,
  path: string,
  key: string,
  title: Text,
  owner: DraftState,
  home: string,
): DraftDocument {
  const { calendar, recordClass, backDating, review } = document
  const { initial, states } = home === '' ? inTheirOrder(owner) : atOnce(owner, home)
  const part: DraftDocument = {
    id: key,
    title,
    ...(calendar && { calendar }),
    ...(recordClass && { recordClass }),
    ...(backDating && { backDating }),
    ...(review && { review }),
    ...(initial !== undefined && { initial }),
    states,
  }
  return withDefinitions(retargeted(part, document, path, home), document)
}

/** States of which one follows another: those that ended the state end the pathway. */
function inTheirOrder({ initial, states = {} }: DraftState): Pick<DraftDocument, 'initial' | 'states'> {
  const ended = Object.entries(states).map(([name, state]): [string, DraftState] => {
    if (state.type !== 'final' || state.end !== undefined) return [name, state]
    return [name, { ...state, end: { code: name, label: state.label ?? { fi: name }, outcome: 'completed' } }]
  })
  return { initial, states: Object.fromEntries(ended) }
}

const endLabel: Text = { fi: 'Valmis', sv: 'Färdig', en: 'Done' }

/** States that are on at once stay in one that holds them; when each has come to its end, so has the pathway. */
function atOnce({ states = {}, phase, label }: DraftState, home: string): Pick<DraftDocument, 'initial' | 'states'> {
  const end = freeKey('valmis', { [home]: true })
  const name = phase?.label ?? label
  return {
    initial: home,
    states: {
      [home]: {
        type: 'parallel',
        ...(name && { label: name }),
        states,
        onDone: { target: end, label: endLabel, automatic: true },
      },
      [end]: { type: 'final', label: endLabel, end: { code: end, label: endLabel, outcome: 'completed' } },
    },
  }
}

/** The transitions inside, named from the new pathway. */
function retargeted(part: DraftDocument, document: DraftDocument, path: string, home: string): DraftDocument {
  const { targetOf } = readPathway(document)
  const ids = readPathway(part)
  return editDocument((draft) =>
    mapTargets(draft, ids, (target, source) => {
      // what holds the others is new, and leads on by itself
      if (source === home && home !== '') return target
      const to = targetOf(target, `${path}${home === '' ? `.${source}` : source.slice(home.length)}`)
      const there = to === undefined ? undefined : childOf(home, to.slice(path.length + 1))
      return there === undefined || ids.targetOf(target, source) === there ? target : nameTarget(there, source, part.id)
    }),
  )({ document: part, layout: { positions: {} }, selection: { kind: 'pathway' } }).document
}

/** Criteria, tasks and facts that only the inside used go with it. */
function withoutUnused(before: DraftDocument, path: string): Edit {
  const inside = { id: before.id, title: before.title, states: stateIn(before, path)?.states ?? {} }
  const moved = withDefinitions(inside, before)
  const gone = (['criterion', 'task', 'fact'] as const satisfies ListedKind[]).flatMap((kind) =>
    Object.keys(definitionsIn(moved, kind)).map((name): Edit => {
      return (now) => {
        if (usesOf(now.document, kind, name).length > 0) return now
        return editDocument((draft) => {
          const left = draft[listed[kind]]
          if (!left) return
          delete left[name]
          if (Object.keys(left).length === 0) delete draft[listed[kind]]
        })(now)
      }
    }),
  )
  return inTurn(...gone)
}

function freeEvent(name: string, document: DraftDocument): string {
  const taken = Object.fromEntries(readPathway(document).transitions.map(({ event }) => [event, true]))
  return freeKey(name, taken)
}

function layoutInside({ positions, collapsed }: Layout, path: string, home: string): Layout {
  const inside = (one: string): string[] =>
    one.startsWith(`${path}.`) ? [childOf(home, one.slice(path.length + 1))] : []
  return {
    positions: Object.fromEntries(
      Object.entries(positions).flatMap(([one, position]) => inside(one).map((to) => [to, position])),
    ),
    ...(collapsed && { collapsed: collapsed.flatMap(inside) }),
  }
}

function layoutOutside({ positions, collapsed, ...others }: Layout, path: string): Layout {
  const isOutside = (one: string): boolean => !one.startsWith(`${path}.`)
  return {
    ...others,
    positions: Object.fromEntries(Object.entries(positions).filter(([one]) => isOutside(one))),
    ...(collapsed && { collapsed: collapsed.filter((one) => isOutside(one) && one !== path) }),
  }
}
