import { type DraftDocument, recordOf, stringOf } from './DraftDocument.ts'
import { oncePerDocument } from './oncePerDocument.ts'

/** A state of a draft; what it is said to be may be anything, what it is counted as is always one of five. */
export interface DraftState {
  /** keys of its ancestors and its own, joined by dots; the pathway itself is `''` */
  path: string
  key: string
  parent: string | undefined
  type: 'atomic' | 'compound' | 'parallel' | 'final' | 'history'
  definition: DraftDocument
  depth: number
  /** paths */
  children: readonly string[]
  /** its place in the document, as a JSON pointer */
  pointer: string
}

/** Nested deeper than this, a document is refused; whatever lies below is left out here. */
const deepest = 40

/**
 * Every state of a draft, the pathway itself first, parents before children, in the document's order. A draft is walked
 * once, so that each of 500 states can be named at once: whoever edits makes a new document and leaves the old as it is.
 */
export const draftStates: (document: DraftDocument) => readonly DraftState[] = oncePerDocument(walk)

/** The states of a draft by path. */
export const statesByPath: (document: DraftDocument) => ReadonlyMap<string, DraftState> = oncePerDocument(
  (document) => new Map(draftStates(document).map((state) => [state.path, state])),
)

function walk(document: DraftDocument): DraftState[] {
  const found: DraftState[] = []
  const depths = new Map<string | undefined, number>()
  const visit = (value: unknown, key: string, path: string, parent: string | undefined, pointer: string) => {
    const definition = recordOf(value)
    const depth = path === '' ? 0 : (depths.get(parent) ?? 0) + 1
    depths.set(path, depth)
    const pathOf = (child: string) => (path === '' ? child : `${path}.${child}`)
    const keys = depth < deepest ? Object.keys(recordOf(definition.states)) : []
    const children = keys.filter(isOnePath)
    const type = typeOf(definition, children.length > 0)
    found.push({ path, key, parent, type, definition, depth, children: children.map(pathOf), pointer })
    for (const child of children) {
      visit(recordOf(definition.states)[child], child, pathOf(child), path, `${pointer}/states/${pointerKey(child)}`)
    }
  }
  visit(document, stringOf(document.id) ?? '', '', undefined, '')
  return found
}

/** Keys that no name may be are left out: two states would have one path. Verification tells of them. */
const isOnePath = (key: string): boolean => key !== '' && !key.includes('.')

/** A key as a JSON pointer writes it (RFC 6901). */
export const pointerKey = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1')

function typeOf({ type }: DraftDocument, hasStates: boolean): DraftState['type'] {
  switch (type) {
    case 'atomic':
    case 'compound':
    case 'parallel':
    case 'final':
    case 'history':
      return type
    default:
      return hasStates ? 'compound' : 'atomic'
  }
}

/** The state at a path; undefined where a draft has none. */
export function draftState(document: DraftDocument, path: string): DraftState | undefined {
  return statesByPath(document).get(path)
}
