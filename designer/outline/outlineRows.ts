import { delayOf } from '../../engine/pathway/parameters.ts'
import {
  durationInWords,
  expressionAsPill,
  type Language,
  roleName,
  stateName,
  taskName,
  typeInWords,
  wordsOfName,
} from '../../engine/pathway/words/index.ts'
import type { DraftDocument } from '../model/document.ts'
import { placeName } from '../model/placeName.ts'
import { type ListedKind, listed, openedIn, type Place, parentOf, placeKey, stateOrPathway } from '../model/places.ts'
import type { PathwayModel, StateItem, TransitionItem } from '../model/readPathway.ts'
import type { outline } from '../texts/fi/outline.ts'

export type OutlineText = keyof typeof outline

/** What a row is, for its sign and for what can be done with it. */
export type RowKind =
  | 'pathway'
  | 'phase'
  | 'state'
  | 'parallel'
  | 'end'
  | 'history'
  | 'transition'
  | 'followUp'
  | 'module'
  | 'taskHere'
  | 'group'
  | ListedKind

/** A row of the outline that can be seen. */
export interface Row {
  key: string
  kind: RowKind
  /** what it is about; a group is about nothing of its own */
  place: Place | undefined
  /** which list a group is, or a thing stands in */
  list: ListedKind | undefined
  /** the state that a row belongs to, or is; undefined in the lists */
  state: string | undefined
  label: string
  detail: string
  level: number
  position: number
  size: number
  isExpandable: boolean
  isOpen: boolean
  parent: string | undefined
}

export interface RowsOptions {
  open: ReadonlySet<string>
  language: Language
  t: (text: OutlineText, values?: Record<string, string | number>) => string
  /** shows only rows whose name has this in it, and what they lie in */
  query?: string
}

/** Which of a document's lists stand below the states, in which order. */
export const groups: readonly ListedKind[] = [
  'fact',
  'criterion',
  'task',
  'caseRole',
  'parameter',
  'exit',
  'suspension',
]

export const groupKey = (kind: ListedKind): string => `group:${kind}`

/** A row before it is known where among the others it stands. */
interface Node extends Omit<Row, 'level' | 'position' | 'size' | 'isExpandable' | 'isOpen' | 'parent'> {
  inside: () => Node[]
  hasInside: boolean
}

/** The rows that can be seen, in order: what is closed has none of its own. */
export function outlineRows(model: PathwayModel, options: RowsOptions): Row[] {
  const roots = [pathwayNode(model, options), ...groups.map((kind) => groupNode(model, kind, options))]
  const query = options.query?.trim().toLowerCase() ?? ''
  const rows: Row[] = []
  const visit = (nodes: readonly Node[], level: number, parent: string | undefined): void => {
    for (const [index, { inside, hasInside, ...node }] of nodes.entries()) {
      const isOpen = hasInside && (query !== '' || options.open.has(node.key))
      rows.push({
        ...node,
        level,
        position: index + 1,
        size: nodes.length,
        isExpandable: hasInside,
        isOpen,
        parent,
      })
      if (isOpen) visit(inside(), level + 1, node.key)
    }
  }
  visit(roots, 1, undefined)
  return query === '' ? rows : matching(rows, query)
}

/** The rows whose name has a text in it, and those they lie in, counted anew. */
function matching(rows: readonly Row[], query: string): Row[] {
  const byKey = new Map(rows.map((row) => [row.key, row]))
  const kept = new Set<string>()
  for (const row of rows) {
    if (row.kind === 'group' || !row.label.toLowerCase().includes(query)) continue
    for (let at: Row | undefined = row; at; at = at.parent === undefined ? undefined : byKey.get(at.parent))
      kept.add(at.key)
  }
  const counts = new Map<string | undefined, number>()
  const left = rows.flatMap((row) => {
    if (!kept.has(row.key)) return []
    const position = (counts.get(row.parent) ?? 0) + 1
    counts.set(row.parent, position)
    return [{ ...row, position }]
  })
  const parents = new Set(left.map(({ parent }) => parent))
  return left.map((row) => ({
    ...row,
    size: counts.get(row.parent) ?? 1,
    isExpandable: parents.has(row.key),
    isOpen: parents.has(row.key),
  }))
}

