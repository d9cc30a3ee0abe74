import { describe, expect, it } from 'vitest'
import { coach, criterion, facts, refusalOf, smallPathway, startJourney } from '../../support/testPolku.ts'

const fi = (text: string) => ({ fi: text })

/** Everything that time drives: shifted and kept follow-ups, a delay, a task with a due date, one anchored to a fact. */
const timed = smallPathway({
  facts,
  criteria: { agreed: criterion('agreed') },
  suspensions: { sickLeave: { label: fi('Sairausloma'), by: ['coach'] } },
  taskDefinitions: {
    meeting: { label: fi('Tapaaminen'), role: 'coach' },
    plan: { label: fi('Suunnitelma'), role: 'coach', due: 'P1M' },
    report: { label: fi('Raportti'), role: 'coach', due: 'P1M', whenSuspended: 'keep' },
  },
  initial: 'working',
  states: {
    working: {
      tasks: ['plan', 'report'],
      followUps: {
        review: { every: 'P1M', task: 'meeting' },
        statutory: { every: 'P1M', task: 'meeting', whenSuspended: 'keep' },
        contractEnd: { after: 'P0D', anchor: { fact: 'startDate' }, task: 'meeting' },
        twoDays: { after: 'PT48H', task: 'meeting' },
      },
      after: { P6M: { target: 'done', automatic: true } },
      always: { target: 'done', criteria: ['agreed'], automatic: true },
      on: { finish: 'done' },
    },
    done: { type: 'final' },
  },
})

const started = '2026-03-02T08:00:00Z'
const suspendedAt = '2026-03-03T08:00:00Z'

async function suspended() {
  const under = await startJourney(timed, { facts: { startDate: '2026-05-04' } })
  expect(under.started.journey.startedAt).toBe(new Date(started).toISOString())
  under.clock.set(suspendedAt)
  const { polku, journey } = under
  const answer = await polku.journeys.suspend(journey, {
    by: coach,
    reason: 'sairausloma alkoi',
    code: 'sickLeave',
    reviewDate: '2026-03-16',
  })
  return { ...under, answer }
}

const dueDates = async ({
  polku,
  journey,
}: {
  polku: Awaited<ReturnType<typeof startJourney>>['polku']
  journey: string
}) =>
  Object.fromEntries(
    (await polku.journeys.timers(journey)).map((one) => [
      `${one.kind} ${one.name}`,
      `${one.dueDate}${one.isStopped ? ' stopped' : ''}`,
    ]),
  )

