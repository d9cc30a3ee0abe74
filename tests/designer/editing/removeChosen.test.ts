import { describe, expect, it } from 'vitest'
import { stepFrom } from '../../../designer/canvas/navigate.ts'
import { duplicate } from '../../../designer/editing/edits/clipboard.ts'
import { removeChosen } from '../../../designer/editing/edits/removeChosen.ts'
import type { Editable } from '../../../designer/editing/history.ts'
import { removalName } from '../../../designer/editing/removalName.ts'
import { drawnPlace } from '../../../designer/model/around.ts'
import { asDraftDocument } from '../../../designer/model/document.ts'
import { isSamePlace, type Place } from '../../../designer/model/places.ts'
import { readPathway } from '../../../designer/model/readPathway.ts'

const document = asDraftDocument({
  id: 'p',
  title: { fi: 'Polku' },
  taskDefinitions: {
    arvio: { label: { fi: 'Arvio' }, role: 'ohjaaja' },
    tapaaminen: { label: { fi: 'Tapaaminen' }, role: 'ohjaaja' },
    muu: { label: { fi: 'Muu' }, role: 'ohjaaja' },
  },
  initial: 'a',
  states: {
    a: {
      label: { fi: 'Alku' },
      tasks: ['arvio', 'tapaaminen'],
      on: { go: [{ target: 'b' }, { target: 'c' }], on: 'c' },
      initial: 'x',
      states: { x: {} },
    },
    b: { tasks: ['arvio'] },
    c: {},
  },
})
const now = (selection: Place): Editable => ({ document, layout: { positions: {} }, selection })
const removed = (place: Place): Editable => removeChosen(place)(now(place))
const state = (path: string): Place => ({ kind: 'state', state: path })
const taskIn = (openedIn: string, name = 'arvio'): Place => ({ kind: 'task', name, openedIn })

describe('what is removed', () => {
  it('gives way to what stood after it among its like, else before it, else to what it lay in', () => {
    expect(removed(state('b')).selection).toEqual(state('c'))
    expect(removed(state('c')).selection).toEqual(state('b'))
    expect(removed(state('a.x')).selection).toEqual(state('a'))
    const transition = { kind: 'transition', state: 'a', trigger: 'on', event: 'go' } as const
    // the second candidate of the event is the first now
    expect(removed({ ...transition, index: 0 }).selection).toEqual({ ...transition, index: 0 })
    expect(removed({ ...transition, event: 'on', index: 0 }).selection).toEqual({ ...transition, index: 1 })
    expect(removed({ kind: 'task', name: 'muu' }).selection).toEqual({ kind: 'task', name: 'tapaaminen' })
    expect(removed(taskIn('a')).selection).toEqual(taskIn('a', 'tapaaminen'))
    expect(removed(taskIn('b')).selection).toEqual(state('b'))
  })

  it('gives way to what is still shown of what is searched for', () => {
    const without = (gone: Place, ...hidden: Place[]): Place =>
      removeChosen(gone, (one) => !hidden.some((place) => isSamePlace(place, one)))(now(gone)).selection
    expect(without(state('b'), state('c'))).toEqual(state('a'))
    expect(without(state('a'), state('b'))).toEqual(state('c'))
    expect(without(state('a'), state('b'), state('c'))).toEqual({ kind: 'pathway' })
    const transition = { kind: 'transition', state: 'a', trigger: 'on', event: 'go' } as const
    // that of another event, which keeps its number; what was hidden has the number of the first now
    expect(without({ ...transition, index: 0 }, { ...transition, index: 1 })).toEqual({
      ...transition,
      event: 'on',
      index: 0,
    })
  })

  it('is, of a task that was chosen in a state, that it opens there', () => {
    const { states, taskDefinitions } = removed(taskIn('a')).document
    expect(states.a?.tasks).toEqual(['tapaaminen'])
    expect(states.b?.tasks).toEqual(['arvio'])
    expect(taskDefinitions).toEqual(document.taskDefinitions)
    const everywhere = removed({ kind: 'task', name: 'arvio' }).document
    expect(everywhere.states.b?.tasks).toBeUndefined()
    expect(everywhere.taskDefinitions?.arvio).toBeUndefined()
  })

  it('says from where, and when that is everywhere', () => {
    expect(removalName(document, taskIn('a'), 'fi')).toEqual({
      text: 'removeTaskHere',
      values: { name: 'Arvio', where: 'Alku' },
    })
    expect(removalName(document, { kind: 'task', name: 'arvio' }, 'fi').text).toBe('removeEverywhere')
  })
})

describe('a task of a state', () => {
  it('is doubled where it opens', () => {
    const doubled = duplicate(taskIn('b'))(now(taskIn('b')))
    expect(doubled.document.states.b?.tasks).toEqual(['arvio', 'arvio2'])
    expect(doubled.document.states.a?.tasks).toEqual(['arvio', 'tapaaminen'])
    expect(doubled.selection).toEqual(taskIn('b', 'arvio2'))
  })

  it('is looked at in that state: the keys go on from there', () => {
    const model = readPathway(document)
    expect(stepFrom(model, taskIn('b'), 'out', new Set())).toEqual(state('b'))
    expect(stepFrom(model, taskIn('a'), 'next', new Set())).toEqual(taskIn('a', 'tapaaminen'))
    // chosen in the list, it is shown by the first that opens it
    expect(drawnPlace(model, { kind: 'task', name: 'arvio' })).toEqual(taskIn('a'))
    expect(drawnPlace(model, { kind: 'task', name: 'muu' })).toBeUndefined()
  })
})
