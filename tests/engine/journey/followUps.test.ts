import { describe, expect, it } from 'vitest'
import type { FollowUpDefinition } from '../../../engine/pathway/states.ts'
import { testClock } from '../../support/testClock.ts'
import { coach, facts, openTestPolku, refusalOf, smallPathway, startJourney } from '../../support/testPolku.ts'

const taskDefinitions = {
  review: { label: { fi: 'Katsaus' }, role: 'coach' },
  call: { label: { fi: 'Soitto' }, role: 'coach', due: { workingDays: 3 } },
}

/** A state `work` with one follow-up, beside a state `pause` from which history leads back. */
const promising = (followUp: FollowUpDefinition) =>
  smallPathway({
    facts,
    taskDefinitions,
    initial: 'life',
    states: {
      life: {
        initial: 'work',
        states: {
          work: { followUps: { watch: followUp } },
          past: { type: 'history', history: 'shallow' },
        },
        on: { pause: 'pause', again: { target: 'life', reenter: true } },
      },
      pause: { on: { resume: '#small.life.past', anew: 'life' } },
    },
  })

/** When timers acted: local time of the journal, follow-up's occurrence, and what was skipped. */
const acts = async ({ polku, journey }: Awaited<ReturnType<typeof startJourney>>) =>
  (await polku.journeys.history(journey)).flatMap(({ entry: { timer } }) =>
    timer?.kind === 'followUp' ? [timer.skipped ? [timer.occurrence, ...timer.skipped] : [timer.occurrence]] : [],
  )

describe('a repeating follow-up', () => {
  it('comes due at the anchor plus n periods, moved to a working day', async () => {
    const on = await openTestPolku({ clock: testClock('2026-01-31T12:00:00+02:00') })
    const journey = await startJourney(promising({ every: 'P1M', shift: 'nextWorkingDay', task: 'review' }), { on })
    // 28.2. is a Saturday, 31.3. a Tuesday, 30.4. a Thursday, 31.5. a Sunday
    expect(await journey.timers()).toEqual(['followUp watch 1 2026-03-02'])
    await journey.at('2026-03-02T00:00:00+02:00')
    expect(await journey.timers()).toEqual(['followUp watch 2 2026-03-31'])
    await journey.at('2026-03-31T00:00:00+03:00')
    expect(await journey.timers()).toEqual(['followUp watch 3 2026-04-30'])
    await journey.at('2026-04-30T08:00:00+03:00')
    expect(await journey.timers()).toEqual(['followUp watch 4 2026-06-01'])
    expect(await journey.tasks()).toEqual(Array(3).fill('pathway review'))
  })

  it('never acts before it is due', async () => {
    const journey = await startJourney(promising({ every: 'P7D', task: 'review' }))
    await journey.at('2026-03-08T23:59:59.999+02:00')
    expect(await acts(journey)).toEqual([])
    await journey.at('2026-03-09T00:00:00+02:00')
    expect(await acts(journey)).toEqual([[1]])
    await journey.polku.runDue()
    expect(await acts(journey)).toEqual([[1]])
  })

  it('acts once after an outage, and the journal says what was skipped', async () => {
    const journey = await startJourney(promising({ every: 'P7D', task: 'review' }))
    await journey.at('2026-04-01T12:00:00+03:00')
    expect(await acts(journey)).toEqual([[1, 2, 4]])
    expect(await journey.tasks()).toEqual(['pathway review'])
    expect(await journey.timers()).toEqual(['followUp watch 5 2026-04-06'])
    const last = (await journey.polku.journeys.history(journey.journey)).at(-1)
    expect(last?.entry.timer).toMatchObject({ late: true })
  })

  it('acts for each missed occurrence where the document says so', async () => {
    const journey = await startJourney(promising({ every: 'P7D', catchUp: 'each', task: 'review' }))
    await journey.at('2026-04-01T12:00:00+03:00')
    expect(await acts(journey)).toEqual([[1], [2], [3], [4]])
    expect(await journey.timers()).toEqual(['followUp watch 5 2026-04-06'])
  })

  it('stops at its end', async () => {
    const journey = await startJourney(promising({ every: 'P7D', until: 'P14D', task: 'review' }))
    await journey.at('2026-03-09T12:00:00+02:00')
    await journey.at('2026-03-16T12:00:00+02:00')
    await journey.at('2026-03-23T12:00:00+02:00')
    expect(await acts(journey)).toEqual([[1], [2]])
    expect((await journey.timers()).map((one) => one.split(' ')[0])).toEqual(['review'])
  })

  it('skips nothing that lies beyond its end', async () => {
    const journey = await startJourney(promising({ every: 'P7D', until: 'P14D', task: 'review' }))
    await journey.at('2026-06-01T12:00:00+03:00')
    expect(await acts(journey)).toEqual([[1, 2, 2]])
  })

  it('goes on from the same anchor when its state is come back to through history, and skips what fell between', async () => {
    const journey = await startJourney(promising({ every: 'P7D', task: 'review' }))
    await journey.at('2026-03-10T12:00:00+02:00')
    await journey.send('pause')
    expect((await journey.timers()).map((one) => one.split(' ')[0])).toEqual(['review'])
    await journey.at('2026-03-25T12:00:00+02:00')
    await journey.send('resume')
    expect(await journey.timers()).toEqual(['followUp watch 4 2026-03-30'])
    const last = (await journey.polku.journeys.history(journey.journey)).at(-1)
    expect(last?.entry.changes).toContainEqual({ change: 'occurrencesSkipped', visit: 3, followUp: 'watch', upTo: 3 })
  })

  it('counts anew from the return where the document says restart', async () => {
    const journey = await startJourney(promising({ every: 'P7D', restart: true, task: 'review' }))
    await journey.at('2026-03-10T12:00:00+02:00')
    await journey.send('pause')
    await journey.at('2026-03-25T12:00:00+02:00')
    await journey.send('resume')
    expect(await journey.timers()).toEqual(['followUp watch 1 2026-04-01'])
    await journey.at('2026-04-01T12:00:00+03:00')
    expect(await journey.timers()).toEqual(['followUp watch 2 2026-04-08'])
  })

  it('counts anew when the state is entered anew', async () => {
    const journey = await startJourney(promising({ every: 'P7D', task: 'review' }))
    await journey.at('2026-03-10T12:00:00+02:00')
    await journey.send('pause')
    await journey.send('anew')
    expect(await journey.timers()).toEqual(['followUp watch 1 2026-03-17'])
    await journey.at('2026-03-12T12:00:00+02:00')
    await journey.send('again')
    expect(await journey.timers()).toEqual(['followUp watch 1 2026-03-19'])
  })

  it('acts before the command that comes after its time', async () => {
    const journey = await startJourney(promising({ every: 'P7D', task: 'review' }))
    journey.clock.set('2026-03-09T12:00:00+02:00')
    const { entry } = await journey.send('pause')
    expect(entry).toBe(3)
    const types = (await journey.polku.journeys.history(journey.journey)).map((one) => one.type)
    expect(types).toEqual(['start', 'timer', 'send'])
  })

  it('acts also when the command that comes after its time is refused', async () => {
    const journey = await startJourney(promising({ every: 'P7D', task: 'review' }))
    journey.clock.set('2026-03-09T12:00:00+02:00')
    expect(await refusalOf(journey.send('nonsense'))).toBe('unhandled')
    expect(await acts(journey)).toEqual([[1]])
  })

  it('is seen by readers as if it had acted already', async () => {
    const journey = await startJourney(promising({ every: 'P7D', task: 'review' }))
    journey.clock.set('2026-03-09T12:00:00+02:00')
    expect(await journey.tasks()).toEqual(['pathway review'])
    expect(await journey.timers()).toEqual(['followUp watch 2 2026-03-16'])
    expect(await acts(journey)).toEqual([])
  })
})

