import { describe, expect, it } from 'vitest'
import { placeStates, placesGiven } from '../../designer/migrate/placeStates.ts'
import { asDraftDocument } from '../../designer/model/document.ts'

type States = Record<string, Record<string, unknown>>
const document = (states: States) => asDraftDocument({ id: 'p', title: { fi: 'Polku' }, states })
const named = (fi: string, more: Record<string, unknown> = {}) => ({ label: { fi }, ...more })

/** Where states are placed: the clients are in those that are named. */
function place(before: States, after: States, inside: readonly string[], chosen: Record<string, string> = {}) {
  const live = new Map(inside.map((path) => [path, 1]))
  const placed = placeStates({ before: document(before), after: document(after), live, chosen, language: 'fi' })
  const paths = (is: 'isAsked' | 'isMissing') => placed.filter((one) => one[is]).map(({ path }) => path)
  return { placed, given: placesGiven(placed), asked: paths('isAsked'), missing: paths('isMissing') }
}

describe('where states are in another version', () => {
  it('asks for none that is there, and for none without anybody in it', () => {
    const { given, asked, missing } = place({ a: named('A'), b: named('B') }, { a: named('Toinen') }, ['a'])
    expect([given, asked, missing]).toEqual([{}, [], []])
  })

  it('guesses by the name where just one state has it', () => {
    const before = { a: named('A'), b: named('B'), c: named('C') }
    const after = { x: named('A'), y: named('B', { states: { b: named('B') } }) }
    const { given, asked, missing } = place(before, after, ['a', 'b', 'c'])
    expect(given).toEqual({ a: 'x' })
    expect(asked).toEqual(['a', 'b', 'c'])
    expect(missing).toEqual(['b', 'c'])
    // a guess can be taken back
    expect(place(before, after, ['a'], { a: '' }).missing).toEqual(['a'])
  })

  it('lets what is inside go along with what is around it', () => {
    const before = { a: named('A', { states: { one: named('Yksi'), two: named('Kaksi') } }) }
    const after = { x: named('X', { states: { one: named('Yksi'), other: named('Kaksi') } }) }
    const inside = ['a', 'a.one']
    expect(place(before, after, inside).given).toEqual({ 'a.one': 'x.one' })
    const { placed, given, missing } = place(before, after, [...inside, 'a.two'], { a: 'x' })
    expect(given).toEqual({ a: 'x', 'a.two': 'x.other' })
    expect(placed[1]?.follows).toEqual({ path: 'x.one', name: 'X › Yksi' })
    expect(missing).toEqual([])
  })

  it('needs no place for what is around clients who all have one', () => {
    const before = { a: named('A', { states: { one: named('Yksi') } }) }
    const after = { b: named('B'), c: named('C') }
    expect(place(before, after, ['a', 'a.one']).missing).toEqual(['a', 'a.one'])
    expect(place(before, after, ['a', 'a.one'], { 'a.one': 'c' }).missing).toEqual([])
  })

  it('asks for what would lose its place as the state around it goes elsewhere', () => {
    const states = { a: named('A', { states: { one: named('Yksi') } }) }
    const { asked, missing } = place(states, { ...states, b: named('B') }, ['a', 'a.one'], { a: 'b' })
    expect([asked, missing]).toEqual([['a.one'], []])
    const renamed = { a: named('A', { states: { one: named('Muu') } }), b: named('B') }
    expect(place(states, renamed, ['a', 'a.one'], { a: 'b' }).missing).toEqual(['a.one'])
  })

  it('brings nobody to an end, or to a state that only remembers', () => {
    const before = { a: named('A', { states: { one: named('Yksi'), ready: named('Valmis', { type: 'final' }) } }) }
    const after = {
      b: named('B', {
        states: { ready: named('Valmis', { type: 'final' }), back: named('Paluu', { type: 'history' }) },
      }),
      end: named('Loppu', { type: 'final' }),
    }
    const choices = new Map(
      place(before, after, []).placed.map((one) => [one.path, one.choices.map(({ path }) => path)]),
    )
    expect(place(after, before, []).placed.map(({ path }) => path)).toEqual(['b', 'b.ready'])
    expect(choices.get('a.one')).toEqual(['b'])
    expect(choices.get('a.ready')).toEqual(['b', 'b.ready'])
    // a state that has become an end is no place either
    expect(place({ a: named('A') }, { a: named('A', { type: 'final' }) }, ['a']).missing).toEqual(['a'])
  })
})
