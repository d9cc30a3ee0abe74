import type { DraftDocument } from '../../model/document.ts'
import { nameTarget, readPathway } from '../../model/readPathway.ts'
import { stateIn } from '../../model/thingAt.ts'
import { type Edit, editDocument } from './edit.ts'
import { mapTargets } from './mapTargets.ts'

/** Gives the pathway another id, in the targets too that begin with it. Nothing happens when a state has it. */
export function renamePathway(id: string): Edit {
  return (now) => {
    if (idsOf(now.document).includes(id)) return now
    return editDocument((document) => {
      retarget(document, now.document, '', now.document.id, id)
      document.id = id
    })(now)
  }
}

/**
 * Gives a state another name for targets from anywhere, or none, and keeps those pointing at it that did. Nothing happens
 * when something else has it.
 */
export function setStateId(state: string, id: string | undefined): Edit {
  return (now) => {
    if (state === '' || (id !== undefined && idsOf(now.document).includes(id))) return now
    const before = stateIn(now.document, state)?.id
    return editDocument((document) => {
      if (before !== undefined) retarget(document, now.document, state, before, id)
      const found = stateIn(document, state)
      if (!found) return
      if (id === undefined) delete found.id
      else found.id = id
    })(now)
  }
}

/** The ids that targets from anywhere may begin with. */
const idsOf = (document: DraftDocument): string[] => [
  document.id,
  ...[...readPathway(document).states.values()].flatMap(({ path, definition }) =>
    path === '' || definition.id === undefined ? [] : [definition.id],
  ),
]

/** Writes targets anew that name a state by an id. @param document is changed */
function retarget(
  document: DraftDocument,
  before: DraftDocument,
  owner: string,
  from: string,
  to: string | undefined,
): void {
  const renamed = (target: string, source: string): string => {
    const rest = target.slice(1 + from.length)
    if (!target.startsWith(`#${from}`) || (rest !== '' && !rest.startsWith('.'))) return target
    if (to !== undefined) return `#${to}${rest}`
    return nameTarget(`${owner}${owner === '' ? rest.slice(1) : rest}`, source, document.id)
  }
  mapTargets(document, readPathway(before), renamed)
}
