import { describe, expect, it } from 'vitest'
import { tell } from './machineDocument.ts'
import { play, record, send, wait } from './played.ts'

/** The cases that every statechart engine is asked about, held against XState as they are played. */

/** A region that an event brings to its end. */
const endingBy = (event: string) => ({
  initial: 'busy',
  states: { busy: { on: { [event]: 'ready' } }, ready: { type: 'final' as const } },
})

describe('history', () => {
  const life = (history: 'shallow' | 'deep', target?: string) =>
    ({
      initial: 'away',
      states: {
        away: { on: { back: 'life.past' } },
        life: {
          initial: 'study',
          on: { leave: 'away' },
          states: {
            study: { initial: 'first', states: { first: { on: { next: 'second' } }, second: {} } },
            rest: {},
            past: { type: 'history', history, target },
          },
        },
      },
    }) as const

  it('leads to its default when nothing is remembered', async () => {
    expect((await play(life('shallow', 'rest'), send('back'))).values.at(-1)).toEqual({ life: 'rest' })
  })

  it('leads to the initial state when it has no default', async () => {
    expect((await play(life('shallow'), send('back'))).values.at(-1)).toEqual({ life: { study: 'first' } })
  })

  it('that is shallow remembers the child, that is deep the innermost states', async () => {
    const moves = [send('back'), send('next'), send('leave'), send('back')]
    expect((await play(life('shallow'), ...moves)).values.at(-1)).toEqual({ life: { study: 'first' } })
    expect((await play(life('deep'), ...moves)).values.at(-1)).toEqual({ life: { study: 'second' } })
  })

  it('that is deep remembers every region of a parallel state', async () => {
    const region = (event: string) => ({ initial: 'one', states: { one: { on: { [event]: 'two' } }, two: {} } })
    const { values } = await play(
      {
        initial: 'life',
        states: {
          life: {
            initial: 'both',
            on: { leave: 'away' },
            states: {
              both: { type: 'parallel', states: { z: region('z'), a: region('a') } },
              past: { type: 'history', history: 'deep' },
            },
          },
          away: { on: { back: 'life.past' } },
        },
      },
      send('z'),
      send('leave'),
      send('back'),
    )
    expect(values.at(-1)).toEqual({ life: { both: { z: 'two', a: 'one' } } })
  })
})

describe('parallel regions', () => {
  const both = {
    initial: 'both',
    states: {
      both: {
        type: 'parallel',
        on: { go: 'out' },
        states: {
          z: { initial: 'one', states: { one: { on: { go: 'two', part: '#machine.out' } }, two: {} } },
          a: { initial: 'one', states: { one: { on: { part: { target: 'two', actions: tell('never') } } }, two: {} } },
        },
      },
      out: { type: 'final' },
    },
  } as const

  it('let a transition inside come before one around', async () => {
    const { values } = await play(both, send('go'), send('go'))
    expect(values).toEqual([{ both: { z: 'one', a: 'one' } }, { both: { z: 'two', a: 'one' } }, 'out'])
  })

  it('that conflict let the first one in the document win, whatever the alphabet says', async () => {
    const { values, told } = await play(both, send('part'))
    expect(values.at(-1)).toBe('out')
    expect(told).not.toContain('never')
  })

  it('are entered where a transition with several targets says', async () => {
    const region = { initial: 'one', states: { one: {}, two: {} } }
    const { values } = await play(
      {
        initial: 'start',
        states: {
          start: { on: { go: { target: ['both.a.two', 'both.z.two'] } } },
          both: { type: 'parallel', states: { z: region, b: region, a: region } },
        },
      },
      send('go'),
    )
    expect(values.at(-1)).toEqual({ both: { z: 'two', b: 'one', a: 'two' } })
  })

  it('complete the state around them with the last of them, nested or not', async () => {
    const { values } = await play(
      {
        initial: 'all',
        states: {
          all: {
            type: 'parallel',
            onDone: { target: 'finished', automatic: true },
            states: { z: endingBy('z'), a: { type: 'parallel', states: { x: endingBy('x'), b: endingBy('b') } } },
          },
          finished: { type: 'final' },
        },
      },
      send('x'),
      send('z'),
      send('b'),
    )
    expect(values.at(-1)).toBe('finished')
  })
})