function pathwayNode(model: PathwayModel, options: RowsOptions): Node {
  const place: Place = { kind: 'pathway' }
  const root = model.states.get('')
  return {
    key: placeKey(place),
    kind: 'pathway',
    place,
    list: undefined,
    state: '',
    label: placeName(model.document, place, options.language),
    detail: '',
    hasInside: root !== undefined && hasInside(root, model),
    inside: () => (root ? insideOf(root, model, options) : []),
  }
}

function stateNode(item: StateItem, model: PathwayModel, options: RowsOptions): Node {
  const { t, language } = options
  const parent = model.states.get(item.parent ?? '')
  const isFirst = parent?.definition.initial === item.key
  const kind = kindOf(item)
  const details = [isFirst ? t('first') : '', item.type === 'parallel' ? t('parallel').toLowerCase() : '']
  return {
    key: placeKey({ kind: 'state', state: item.path }),
    kind,
    place: { kind: 'state', state: item.path },
    list: undefined,
    state: item.path,
    label: stateName(model.document, item.path, language),
    detail: details.filter((one) => one !== '').join(', '),
    hasInside: hasInside(item, model),
    inside: () => insideOf(item, model, options),
  }
}

export function kindOf({ type, definition }: StateItem): RowKind {
  if (type === 'final') return 'end'
  if (type === 'history') return 'history'
  if (definition.phase) return 'phase'
  return type === 'parallel' ? 'parallel' : 'state'
}

const hasInside = ({ path, definition, children }: StateItem, model: PathwayModel): boolean =>
  children.length > 0 ||
  (definition.tasks?.length ?? 0) > 0 ||
  Object.keys(definition.followUps ?? {}).length > 0 ||
  Object.keys(definition.modules ?? {}).length > 0 ||
  (model.leaving.get(path)?.length ?? 0) > 0

/** In the order of the drawing: what is promised in time, what a person does, what runs beside, ways out, states inside. */
function insideOf(item: StateItem, model: PathwayModel, options: RowsOptions): Node[] {
  const { document } = model
  const { path: state, definition } = item
  const { language } = options
  const leaf = { list: undefined, state, hasInside: false, inside: () => [] }
  const named = (kind: 'followUp' | 'module', name: string, detail: string): Node => {
    const place: Place = { kind, state, name }
    return { ...leaf, key: placeKey(place), kind, place, label: placeName(document, place, language), detail }
  }
  return [
    ...Object.entries(definition.followUps ?? {}).map(([name, followUp]) =>
      named('followUp', name, timeInWords(document, followUp, language)),
    ),
    ...(definition.tasks ?? []).map(
      (name, index): Node => ({
        ...leaf,
        key: taskHereKey(state, name, index),
        kind: 'taskHere',
        place: { kind: 'task', name, openedIn: state },
        label: taskName(document, name, language),
        detail: roleOf(document, name, language),
      }),
    ),
    ...Object.entries(definition.modules ?? {}).map(([name, { pathway }]) =>
      named('module', name, wordsOfName(pathway ?? '')),
    ),
    ...(model.leaving.get(state) ?? []).map(
      (transition): Node => ({
        ...leaf,
        key: placeKey(transition.place),
        kind: 'transition',
        place: transition.place,
        label: transitionLabel(document, transition, options),
        detail: transitionDetail(document, transition, options),
      }),
    ),
    ...item.children.flatMap((child) => {
      const found = model.states.get(child)
      return found ? [stateNode(found, model, options)] : []
    }),
  ]
}

/** What a transition is called; where nobody has named it, when it happens. */
export function transitionLabel(document: DraftDocument, item: TransitionItem, { language, t }: RowsOptions): string {
  const name = placeName(document, item.place, language)
  if (name !== '') return name
  if (item.trigger === 'always') return t('onFacts')
  return item.trigger === 'onDone' ? t('onDone') : t('transition')
}

