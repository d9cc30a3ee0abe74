import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { documentSchema } from '../../../engine/pathway/document.ts'
import { importXState } from '../../../engine/pathway/importXState.ts'
import { verifyDocument } from '../../../engine/pathway/verify/index.ts'
import { runs } from '../../support/runs.ts'

describe('import from XState', () => {
  it('takes a machine of Stately with names of its own', () => {
    const { draft, notes } = importXState({
      context: { retries: 0 },
      id: 'Client onboarding',
      initial: 'Waiting for reply',
      states: {
        'Waiting for reply': {
          on: {
            'reply received': [
              { target: 'In work', guard: { type: 'is complete?' }, actions: [{ type: 'log reply' }] },
            ],
          },
          after: { '1000': 'Closed', patience: { target: '#closed', guard: 'is complete?' } },
          entry: { type: 'xstate.assign' },
        },
        'In work': {
          invoke: { src: 'worker', id: 'work', onDone: [{ target: 'Closed' }], onError: '#(machine).nowhere' },
          initial: '1. Ensin',
          states: { '1. Ensin': { on: { NEXT: { target: 'Ääliö' } } }, Ääliö: { type: 'final' } },
          description: 'Someone works on it',
        },
        Closed: { id: 'closed', type: 'final', output: {} },
      },
    })
    expect(draft.id).toBe('Client_onboarding')
    expect(draft.initial).toBe('Waiting_for_reply')
    expect(draft.states.Waiting_for_reply?.on).toEqual({
      reply_received: [
        { label: { fi: 'reply received' }, target: 'In_work', criteria: ['is_complete'], actions: ['log_reply'] },
      ],
    })
    expect(draft.states.In_work?.states?.Aalio?.label).toEqual({ fi: 'Ääliö' })
    expect(draft.states.Closed?.label).toBeUndefined()
    expect(draft.states.Waiting_for_reply?.after).toEqual({
      1000: [{ target: 'Closed' }],
      patience: [{ target: '#closed', criteria: ['is_complete'] }],
    })
    expect(draft.criteria?.is_complete).toEqual({ label: { fi: 'is complete?' }, when: 'null' })
    expect(draft.parameters?.patience).toMatchObject({ type: 'duration', origin: 'ours' })
    expect(draft.states.In_work?.initial).toBe('Ensin')
    expect(draft.states.In_work?.states?.Ensin?.on?.NEXT).toEqual([{ target: 'Aalio' }])
    expect(draft.states.In_work?.on?.['work.done']).toEqual([{ target: 'Closed' }])
    const places = notes.map(({ path }) => path.join('.'))
    for (const place of [
      'context',
      'id',
      'states.In work.invoke',
      'states.Closed.output',
      'states.Waiting for reply.entry.0',
    ]) {
      expect(places).toContain(place)
    }
    expect(documentSchema.safeParse(draft).success).toBe(true)
    const errors = verifyDocument(draft).findings.filter(({ severity }) => severity === 'error')
    expect(errors.map(({ code }) => code)).toEqual(['unknown-target', 'constant-criterion'])
  })

  it('keeps names apart that would become the same', () => {
    const { draft } = importXState({
      initial: 'a b',
      states: {
        'a b': { on: { 'x y': 'a-b', 'x.y': 'a?b', x_y: 'a_b' } },
        'a?b': {},
        'a-b': {},
        a_b: { type: 'final' },
      },
    })
    expect(Object.keys(draft.states)).toEqual(['a_b', 'a_b_2', 'a-b', 'a_b_3'])
    expect(draft.states.a_b?.on).toEqual({
      x_y: [{ label: { fi: 'x y' }, target: 'a-b' }],
      'x.y': [{ target: 'a_b_2' }],
      x_y_2: [{ label: { fi: 'x_y' }, target: 'a_b_3' }],
    })
  })

  it('turns guards made of guards and of code into criteria to be written', () => {
    const { draft, notes } = importXState({
      initial: 'a',
      states: {
        a: {
          on: {
            both: { target: 'b', guard: { type: 'and', guards: ['x', { type: 'y' }] } },
            either: { target: 'b', guard: { type: 'or', guards: ['x', 'y'] } },
            more: { target: 'b', guard: { type: 'over', params: { limit: 5 } } },
            less: { target: 'b', guard: { type: 'over', params: { limit: 2 } } },
            code: { target: 'b', guard: () => true, actions: [() => undefined, 'tell'] },
            old: { target: 'b', cond: 'x' },
          },
        },
        b: { type: 'final' },
      },
    })
    const criteria = Object.values(draft.states.a?.on ?? {}).map((listed) => [listed].flat()[0])
    expect(criteria.map((one) => (typeof one === 'object' ? one.criteria : undefined))).toEqual([
      ['x', 'y'],
      ['or'],
      ['over'],
      ['over_2'],
      ['guard'],
      ['x'],
    ])
    expect(notes.filter(({ code }) => code === 'code-action' || code === 'guard-code')).toHaveLength(2)
  })

  it('never throws, and always gives a draft of the right form', () => {
    const junk = fc.oneof(
      fc.anything(),
      fc.object({
        key: fc.constantFrom(
          'states',
          'on',
          'after',
          'always',
          'invoke',
          'target',
          'id',
          'type',
          'initial',
          'guard',
          'actions',
          'meta',
          '__proto__',
          'a',
          '',
        ),
      }),
    )
    fc.assert(
      fc.property(junk, (input) => {
        const { draft } = importXState(input)
        const parsed = documentSchema.safeParse(draft)
        expect(parsed.error?.issues ?? []).toEqual([])
      }),
      runs(400),
    )
    const cyclic: Record<string, unknown> = { initial: 'a' }
    cyclic.states = { a: cyclic }
    expect(importXState(cyclic).notes.length).toBeGreaterThan(0)
    let deep: Record<string, unknown> = {}
    for (let level = 0; level < 5000; level++) deep = { states: { a: deep } }
    expect(importXState(deep).notes.some(({ code }) => code === 'too-deep')).toBe(true)
  })
})
