import { namesOf, recordOf, stringOf } from './words/DraftDocument.ts'
import {
  type DraftDocument,
  type DraftState,
  type DraftTransition,
  draftStates,
  draftTransitions,
  expressionAsPill,
  followUpInWords,
  type Language,
  stateName,
  targetsOf,
  taskName,
  transitionName,
} from './words/index.ts'

/**
 * A pathway as a Mermaid `stateDiagram-v2`, to look at and to put in a document: nested states, regions, history, ends;
 * transitions by their labels with their criteria, tasks and follow-ups as notes. States are numbered in the order of the
 * document and named by their labels; any text is safe in it. A draft of any shape may be drawn: what leads nowhere is
 * left out.
 *
 * @example toMermaid(suunto, 'fi') // 'stateDiagram-v2\n  [*] --> s1\n  state "Kartoitus" as s1 {\n …'
 */
export function toMermaid(document: DraftDocument, language: Language = 'fi'): string {
  const states = draftStates(document)
  const drawing: Drawing = {
    document,
    language,
    byPath: new Map(states.map((state) => [state.path, state])),
    ids: new Map(states.map(({ path }, index) => [path, `s${index}`])),
    arrows: new Map(),
  }
  for (const { holder, line } of draftTransitions(document).flatMap((one) => arrowsOf(one, drawing))) {
    drawing.arrows.set(holder, [...(drawing.arrows.get(holder) ?? []), line])
  }
  const root = drawing.byPath.get('')
  // regions are drawn inside a state only
  const lines = root?.type === 'parallel' ? drawn(root, drawing) : root ? insideOf(root, drawing) : []
  return `${['stateDiagram-v2', ...indented(lines)].join('\n')}\n`
}

interface Drawing {
  document: DraftDocument
  language: Language
  byPath: ReadonlyMap<string, DraftState>
  /** what each state is called in the diagram */
  ids: ReadonlyMap<string, string>
  /** arrows by the innermost state that holds both their ends: drawn elsewhere, a region would lose its own */
  arrows: Map<string, readonly string[]>
}