function transitionDetail(document: DraftDocument, item: TransitionItem, { language, t }: RowsOptions): string {
  const to = item.targets.map((target) => stateName(document, target, language)).join(' + ')
  const where = item.lost.length > 0 ? t('lost') : to === '' ? t('stays') : `→ ${to}`
  const time =
    item.trigger === 'after'
      ? durationInWords(delayOf(item.event), language, { form: 'after', parameters: document.parameters })
      : ''
  const itself = item.trigger === 'on' ? '' : t(item.definition.automatic ? 'byItself' : 'proposal')
  return [where, time, itself].filter((one) => one !== '').join(', ')
}

/** When a follow-up is, in words. */
export function timeInWords(
  { parameters }: DraftDocument,
  { every, after }: { every?: unknown; after?: unknown },
  language: Language,
): string {
  // which parameter gives it is told where there is room
  const length = every ?? after
  const isParameter = typeof length === 'object' && length !== null && 'parameter' in length
  const name = isParameter ? String(length.parameter) : undefined
  const said = name === undefined ? length : (parameters?.[name]?.default ?? length)
  if (every !== undefined) return durationInWords(said, language, { form: 'every', parameters })
  return after === undefined ? '' : durationInWords(said, language, { form: 'after', parameters })
}

const roleOf = (document: DraftDocument, task: string, language: Language): string => {
  const role = document.taskDefinitions?.[task]?.role
  return role ? roleName(document, role, language) : ''
}

function groupNode(model: PathwayModel, kind: ListedKind, options: RowsOptions): Node {
  const names = Object.keys(model.document[listed[kind]] ?? {})
  return {
    key: groupKey(kind),
    kind: 'group',
    place: undefined,
    list: kind,
    state: undefined,
    label: options.t(listed[kind]),
    detail: String(names.length),
    hasInside: names.length > 0,
    inside: () =>
      names.map((name): Node => {
        const place: Place = { kind, name }
        return {
          key: placeKey(place),
          kind,
          place,
          list: kind,
          state: undefined,
          label: placeName(model.document, place, options.language),
          detail: listedDetail(model.document, kind, name, options.language),
          hasInside: false,
          inside: () => [],
        }
      }),
  }
}

function listedDetail(document: DraftDocument, kind: ListedKind, name: string, language: Language): string {
  switch (kind) {
    case 'fact':
      return typeInWords(document.facts?.[name] ?? {}, language)
    case 'criterion':
      return expressionAsPill(document, document.criteria?.[name]?.when, language)
    case 'task':
      return roleOf(document, name, language)
    case 'parameter': {
      const parameter = document.parameters?.[name]
      return parameter?.type === 'duration'
        ? durationInWords(parameter.default, language)
        : String(parameter?.default ?? '')
    }
    case 'exit':
    case 'caseRole':
    case 'suspension':
      return ''
  }
}

const taskHereKey = (state: string, name: string, index: number): string => `here:${state}:${name}:${index}`

/** The key of the row of what is chosen: a task that was chosen in a state has one there. */
export function rowKeyOf({ states }: PathwayModel, place: Place): string {
  const state = openedIn(place)
  if (place.kind !== 'task' || state === undefined) return placeKey(place)
  const at = states.get(state)?.definition.tasks?.indexOf(place.name) ?? -1
  return at < 0 ? placeKey(place) : taskHereKey(state, place.name, at)
}

/** The rows that must be open for a place to be seen. */
export function rowsAround(place: Place): string[] {
  if (place.kind === 'pathway') return []
  const here = openedIn(place)
  if (here === undefined && !('state' in place)) return [groupKey(place.kind)]
  const around: string[] = []
  const from = 'state' in place ? (place.kind === 'state' ? parentOf(place.state) : place.state) : here
  for (let state = from; state !== undefined; state = parentOf(state)) around.push(placeKey(stateOrPathway(state)))
  return around
}
