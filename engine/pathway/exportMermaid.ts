import { lossComments, mermaidLosses } from './mermaidLosses.ts'
import { delayOf } from './parameters.ts'
import { namesOf, recordOf, stringOf, textOf } from './words/DraftDocument.ts'
import {
  type DraftDocument,
  type DraftState,
  type DraftTransition,
  draftStates,
  draftTransitions,
  durationInWords,
  exitName,
  expressionAsPill,
  followUpInWords,
  type Language,
  moduleInWords,
  outcomeInWords,
  phrasesOf,
  stateName,
  targetsOf,
  taskName,
  transitionInWords,
  transitionName,
} from './words/index.ts'

/**
 * A pathway as a Mermaid `stateDiagram-v2`, to look at and to put in a document: nested states, regions, history, ends;
 * transitions by their labels with their criteria, and whether they are proposals; tasks, follow-ups, modules and what
 * happens within a state as notes. What holds wherever a journey is, exits among it, leaves a state of its own. States are
 * numbered in the order of the document and named by their labels; any text is safe in it. A draft of any shape may be
 * drawn. What a diagram has no place for is listed in comments at the top.
 *
 * @example toMermaid(suunto, 'fi') // 'stateDiagram-v2\n  %% Kaaviosta puuttuu:\n … [*] --> s1\n  state "Kartoitus" as s1 {\n …'
 */
export function toMermaid(document: DraftDocument, language: Language = 'fi'): string {
  const states = draftStates(document)
  const drawing: Drawing = {
    document,
    language,
    byPath: new Map(states.map((state) => [state.path, state])),
    ids: new Map([...states.map(({ path }) => path), anywhere].map((path, index) => [path, `s${index}`])),
    arrows: new Map(),
  }
  const moved = new Set<DraftTransition>()
  for (const transition of draftTransitions(document)) {
    for (const { holder, line, isMoved } of arrowsOf(transition, drawing)) {
      drawing.arrows.set(holder, [...(drawing.arrows.get(holder) ?? []), line])
      if (isMoved) moved.add(transition)
    }
  }
  const root = drawing.byPath.get('')
  // regions are drawn inside a state only
  const lines = root?.type === 'parallel' ? drawn(root, drawing) : root ? insideOf(root, drawing) : []
  const losses = lossComments(mermaidLosses(document, language, [...moved]), language)
  return `${['stateDiagram-v2', ...indented([...losses, ...lines, ...drawnAnywhere(drawing)])].join('\n')}\n`
}

/** Stands for the path of the state that is drawn for what holds wherever a journey is. No state can be called that. */
const anywhere = '@'

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
  if (state.type !== 'parallel') {
    return [...begins, ...children.flatMap((one) => drawn(one, drawing)), ...arrows]
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
  const ends = state.type === 'final' ? [`${id} --> [*]${labelled(endOfJourney(state, name, drawing))}`] : []
  const notes = state.path === '' ? [] : noteBeside(state, id, drawing)
  return [...inside, ...ends, ...notes]
}

/** How a journey has ended in a state: by what people call that, what it counts as, and its code. */
function endOfJourney({ definition }: DraftState, name: string, { language }: Drawing): string {
  if (definition.end === undefined) return ''
  const { label, outcome, code } = recordOf(definition.end)
  const called = textOf(label, language)
  const said = [called === name ? undefined : called, outcomeInWords(outcome, language), stringOf(code)]
  return said.filter((one) => one !== undefined).join(' · ')
}

/** What holds wherever a journey is: its exits and ways on, and what is promised all the time. */
function drawnAnywhere(drawing: Drawing): string[] {
  const { document, language, byPath, ids } = drawing
  const id = idOf(anywhere, drawing)
  const root = byPath.get('')
  const exits = Object.entries(recordOf(document.exits)).map(([code, exit]) => {
    const how = `${outcomeInWords(recordOf(exit).outcome, language)} · ${code}`
    return `${id} --> [*]${labelled(`${exitName(document, code, language)} (${how})`)}`
  })
  const notes = root ? noteBeside(root, id, drawing) : []
  const leads = draftTransitions(document).some((one) => one.source === '' && arrowsOf(one, drawing).length > 0)
  if (exits.length + notes.length === 0 && !leads) return []
  return [`state "${safe(phrasesOf(language).diagram.anywhere)}" as ${ids.get(anywhere)}`, ...exits, ...notes]
}

const labelled = (text: string): string => (text === '' ? '' : ` : ${safe(text)}`)

/** What is promised while a state lasts, and what happens within it: tasks, follow-ups, modules, what leads nowhere. */
function noteBeside(state: DraftState, id: string, { document, language }: Drawing): string[] {
  const { followUps, tasks, modules } = state.definition
  const staying = draftTransitions(document).filter(
    (one) => one.source === state.path && targetsOf(document, one).length === 0,
  )
  const lines = [
    ...namesOf(tasks).map((task) => taskName(document, task, language)),
    ...Object.keys(recordOf(followUps)).map((name) => followUpInWords(document, state.path, name, language)),
    ...Object.keys(recordOf(modules)).map((name) => moduleInWords(document, state.path, name, language)),
    ...staying.map((one) => transitionInWords(document, one, language)),
  ]
  return lines.length === 0 ? [] : [`note right of ${id}`, ...indented(lines.map(safe)), 'end note']
}

/** A transition's arrows, each with the path of the state inside which it is drawn. */
function arrowsOf(transition: DraftTransition, drawing: Drawing): { holder: string; line: string; isMoved: boolean }[] {
  const text = labelled(labelOf(transition, drawing))
  const isDone = transition.kind === 'done'
  const source = transition.source === '' ? anywhere : transition.source
  const from = endOf(source, isDone, drawing)
  return targetsOf(drawing.document, transition).flatMap(({ path }) => {
    if (path === undefined || path === '') return []
    const to = endOf(path, false, drawing)
    const line = `${idOf(from, drawing)} --> ${idOf(to, drawing)}${text}`
    return [{ holder: holderOf(from, to, drawing), line, isMoved: from !== source || to !== path }]
  })
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

/** An arrow's label: the transition's own, what drives it when no person does, and its criteria, all as short as can be. */
function labelOf(transition: DraftTransition, { document, language }: Drawing): string {
  const { diagram } = phrasesOf(language)
  const { kind, event, definition } = transition
  const parameters = document.parameters
  const delay =
    kind === 'after' && definition.label !== undefined
      ? [durationInWords(delayOf(event), language, { form: 'after', parameters })]
      : []
  const how = kind === 'on' ? [] : [...delay, definition.automatic === true ? diagram.automatic : diagram.proposal]
  const criteria = namesOf(transition.definition.criteria).map((name) => {
    const criterion = recordOf(recordOf(document.criteria)[name])
    return expressionAsPill(document, criterion.when, language)
  })
  const name = transitionName(document, transition, language) ?? ''
  const said = [...how, ...criteria]
  return said.length === 0 ? name : `${name} (${said.join(' · ')})`.trim()
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
