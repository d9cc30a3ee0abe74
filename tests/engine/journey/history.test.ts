import { describe, expect, it } from 'vitest'
import { coach, refusalOf, smallPathway, startJourney } from '../../support/testPolku.ts'

const nested = (history: 'shallow' | 'deep') =>
  smallPathway({
    initial: 'life',
    states: {
      life: {
        initial: 'study',
        enterable: true,
        states: {
          study: {
            initial: 'first',
            states: { first: { on: { next: 'second' } }, second: { enterable: true } },
          },
          rest: {},
          past: { type: 'history', history, target: 'rest' },
        },
        on: { pause: 'pause', again: { target: '#small.life.past', reenter: true } },
      },
      pause: { enterable: true, on: { resume: '#small.life.past' } },
    },
  })

/** Ids of the open visits, by state. */
const visits = async ({ polku, journey }: Awaited<ReturnType<typeof startJourney>>) =>
  Object.fromEntries((await polku.journeys.replay(journey)).visits.map((visit) => [visit.state, visit.id]))

describe('coming back through history', () => {
  it('that is deep, continues every visit that was left', async () => {
    const journey = await startJourney(nested('deep'))
    await journey.send('next')
    const before = await visits(journey)
    await journey.send('pause')
    await journey.send('resume')
    expect(await journey.states()).toEqual(['life.study.second'])
    expect(await visits(journey)).toMatchObject({
      'life.study': before['life.study'],
      'life.study.second': before['life.study.second'],
    })
  })

  it('that is shallow, begins anew inside the state that is come back to', async () => {
    const journey = await startJourney(nested('shallow'))
    await journey.send('next')
    const before = await visits(journey)
    await journey.send('pause')
    await journey.send('resume')
    expect(await journey.states()).toEqual(['life.study.first'])
    const after = await visits(journey)
    expect(after['life.study']).toBe(before['life.study'])
    expect(after['life.study.first']).toBeGreaterThan(before['life.study.second'] ?? 0)
  })

  it('to what was just left in the same step continues it as well', async () => {
    const journey = await startJourney(nested('deep'))
    await journey.send('next')
    const before = await visits(journey)
    await journey.send('again')
    expect(await journey.states()).toEqual(['life.study.second'])
    expect(await visits(journey)).toMatchObject({ 'life.study.second': before['life.study.second'] })
  })

  it('where a journey began in the middle goes where the document says, for nothing has been left', async () => {
    // the start that never was had once been remembered
    const journey = await startJourney(nested('deep'), { at: 'pause', reason: 'Siirtyi toisesta palvelusta' })
    expect(await journey.states()).toEqual(['pause'])
    await journey.send('resume')
    expect(await journey.states()).toEqual(['life.rest'])
  })

  it('opens again the tasks that were left undone, not those that were done', async () => {
    const document = smallPathway({
      taskDefinitions: {
        plan: { label: { fi: 'Suunnitelma' }, role: 'coach' },
        visit: { label: { fi: 'Käynti' }, role: 'coach' },
      },
      initial: 'life',
      states: {
        life: {
          initial: 'work',
          states: { work: { tasks: ['plan', 'visit'] }, past: { type: 'history', history: 'shallow' } },
          on: { pause: 'pause' },
        },
        pause: { on: { resume: '#small.life.past' } },
      },
    })
    const { polku, send, task, tasks } = await startJourney(document)
    await polku.tasks.complete(await task('plan'), { by: { user: 'coach-1', roles: ['coach'] } })
    await send('pause')
    expect(await tasks()).toEqual([])
    await send('resume')
    expect(await tasks()).toEqual(['pathway visit'])
  })
})

describe('parallel regions', () => {
  const region = (name: string) => ({
    initial: 'one',
    states: { one: { on: { [name]: 'two' } }, two: { on: { back: 'one' } } },
  })
  const document = smallPathway({
    initial: 'both',
    states: {
      both: {
        type: 'parallel',
        states: { left: region('left'), right: region('right') },
        on: { leave: 'away', left: 'away' },
      },
      away: {},
    },
  })

  it('move by themselves', async () => {
    const { send, states } = await startJourney(document)
    await send('right')
    expect(await states()).toEqual(['both.left.one', 'both.right.two'])
  })

  it('move together where both handle the event', async () => {
    const { send, states } = await startJourney(document)
    await send('left')
    await send('right')
    expect((await send('back')).taken).toEqual(['both.left.two/back/0', 'both.right.two/back/0'])
    expect(await states()).toEqual(['both.left.one', 'both.right.one'])
  })

  it('come before the state around them', async () => {
    const { send, states } = await startJourney(document)
    await send('left')
    expect(await states()).toEqual(['both.left.two', 'both.right.one'])
    await send('left')
    expect(await states()).toEqual(['away'])
    expect(await refusalOf(send('left'))).toBe('unhandled')
  })
})

describe('a task that was open when its state was left', () => {
  const interrupted = smallPathway({
    taskDefinitions: {
      meeting: { label: { fi: 'Tapaaminen' }, role: 'coach' },
      plan: { label: { fi: 'Suunnitelma' }, role: 'coach', due: 'P1M' },
    },
    initial: 'training',
    states: {
      training: {
        initial: 'studies',
        states: {
          studies: {
            tasks: ['plan'],
            followUps: { meeting: { after: 'P2M', until: 'P3M', task: 'meeting' } },
            on: { next: 'studies2' },
          },
          studies2: {},
          back: { type: 'history', history: 'deep' },
        },
        on: { interrupt: 'away' },
      },
      away: { on: { comeBack: 'training.back' } },
    },
  })

  it('opens again when the state is come back to, until the same due date', async () => {
    const { at, send, tasks, polku, journey } = await startJourney(interrupted)
    await at('2026-05-04T06:00:00Z')
    expect(await tasks()).toEqual(['pathway plan', 'pathway meeting'])
    await send('interrupt')
    expect(await tasks()).toEqual([])
    await at('2026-05-20T06:00:00Z')
    await send('comeBack')
    const open = (await polku.journeys.get(journey)).tasks
    expect(open.map(({ name, dueDate }) => [name, dueDate])).toEqual([
      // its month had passed while nobody was there: counted anew
      ['plan', '2026-06-20'],
      ['meeting', '2026-06-02'],
    ])
    await polku.journeys.replay(journey)
  })

  it('stays done when it had been done', async () => {
    const { send, tasks, task, polku, at } = await startJourney(interrupted)
    await polku.tasks.complete(await task('plan'), { by: coach })
    await send('interrupt')
    await at('2026-03-20T06:00:00Z')
    await send('comeBack')
    expect(await tasks()).toEqual([])
  })
})