describe('a follow-up that comes once', () => {
  it('opens its task, due at the end of the window', async () => {
    const journey = await startJourney(promising({ after: 'P3M', until: 'P4M', task: 'review' }))
    await journey.at('2026-06-02T00:00:00+03:00')
    const [task] = (await journey.polku.journeys.get(journey.journey)).tasks
    expect(task).toMatchObject({ name: 'review', dueDate: '2026-07-02' })
    await journey.at('2026-12-01T00:00:00+02:00')
    expect(await acts(journey)).toEqual([[1]])
  })

  it('warns before it comes, and the warning alone covers nobody', async () => {
    const delivered: string[] = []
    const on = await openTestPolku({
      deliver: async ({ topic }) => {
        delivered.push(topic)
      },
    })
    const journey = await startJourney(promising({ after: 'P1M', warnBefore: 'P7D', task: 'call' }), { on })
    expect(await journey.timers()).toEqual(['warning watch 1 2026-03-26', 'followUp watch 1 2026-04-02'])
    await journey.at('2026-03-26T08:00:00+02:00')
    expect(delivered).toContain('followUp.warning')
    expect(await journey.tasks()).toEqual([])
    await journey.at('2026-04-02T08:00:00+03:00')
    expect(await journey.tasks()).toEqual(['pathway call'])
  })

  it('comes at once on return through history when its time fell in the absence', async () => {
    const journey = await startJourney(promising({ after: 'P7D', task: 'review' }))
    await journey.send('pause')
    await journey.at('2026-03-20T12:00:00+02:00')
    await journey.send('resume')
    await journey.polku.runDue()
    expect(await acts(journey)).toEqual([[1]])
    await journey.send('pause')
    await journey.send('resume')
    await journey.polku.runDue()
    expect(await acts(journey)).toEqual([[1]])
  })

  it('counts anew on return through history where the document says restart', async () => {
    const journey = await startJourney(promising({ after: 'P7D', restart: true, task: 'review' }))
    await journey.send('pause')
    await journey.at('2026-03-20T12:00:00+02:00')
    await journey.send('resume')
    expect(await journey.timers()).toEqual(['followUp watch 1 2026-03-27'])
  })
})

