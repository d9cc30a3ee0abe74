import type { FollowUpDefinition, ModuleDefinition } from '../../../engine/pathway/states.ts'
import { type Place, stateOrPathway } from '../../model/places.ts'
import { stateIn } from '../../model/thingAt.ts'
import { choose, type Edit, editDocument, inTurn } from './edit.ts'
import { freeKey } from './names.ts'

type InState = Extract<Place, { kind: 'followUp' | 'module' }>
const keys = { followUp: 'followUps', module: 'modules' } as const

/** Adds a follow-up to a state, and chooses it. */
export const addFollowUp = (state: string, name: string, definition: FollowUpDefinition): Edit =>
  add('followUp', state, name, definition)

/** Adds a module to a state, and chooses it. */
export const addModule = (state: string, name: string, definition: ModuleDefinition): Edit =>
  add('module', state, name, definition)

function add(kind: InState['kind'], state: string, name: string, definition: object): Edit {
  return (now) => {
    const found = stateIn(now.document, state)
    if (!found) return now
    const free = freeKey(name, found[keys[kind]])
    return inTurn(
      editDocument((document) => {
        const owner = stateIn(document, state)
        if (owner) Object.assign(owner, { [keys[kind]]: { ...owner[keys[kind]], [free]: definition } })
      }),
      choose({ kind, state, name: free }),
    )(now)
  }
}

/** Lets a task open in a state too; nothing happens where it does already. */
export const addTaskHere = (state: string, task: string): Edit =>
  editDocument((document) => {
    const owner = stateIn(document, state)
    if (owner && !owner.tasks?.includes(task)) owner.tasks = [...(owner.tasks ?? []), task]
  })

/** Takes a task away from one state, and chooses the state. The task itself stays, and opens wherever else it did. */
export function removeTaskHere(state: string, index: number): Edit {
  return inTurn(
    editDocument((document) => {
      const owner = stateIn(document, state)
      if (owner?.tasks?.[index] === undefined) return
      owner.tasks.splice(index, 1)
      if (owner.tasks.length === 0) delete owner.tasks
    }),
    choose(stateOrPathway(state)),
  )
}

/** Whether a follow-up comes again and again or once; how long stays what it was. */
export function setRepeating({ state, name }: Pick<InState, 'state' | 'name'>, isRepeating: boolean): Edit {
  return editDocument((document) => {
    const found = stateIn(document, state)?.followUps?.[name]
    if (!found) return
    const length = found.every ?? found.after ?? 'P1M'
    delete found.every
    delete found.after
    if (isRepeating) found.every = length
    else found.after = length
  })
}

/** Takes a follow-up or a module away from its state, and chooses the state. */
export function removeInState({ kind, state, name }: InState): Edit {
  return inTurn(
    editDocument((document) => {
      const owner = stateIn(document, state)
      const list = owner?.[keys[kind]]
      if (!owner || !list) return
      delete list[name]
      if (Object.keys(list).length === 0) delete owner[keys[kind]]
    }),
    choose(stateOrPathway(state)),
  )
}

/** Gives a follow-up or a module another key; it keeps its place. Nothing happens when the key is taken. */
export function renameInState({ kind, state, name }: InState, to: string): Edit {
  return (now) => {
    const there = stateIn(now.document, state)?.[keys[kind]] ?? {}
    if (name === to || !Object.hasOwn(there, name) || Object.hasOwn(there, to)) return now
    return inTurn(
      editDocument((document) => {
        const owner = stateIn(document, state)
        const list = owner?.[keys[kind]]
        if (!owner || !list) return
        const entries = Object.entries(list).map(([key, one]) => [key === name ? to : key, one] as const)
        Object.assign(owner, { [keys[kind]]: Object.fromEntries(entries) })
      }),
      choose({ kind, state, name: to }),
    )(now)
  }
}
