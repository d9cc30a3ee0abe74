import { recordOf } from './words/DraftDocument.ts'
import {
  type DraftDocument,
  type DraftState,
  type DraftTransition,
  draftStates,
  draftTransitions,
  durationInWords,
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
 * transitions by their labels with their criteria, follow-ups and tasks as notes. States are numbered in the order of the
 * document and named by their labels; any text is safe in it. A draft of any shape may be drawn: what leads nowhere is
 * left out.
 *
 * @example toMermaid(suunto, 'fi') // 'stateDiagram-v2\n  direction LR\n  state "Kartoitus" as s1 …'
 */
export function toMermaid(document: DraftDocument, language: Language = 'fi'): string {
  const states = draftStates(document)
  const drawing: Drawing = {
    document,
    language,
    byPath: new Map(states.map((state) => [state.path, state])),
    ids: new Map(states.map(({ path }, index) => [path, `s${index}`])),
  }
  const [root] = states
  if (!root) return 'stateDiagram-v2\n'
  return `${['stateDiagram-v2', ...indented(insideOf(root, drawing)), ...indented(edges(drawing))].join('\n')}\n`
}

interface Drawing {
  document: DraftDocument
  language: Language
  byPath: ReadonlyMap<string, DraftState>
  /** what each state is called in the diagram */
  ids: ReadonlyMap<string, string>
}

/** The states inside a state: side by side for regions, else with an arrow to the first. */
function insideOf(state: DraftState, drawing: Drawing): string[] {
  const children = state.children.flatMap((path) => drawing.byPath.get(path) ?? [])
  const notes = state.path === '' ? notesOf(state, drawing) : []
  if (state.type === 'parallel') {
    const regions = children.filter(({ type }) => type !== 'history')
    const history = children.filter(({ type }) => type === 'history').flatMap((one) => drawn(one, drawing))
    return [
      ...regions.flatMap((one, index) => [...(index > 0 ? ['--'] : []), ...drawn(one, drawing), ...first(one, drawing)]),
      ...history,
      ...notes,
    ]
  }
  const initial = drawing.byPath.get(pathOf(state, String(recordOf(state.definition).initial ?? '')))
  return [...(initial ? first(initial, drawing) : []), ...children.flatMap((one) => drawn(one, drawing)), ...notes]
}

const pathOf = ({ path }: DraftState, key: string): string => (path === '' ? key : `${path}.${key}`)
const idOf = (path: string, { ids }: Drawing): string => ids.get(path) ?? 's0'
const first = ({ path }: DraftState, drawing: Drawing): string[] => [`[*] --> ${idOf(path, drawing)}`]

function drawn(state: DraftState, drawing: Drawing): string[] {
  const id = idOf(state.path, drawing)
  const isHistory = state.type === 'history'
  const mark = recordOf(state.definition).history === 'deep' ? 'H*' : 'H'
  const name = isHistory ? mark : stateName(drawing.document, state.path, drawing.language)
  const declared = `state "${safe(name)}" as ${id}`
  const inside = state.children.length > 0 ? [`${declared} {`, ...indented(insideOf(state, drawing)), '}'] : [declared]
  const end = state.type === 'final' ? [`${id} --> [*]`] : []
  return [...inside, ...end, ...notesOf(state, drawing)]
}

/** What is promised in a state: its tasks, and its follow-ups in words. */
function notesOf(state: DraftState, drawing: Drawing): string[] {
  const { document, language } = drawing
  const { followUps, tasks } = recordOf(state.definition)
  const opens = Array.isArray(tasks) ? tasks.filter((task): task is string => typeof task === 'string') : []
  const lines = [
    ...opens.map((task) => taskName(document, task, language)),
    ...Object.keys(recordOf(followUps)).map((name) => followUpInWords(document, state.path, name, language)),
  ]
  const beside = state.path === '' ? document.initial : undefined
  const id = state.path === '' ? idOf(String(beside ?? ''), drawing) : idOf(state.path, drawing)
  return lines.length > 0 ? [`note right of ${id}`, ...indented(lines.map(safe)), 'end note'] : []
}

/** Arrows stand outside all states: Mermaid draws them wherever their ends are. */
function edges(drawing: Drawing): string[] {
  return draftTransitions(drawing.document).flatMap((transition) => {
    const label = safe(labelOf(transition, drawing))
    const from = sourceOf(transition, drawing)
    return targetsOf(drawing.document, transition).flatMap(({ path }) =>
      path === undefined || from === undefined ? [] : [`${from} --> ${idOf(path, drawing)}${label === '' ? '' : ` : ${label}`}`],
    )
  })
}
