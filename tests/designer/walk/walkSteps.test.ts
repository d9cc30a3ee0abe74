import { describe, expect, it } from 'vitest'
import { readDate } from '../../../designer/parts/readDate.ts'
import { scenarioIdFor } from '../../../designer/walk/scenarioId.ts'
import {
  askOf,
  changeStart,
  keepRefused,
  newWalk,
  openScenario,
  putBack,
  replaceWalk,
  settle,
  startOver,
  stepBack,
  takeStep,
} from '../../../designer/walk/walkSteps.ts'
import type { Step } from '../../../designer/walk/walkTypes.ts'

const go: Step = { do: 'send', event: 'go' }
const pass: Step = { do: 'passTime', to: 'nextDue' }
const record: Step = { do: 'record', facts: { hours: 5 } }
const document = { id: 'polku', title: { fi: 'Polku' }, initial: 'a', states: { a: {} } }

describe('the steps of a walk', () => {
  it('puts the next step in place of one that was only tried and refused', () => {
    const tried = takeStep(newWalk('Aino', '2026-03-02'), go, false)
    expect(takeStep(tried, record, true).steps).toEqual([{ step: record }])
  })

  it('keeps a step that was refused when somebody says that it must be', () => {
    const kept = keepRefused(takeStep(newWalk('Aino', '2026-03-02'), go, false))
    expect(takeStep(kept, record, true).steps).toEqual([{ step: go, isToBeRefused: true }, { step: record }])
  })

  it('never drops a step that an edit has made impossible', () => {
    const succeeded = settle(takeStep(newWalk('Aino', '2026-03-02'), go, false))
    expect(takeStep(succeeded, record, true).steps).toEqual([{ step: go }, { step: record }])
    const back = stepBack(takeStep(succeeded, pass, false))
    expect(takeStep(back, record, true).steps).toEqual([{ step: go }, { step: record }])
  })

  it('steps back one by one, and starts over with the same client on the same day', () => {
    const walked = takeStep(takeStep(newWalk('Aino', '2026-03-02'), go, false), pass, false)
    const moved = changeStart(walked, { name: 'Eero', at: 'b' })
    expect(stepBack(moved).steps).toEqual([{ step: go }])
    expect(startOver(moved)).toMatchObject({ steps: [], start: { name: 'Eero', at: 'b' } })
    expect(stepBack(startOver(moved)).steps).toEqual([])
  })

  it('gives back what was walked before somebody started over or opened a scenario', () => {
    const walked = takeStep(takeStep(newWalk('Aino', '2026-03-02'), go, false), pass, false)
    const over = startOver(walked)
    expect(putBack(takeStep(over, record, false))).toMatchObject({
      steps: walked.steps,
      replaced: { steps: [{ step: record }] },
    })
    // one without steps is not worth keeping
    expect(startOver(over).replaced).toEqual(walked)
    const opened = replaceWalk(over, newWalk('Eero', '2026-03-02'))
    expect(putBack(opened)).toEqual({ ...walked, replaced: undefined })
  })

  it('asks for what it says: who, when, where and every step', () => {
    const walk = changeStart(takeStep(newWalk('Aino', '2026-03-02'), go, false), { at: 'b' })
    expect(askOf(document, walk)).toEqual({
      document,
      client: { name: 'Aino' },
      startsAt: '2026-03-02T07:00:00.000Z',
      at: 'b',
      steps: [go],
    })
  })

  it('opens a scenario with the steps that it says must be refused', () => {
    const expected = { states: ['a'], status: 'active' as const, tasks: [], refused: [0], due: {} }
    const scenario = {
      ...{ scenario: 's', pathway: 'polku', name: 'Suoraan', client: { name: 'Eeva' }, at: null, revision: 3 },
      ...{ startsAt: '2026-03-02T08:00:00Z', steps: [go, record], expected },
      ...{ savedAt: '2026-03-02T08:00:00Z', savedBy: 'aino' },
    }
    expect(openScenario(scenario)).toEqual({
      start: { name: 'Eeva', startsAt: '2026-03-02T08:00:00Z', at: null },
      steps: [{ step: go, isToBeRefused: true }, { step: record }],
      isTrying: false,
      scenario: { id: 's', name: 'Suoraan', revision: 3 },
    })
  })
})

describe('what a walk is written with', () => {
  it.each([
    ['4.5.2026', '2026-05-04'],
    ['ma 4.5.2026', '2026-05-04'],
    ['04.05.2026 ', '2026-05-04'],
    ['2026-05-04', '2026-05-04'],
    ['31.2.2026', null],
    ['4.5.', null],
    ['huomenna', null],
  ])('reads the date %s as %s', (written, date) => {
    expect(readDate(written)).toBe(date)
  })

  it.each([
    ['Kuntoutuksesta koulutukseen', 'kuntoutuksesta-koulutukseen'],
    ['Äidin päivä', 'aidin-paiva'],
    ['2. yritys', 'yritys'],
    ['???', 'scenario'],
    ['Otettu', 'otettu-3'],
  ])('names the scenario %s %s', (name, id) => {
    expect(scenarioIdFor(name, [{ scenario: 'otettu' }, { scenario: 'otettu-2' }])).toBe(id)
  })
})
