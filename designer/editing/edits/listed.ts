import { produce } from 'immer'
import { completedValue, declaredValues } from '../../../engine/pathway/declaredValues.ts'
import type { DraftDocument } from '../../model/document.ts'
import { type ListedKind, listed, type Place } from '../../model/places.ts'
import { choose, type Edit, editDocument, inTurn } from './edit.ts'
import { freeKey } from './names.ts'
import { mapReferences, type ReferredKind } from './references.ts'

type Definitions = Record<string, unknown>

/** Lists a new fact, criterion, task, case role, parameter, coded exit or reason of suspension, and chooses it. */
export function addListed(kind: ListedKind, name: string, definition: object): Edit {
  return (now) => {
    const free = freeKey(name, takenNames(now.document, kind))
    return inTurn(
      editDocument((document) => {
        definitionsOf(document, kind)[free] = definition
      }),
      choose({ kind, name: free }),
    )(now)
  }
}

/** Takes something off its list, and away from wherever it is referred to. */
export function removeListed(kind: ListedKind, name: string): Edit {
  return (now) => {
    if (!Object.hasOwn(now.document[listed[kind]] ?? {}, name)) return now
    return inTurn(
      editDocument((document) => {
        mapReferences(document, kind, (one) => (one === name ? undefined : one))
        const definitions = definitionsOf(document, kind)
        delete definitions[name]
        if (Object.keys(definitions).length === 0) delete document[listed[kind]]
      }),
      choose({ kind: 'pathway' }),
    )(now)
  }
}

/**
 * Gives something another key, here and wherever it is referred to; it keeps its place in the list.
 * Nothing happens when the key is taken.
 */
export function renameListed(kind: ListedKind, name: string, to: string): Edit {
  return (now) => {
    const there = now.document[listed[kind]] ?? {}
    if (name === to || !Object.hasOwn(there, name) || Object.hasOwn(takenNames(now.document, kind), to)) return now
    const renamed = editDocument((document) => {
      mapReferences(document, kind, (one) => (one === name ? to : one))
      const entries = Object.entries(definitionsOf(document, kind))
      Object.assign(document, {
        [listed[kind]]: Object.fromEntries(entries.map(([key, one]) => [key === name ? to : key, one])),
      })
    })
    return inTurn(renamed, choose({ kind, name: to }))(now)
  }
}

/** What a new thing of a kind cannot be called: facts and parameters share their names, under which criteria find one value. */
export function takenNames(document: DraftDocument, kind: ListedKind): Readonly<Record<string, unknown>> {
  if (kind !== 'fact' && kind !== 'parameter') return document[listed[kind]] ?? {}
  const counted = Object.keys(document.taskDefinitions ?? {}).map((task) => [completedValue(task), task])
  return { ...declaredValues, ...Object.fromEntries(counted), ...document.facts, ...document.parameters }
}

/** Gives an event another name wherever it is sent, taken or awaited. Nothing happens when the name is taken. */
export function renameEvent(event: string, to: string): Edit {
  return (now) => {
    if (event === to || usesOf(now.document, 'event', to).length > 0) return now
    const { selection } = now
    const chosen = selection.kind === 'transition' && selection.trigger === 'on' && selection.event === event
    const renamed = editDocument((document) => mapReferences(document, 'event', (one) => (one === event ? to : one)))
    return chosen ? inTurn(renamed, choose({ ...selection, event: to }))(now) : renamed(now)
  }
}

/** Where something is referred to. */
export function usesOf(document: DraftDocument, kind: ReferredKind, name: string): Place[] {
  const found: Place[] = []
  produce(document, (draft) => {
    mapReferences(draft, kind, (one, place) => {
      if (one === name) found.push(place)
      return one
    })
  })
  return found
}

function definitionsOf(document: DraftDocument, kind: ListedKind): Definitions {
  const key = listed[kind]
  if (document[key] === undefined) Object.assign(document, { [key]: {} })
  return document[key] as unknown as Definitions
}