describe('a transition', () => {
  const nest = {
    initial: 'outer',
    states: {
      outer: {
        initial: 'one',
        on: { inward: '.two', again: { target: '.two', reenter: true }, nothing: { actions: tell('told') } },
        states: {
          one: { on: { up: '#machine.outer', self: { target: 'one', reenter: true }, still: 'one' } },
          two: {},
        },
      },
    },
  } as const

  it('to a state inside its own leaves that one only when it says `reenter`', async () => {
    expect((await play(nest, send('inward'))).told).toEqual(['out outer.one', 'in outer.two'])
    expect((await play(nest, send('again'))).told).toEqual(['out outer.one', 'out outer', 'in outer', 'in outer.two'])
  })

  it('to itself leaves and enters only when it says `reenter`', async () => {
    expect((await play(nest, send('still'))).told).toEqual([])
    expect((await play(nest, send('self'))).told).toEqual(['out outer.one', 'in outer.one'])
  })

  it('to an ancestor leaves and enters it', async () => {
    const { told } = await play(nest, send('up'))
    expect(told).toEqual(['out outer.one', 'out outer', 'in outer', 'in outer.one'])
  })

  it('without a target leaves nothing', async () => {
    expect((await play(nest, send('nothing'))).told).toEqual(['told'])
  })

  it('on `*` comes after those that name the event', async () => {
    const machine = {
      initial: 'one',
      states: { one: { on: { '*': 'other', named: { target: 'named', criteria: ['agreed'] } } }, named: {}, other: {} },
    }
    expect((await play(machine, send('named'))).values.at(-1)).toBe('other')
    expect((await play(machine, record({ agreed: true }), send('named'))).values.at(-1)).toBe('named')
  })
})

describe('a delay', () => {
  const waiting = {
    initial: 'one',
    states: {
      one: {
        after: { 500: { target: 'late', automatic: true } },
        on: { again: { target: 'one', reenter: true }, still: { actions: tell('still') }, leave: 'safe' },
      },
      late: {},
      safe: {},
    },
  } as const

  it('counts from the last entry', async () => {
    expect((await play(waiting, wait(300), send('again'))).dues).toEqual([500])
    expect((await play(waiting, wait(300), send('still'))).dues).toEqual([200])
    const { values } = await play(waiting, wait(300), send('again'), wait(300), send('still'), wait(200))
    expect(values.at(-1)).toBe('late')
  })

  it('goes with its state', async () => {
    const { values, dues } = await play(waiting, wait(300), send('leave'), wait(900))
    expect([values.at(-1), dues]).toEqual(['safe', []])
  })

  it('of none at all acts at once, but not before what happens by itself', async () => {
    const { values, told } = await play(
      {
        initial: 'one',
        states: {
          one: { always: { target: 'two', automatic: true }, after: { 0: { target: 'never', automatic: true } } },
          two: { after: { 0: { target: 'three', automatic: true } } },
          three: {},
          never: {},
        },
      },
      send('anything'),
    )
    expect(values[0]).toBe('three')
    expect(told).toEqual([])
  })

  it('that is due with another acts first where its state was entered first', async () => {
    const region = (name: string) => ({ after: { 250: { actions: tell(name), automatic: true } } })
    const { told } = await play(
      { type: 'parallel', states: { z: { initial: 'in', states: { in: region('first') } }, a: region('second') } },
      wait(250),
    )
    expect(told).toEqual(['first', 'second'])
  })

  it('that is due with another does not act when that one has left its state', async () => {
    const { values } = await play(
      {
        initial: 'outer',
        states: {
          outer: {
            initial: 'inner',
            after: { 250: { target: 'left', automatic: true } },
            states: { inner: { after: { 250: { target: 'deeper', automatic: true } } }, deeper: {} },
          },
          left: {},
        },
      },
      wait(250),
    )
    expect(values.at(-1)).toBe('left')
  })
})

describe('what happens by itself', () => {
  it('goes on until nothing more holds', async () => {
    const next = (target: string, criteria: string[] = []) => ({ always: { target, criteria, automatic: true } })
    const { values } = await play(
      {
        initial: 'one',
        states: { one: next('two', ['agreed']), two: next('three'), three: next('four', ['many']), four: {} },
      },
      record({ agreed: true }),
      record({ agreed: true, level: 7 }),
    )
    expect(values).toEqual(['one', 'three', 'four'])
  })

  it('ends the journey in a final state, leaving everything', async () => {
    const { told, isDone } = await play(
      {
        initial: 'one',
        states: { one: { initial: 'in', states: { in: { on: { go: '#machine.end' } } } }, end: { type: 'final' } },
      },
      send('go'),
    )
    expect(isDone).toBe(true)
    expect(told).toEqual(['out one.in', 'out one', 'in end', 'out end', 'out'])
  })

  it('ends the journey when every region of the pathway itself is done', async () => {
    const { isDone, values } = await play(
      { type: 'parallel', states: { z: endingBy('z'), a: endingBy('a') } },
      send('z'),
      send('a'),
    )
    expect(isDone).toBe(true)
    expect(values.at(-1)).toEqual({ z: 'ready', a: 'ready' })
  })
})