describe('a follow-up anchored to a date fact', () => {
  const anchored = promising({ after: 'P7D', anchor: { fact: 'startDate' }, task: 'review' })

  it('waits for the date, and the journey is reviewed meanwhile', async () => {
    const journey = await startJourney(anchored)
    expect(await journey.timers()).toEqual(['review review 1 2026-06-02'])
    await journey.record({ startDate: '2026-04-01' })
    expect(await journey.timers()).toEqual(['followUp watch 1 2026-04-08'])
  })

  it('moves with the date, under the same timer armed anew', async () => {
    const journey = await startJourney(anchored, { facts: { startDate: '2026-04-01' } })
    const before = (await journey.polku.journeys.replay(journey.journey)).timers
    await journey.record({ startDate: '2026-05-04' })
    const after = (await journey.polku.journeys.replay(journey.journey)).timers
    expect(after).toMatchObject([{ id: before[0]?.id, arming: 2, dueDate: '2026-05-11' }])
  })

  it('acts once, however often the date moves afterwards', async () => {
    const journey = await startJourney(anchored, { facts: { startDate: '2026-03-03' } })
    await journey.at('2026-03-10T12:00:00+02:00')
    await journey.record({ startDate: '2026-03-20' })
    await journey.at('2026-04-10T12:00:00+03:00')
    expect(await acts(journey)).toEqual([[1]])
  })

  it('comes at once when the date moves into the past', async () => {
    const journey = await startJourney(anchored, { facts: { startDate: '2026-04-01' } })
    await journey.record({ startDate: '2026-02-02' })
    await journey.polku.runDue()
    expect(await acts(journey)).toEqual([[1]])
  })

  it('takes its warning along', async () => {
    const document = promising({
      after: 'P1M',
      warnBefore: 'P7D',
      anchor: { fact: 'startDate' },
      task: 'review',
    })
    const journey = await startJourney(document, { facts: { startDate: '2026-04-01' } })
    await journey.record({ startDate: '2026-05-01' })
    expect(await journey.timers()).toEqual(['warning watch 1 2026-05-25', 'followUp watch 1 2026-06-01'])
  })
})

describe('a follow-up that sends an event', () => {
  const sending = (automatic: boolean) =>
    smallPathway({
      initial: 'first',
      states: {
        first: {
          followUps: { enough: { after: 'P7D', event: 'timeIsUp' } },
          on: { timeIsUp: { target: 'second', automatic, by: ['coach'] } },
        },
        second: {},
      },
    })

  it('proposes its transition to a person', async () => {
    const { at, tasks, states, polku, task } = await startJourney(sending(false))
    await at('2026-03-09T08:00:00+02:00')
    expect([await states(), await tasks()]).toEqual([['first'], ['proposal first/timeIsUp/0']])
    await polku.tasks.answer(await task('first/timeIsUp/0'), { by: coach, accept: true })
    expect(await states()).toEqual(['second'])
  })

  it('takes it where the document says automatic', async () => {
    const { at, states } = await startJourney(sending(true))
    await at('2026-03-09T08:00:00+02:00')
    expect(await states()).toEqual(['second'])
  })
})

describe('a follow-up and a delay of one name', () => {
  it('do not take each other for the same timer', async () => {
    // a delay is named by its parameter: it was once cancelled together with the follow-up whose date moved
    const document = smallPathway({
      facts,
      taskDefinitions,
      parameters: { limit: { type: 'duration', label: { fi: 'Raja' }, default: 'P6M', origin: 'ours' } },
      initial: 'first',
      states: {
        first: {
          followUps: { limit: { after: 'P1M', warnBefore: 'P3D', anchor: { fact: 'startDate' }, task: 'review' } },
          after: { limit: 'second' },
        },
        second: {},
      },
    })
    const journey = await startJourney(document, { facts: { startDate: '2026-04-01' } })
    await journey.record({ startDate: '2026-05-01' })
    expect(await journey.timers()).toEqual([
      'warning limit 1 2026-05-29',
      'followUp limit 1 2026-06-01',
      'after limit 1 2026-09-02',
    ])
  })
})