const indented = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`)
const idOf = (path: string, { ids }: Drawing): string => ids.get(path) ?? 's0'

/** What stands inside a state: regions with a line between them, else an arrow to the first state, and the others. */
function insideOf(state: DraftState, drawing: Drawing): string[] {
  const children = state.children.flatMap((path) => drawing.byPath.get(path) ?? [])
  const arrows = drawing.arrows.get(state.path) ?? []
  const initial = initialOf(state, drawing)
  const begins = initial === undefined ? [] : [`[*] --> ${idOf(initial, drawing)}`]
  const notes = state.path === '' && initial !== undefined ? noteBeside(state, idOf(initial, drawing), drawing) : []
  if (state.type !== 'parallel') {
    return [...begins, ...children.flatMap((one) => drawn(one, drawing)), ...arrows, ...notes]
  }
  const regions = children.filter(({ type }) => type !== 'history')
  const history = children.filter(({ type }) => type === 'history')
  return [
    ...history.flatMap((one) => drawn(one, drawing)),
    ...arrows,
    ...regions.flatMap((one, index) => [...(index > 0 ? ['--'] : []), ...drawn(one, drawing)]),
  ]
}

function initialOf({ path, definition, type }: DraftState, drawing: Drawing): string | undefined {
  const key = stringOf(definition.initial)
  if (key === undefined || type === 'parallel') return undefined
  const initial = path === '' ? key : `${path}.${key}`
  return drawing.byPath.has(initial) ? initial : undefined
}

function drawn(state: DraftState, drawing: Drawing): string[] {
  const { document, language } = drawing
  const id = idOf(state.path, drawing)
  const mark = state.definition.history === 'deep' ? 'H*' : 'H'
  const name = state.type === 'history' ? mark : stateName(document, state.path, language)
  const declared = `state "${safe(name)}" as ${id}`
  const inside = state.children.length > 0 ? [`${declared} {`, ...indented(insideOf(state, drawing)), '}'] : [declared]
  const ends = state.type === 'final' ? [`${id} --> [*]`] : []
  return [...inside, ...ends, ...noteBeside(state, id, drawing)]
}

/** What is promised while a state lasts: its tasks, and its follow-ups in words. */
function noteBeside(state: DraftState, id: string, { document, language }: Drawing): string[] {
  const { followUps, tasks } = state.definition
  const lines = [
    ...namesOf(tasks).map((task) => taskName(document, task, language)),
    ...Object.keys(recordOf(followUps)).map((name) => followUpInWords(document, state.path, name, language)),
  ]
  return lines.length === 0 ? [] : [`note right of ${id}`, ...indented(lines.map(safe)), 'end note']
}

/** A transition's arrows, each with the path of the state inside which it is drawn. */
function arrowsOf(transition: DraftTransition, drawing: Drawing): { holder: string; line: string }[] {
  const text = safe(labelOf(transition, drawing))
  const isDone = transition.kind === 'done'
  const from = endOf(transition.source === '' ? (rootSource(drawing) ?? '') : transition.source, isDone, drawing)
  return targetsOf(drawing.document, transition).flatMap(({ path }) => {
    if (path === undefined || path === '' || from === '') return []
    const to = endOf(path, false, drawing)
    const line = `${idOf(from, drawing)} --> ${idOf(to, drawing)}${text === '' ? '' : ` : ${text}`}`
    return [{ holder: holderOf(from, to, drawing), line }]
  })
}

/** What holds wherever the journey is leaves the first state in the drawing: the whole has no edge of its own. */
function rootSource(drawing: Drawing): string | undefined {
  const root = drawing.byPath.get('')
  return root && (root.type === 'parallel' ? root.children[0] : initialOf(root, drawing))
}

/**
 * Where an arrow is drawn from or to. Mermaid fails to draw those of a state with states inside it within a region
 * (mermaid-js/mermaid#4052), so there it is the state where that one begins, or for its completion where it ends.
 */
function endOf(path: string, isDone: boolean, drawing: Drawing): string {
  const state = drawing.byPath.get(path)
  if (!state || state.children.length === 0 || !isInRegion(state, drawing)) return path
  const final = state.children.find((child) => drawing.byPath.get(child)?.type === 'final')
  const inside = (isDone ? final : undefined) ?? initialOf(state, drawing) ?? state.children[0]
  return inside === undefined ? path : endOf(inside, isDone, drawing)
}

function isInRegion({ parent }: DraftState, drawing: Drawing): boolean {
  const around = parent === undefined ? undefined : drawing.byPath.get(parent)
  return around !== undefined && (around.type === 'parallel' || isInRegion(around, drawing))
}

/** The innermost state around both ends that is not parallel, since there only regions stand. */
function holderOf(from: string, to: string, drawing: Drawing): string {
  let holder = drawing.byPath.get(from)?.parent ?? ''
  while (holder !== '' && !(to.startsWith(`${holder}.`) && drawing.byPath.get(holder)?.type !== 'parallel')) {
    holder = drawing.byPath.get(holder)?.parent ?? ''
  }
  return holder
}

/** An arrow's label: the transition's own, and its criteria as short as they can be said. */
function labelOf(transition: DraftTransition, { document, language }: Drawing): string {
  const criteria = namesOf(transition.definition.criteria).map((name) => {
    const criterion = recordOf(recordOf(document.criteria)[name])
    return expressionAsPill(document, criterion.when, language)
  })
  const name = transitionName(document, transition, language) ?? ''
  return criteria.length === 0 ? name : `${name} (${criteria.join(' · ')})`.trim()
}

/** A text as Mermaid takes it: on one line, what means something to Mermaid by its code point. */
function safe(text: string): string {
  const plain = text
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll(/[^\p{L}\p{N} .,()/+\-−≥≤≠·–”“’→]/gu, (char) => `#${char.codePointAt(0)};`)
    .replaceAll(/-(?=-)/g, '#45;')
  return plain.replaceAll(/end note/gi, (words) => words.replace(' ', '#32;'))
}