describe('a suspension', () => {
  it('stops what the document does not keep, and arms its own review', async () => {
    expect(await dueDates(await suspended())).toEqual({
      'followUp review': '2026-04-02 stopped',
      'followUp twoDays': '2026-03-04 stopped',
      'after P6M': '2026-09-02 stopped',
      'taskDue plan': '2026-04-02 stopped',
      'followUp statutory': '2026-04-02',
      'followUp contractEnd': '2026-05-04',
      'taskDue report': '2026-04-02',
      'suspensionReview 1': '2026-03-16',
    })
  })

  it('refuses transitions with the reason, and accepts facts', async () => {
    const { send, record, polku, journey, states } = await suspended()
    expect(await refusalOf(send('finish'))).toBe('suspended')
    await record({ agreed: true })
    expect(await states()).toEqual(['working'])
    const { events } = await polku.journeys.next(journey, { by: coach })
    expect(events.map(({ event, status }) => [event, status])).toEqual([['finish', 'suspended']])
  })

  it('asks the responsible person to look at it on its review date', async () => {
    const { at, tasks } = await suspended()
    await at('2026-03-16T06:00:00Z')
    expect(await tasks()).toContain('review review')
  })

  it('lets what was kept act on its day, and nothing that stands still', async () => {
    const { at, tasks } = await suspended()
    await at('2026-04-02T06:00:00Z')
    expect((await tasks()).filter((one) => one === 'pathway meeting')).toHaveLength(1)
  })

  it('moves what stood still by its length in local days, and by the clock what is counted on the clock', async () => {
    const under = await suspended()
    const { polku, clock, journey } = under
    clock.set('2026-03-31T09:30:00Z')
    await polku.runDue()
    await polku.journeys.resume(journey, { by: coach, suspension: 1 })
    // 3.3. to 31.3. are 28 local days, over the night of the 29th that has an hour less
    expect(await dueDates(under)).toMatchObject({
      'followUp review': '2026-04-30',
      'after P6M': '2026-09-30',
      'taskDue plan': '2026-04-30',
      'followUp statutory': '2026-04-02',
      'followUp contractEnd': '2026-05-04',
      'taskDue report': '2026-04-02',
    })
    const twoDays = (await polku.journeys.timers(journey)).find((one) => one.name === 'twoDays')
    expect(twoDays?.dueAt).toBe('2026-04-01T09:30:00.000Z')
  })

  it('counts later occurrences from the moved anchor', async () => {
    const under = await suspended()
    const { polku, clock, journey, at } = under
    clock.set('2026-03-13T08:00:00Z')
    await polku.journeys.resume(journey, { by: coach, suspension: 1 })
    await at('2026-04-12T06:00:00Z')
    expect((await dueDates(under))['followUp review']).toBe('2026-05-12')
  })

  it('refuses transitions with what holds the journey and until when', async () => {
    const { polku, journey, send } = await suspended()
    await polku.journeys.suspend(journey, { by: coach, reason: 'odottaa päätöstä', reviewDate: '2026-04-10' })
    await expect(send('finish')).rejects.toThrow(
      '(suspension 1 "sickLeave", looked at again on 2026-03-16; suspension 2, looked at again on 2026-04-10)',
    )
  })

  it('holds the journey until the last of several has ended', async () => {
    const under = await suspended()
    const { polku, clock, journey, send } = under
    clock.set('2026-03-10T08:00:00Z')
    await polku.journeys.suspend(journey, { by: coach, reason: 'odottaa päätöstä', reviewDate: '2026-04-10' })
    clock.set('2026-03-12T08:00:00Z')
    await polku.journeys.resume(journey, { by: coach, suspension: 1 })
    expect(await refusalOf(send('finish'))).toBe('suspended')
    clock.set('2026-03-23T08:00:00Z')
    await polku.journeys.resume(journey, { by: coach, suspension: 2 })
    // from 3.3. to 23.3. without a gap: 20 days
    expect((await dueDates(under))['followUp review']).toBe('2026-04-22')
  })

  it('has held it until the latest end, in whatever order and however late ends are recorded', async () => {
    const under = await suspended()
    const { polku, clock, journey } = under
    clock.set('2026-03-04T08:00:00Z')
    await polku.journeys.suspend(journey, { by: coach, reason: 'odottaa päätöstä', reviewDate: '2026-04-10' })
    clock.set('2026-03-23T08:00:00Z')
    await polku.journeys.resume(journey, { by: coach, suspension: 1 })
    clock.set('2026-03-24T08:00:00Z')
    const ended = { occurredAt: '2026-03-05T08:00:00Z', reason: 'päätös tuli silloin' }
    await polku.journeys.resume(journey, { by: coach, suspension: 2, ...ended })
    // from 3.3. to 23.3., though the decision had come on 5.3.
    const dates = await dueDates(under)
    expect([dates['followUp review'], dates['taskDue plan']]).toEqual(['2026-04-22', '2026-04-22'])
    expect((await polku.journeys.replay(journey)).standstillUntil).toBeUndefined()
  })

  it('asks again on its end what facts have come to mean meanwhile', async () => {
    const { record, polku, journey, clock } = await suspended()
    await record({ agreed: true })
    clock.set('2026-03-10T08:00:00Z')
    const { journey: after } = await polku.journeys.resume(journey, { by: coach, suspension: 1 })
    expect(after.status).toBe('ended')
  })

  it('lets the journey be ended by an exit all the same', async () => {
    const { polku, journey } = await suspended()
    const { journey: after } = await polku.journeys.exit(journey, { by: coach, code: 'stop', reason: 'muutti' })
    expect([after.status, after.suspensions, after.timers]).toEqual(['ended', [], []])
  })

  it('is refused without a reason of the pathway, a review date ahead, and the right role', async () => {
    const { polku, journey } = await startJourney(timed)
    const ask = { by: coach, reason: 'syy', reviewDate: '2026-04-01' }
    expect(await refusalOf(polku.journeys.suspend(journey, { ...ask, code: 'holiday' }))).toBe('no-such-reason')
    expect(await refusalOf(polku.journeys.suspend(journey, { ...ask, reviewDate: '2026-03-02' }))).toBe('wrong-kind')
    const visitor = { user: 'vieras', roles: [] }
    expect(await refusalOf(polku.journeys.suspend(journey, { ...ask, code: 'sickLeave', by: visitor }))).toBe(
      'not-allowed',
    )
    expect(await refusalOf(polku.journeys.resume(journey, { by: coach, suspension: 7 }))).toBe('no-such-suspension')
  })

  it('is journalled: the journal folds to the stored state', async () => {
    const { polku, journey, clock } = await suspended()
    await polku.journeys.replay(journey)
    clock.set('2026-03-20T08:00:00Z')
    await polku.journeys.resume(journey, { by: coach, suspension: 1 })
    await polku.journeys.replay(journey)
    const last = (await polku.journeys.history(journey)).slice(-1)
    expect(last.map(({ type }) => type)).toEqual(['resume'])
  })
})
