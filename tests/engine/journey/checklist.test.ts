import { describe, expect, it } from 'vitest'
import { coach, manager, problemFrom, refusalOf, smallPathway, startJourney } from '../../support/testPolku.ts'

const item = (id: string, required?: boolean) => ({ id, label: { fi: id }, ...(required ? { required } : {}) })

/** The end of a period, with what is checked then; a history state leads back into it. */
const ending = smallPathway({
  taskDefinitions: {
    close: {
      label: { fi: 'Jakson päättäminen' },
      role: 'coach',
      checklist: [item('statement', true), item('summary'), item('nextPath', true)],
    },
  },
  initial: 'period',
  states: {
    period: {
      initial: 'ending',
      on: { pause: 'paused' },
      states: { ending: { tasks: ['close'] }, last: { type: 'history', history: 'shallow' } },
    },
    paused: { on: { resume: 'period.last' } },
  },
})

describe('a checklist', () => {
  it('is ticked one by one and kept in between, whoever ticks', async () => {
    const { polku, journey, task } = await startJourney(ending)
    const id = await task('close')
    const ticks = async () =>
      (await polku.tasks.get(id)).checklist.flatMap(({ id: of, isTicked }) => (isTicked ? [of] : []))
    expect((await polku.tasks.get(id)).checklist[0]).toEqual({ ...item('statement', true), isTicked: false })
    await polku.tasks.tick(id, { by: coach, items: { nextPath: true } })
    await polku.tasks.tick(id, { by: { user: 'coach-2', roles: ['coach'] }, items: { statement: true, summary: true } })
    expect(await ticks()).toEqual(['statement', 'summary', 'nextPath'])
    await polku.tasks.tick(id, { by: coach, items: { summary: false } })
    expect(await ticks()).toEqual(['statement', 'nextPath'])
    await polku.tasks.complete(id, { by: coach })
    expect(await polku.tasks.get(id)).toMatchObject({ status: 'completed' })
    expect(await ticks()).toEqual(['statement', 'nextPath'])
    expect((await polku.journeys.replay(journey)).completed).toEqual({ close: 1 })
  })

  it('is not completed while a required item is open, and says which', async () => {
    const { polku, task } = await startJourney(ending)
    const id = await task('close')
    await polku.tasks.tick(id, { by: coach, items: { statement: true } })
    const problem = await problemFrom(polku.tasks.complete(id, { by: coach }))
    expect(problem).toMatchObject({ code: 'checklist-open', details: { lacks: ['nextPath'] } })
    expect((await polku.tasks.get(id)).status).toBe('open')
  })

  it('is ticked by its case role only, and has only its own items', async () => {
    const { polku, journey, task } = await startJourney(ending)
    const id = await task('close')
    expect(await refusalOf(polku.tasks.tick(id, { by: manager, items: { summary: true } }))).toBe('not-allowed')
    const unknown = await problemFrom(polku.tasks.tick(id, { by: coach, items: { sumary: true } }))
    expect(unknown).toMatchObject({
      code: 'no-such-item',
      details: { accepted: ['statement', 'summary', 'nextPath'] },
    })
    const { task: own } = await polku.tasks.open({ by: coach, journey, title: 'Soita', role: 'coach' })
    expect(await refusalOf(polku.tasks.tick(own, { by: coach, items: { summary: true } }))).toBe('no-such-item')
    expect(await refusalOf(polku.tasks.tick(id, { by: coach, items: {} }))).toBe('invalid-request')
  })

  it('keeps its ticks when its state is left and come back to', async () => {
    const { polku, send, task, journey } = await startJourney(ending)
    await polku.tasks.tick(await task('close'), { by: coach, items: { statement: true } })
    await send('pause')
    await send('resume')
    const { checklist } = await polku.tasks.get(await task('close'))
    expect(checklist.map(({ isTicked }) => isTicked)).toEqual([true, false, false])
    expect((await polku.journeys.replay(journey)).tasks).toHaveLength(1)
  })
})
