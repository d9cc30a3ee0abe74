import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { followGuide, type Guide } from './support/followGuide.ts'
import { type OpenDesigner, openDesigner } from './support/openDesigner.ts'

let designer: OpenDesigner
beforeAll(async () => {
  designer = await openDesigner()
})
afterEach(() => designer.closeWindows())
afterAll(() => designer.close())

describe('the administrator’s guide', () => {
  it('leads from nothing to a pathway that is tried and published, in the words of the screen', async () => {
    const { page, complaints } = await designer.openWindow({ language: 'en', width: 1280, height: 800 })
    const guide = followGuide('administrator.md')
    const { named, written } = guide
    const drawing = page.getByRole('application', { name: 'Drawing of the pathway' })
    const details = page.locator('#inspector')
    const sheet = (name: string) => drawing.locator('.react-flow__node').filter({ hasText: name })
    const { press, write, choose, isThere, row } = hands(page, guide)

    /** Taken when what was done has been checked, and nothing is pointed at. */
    const picture = async (name: string): Promise<void> => {
      await page.locator('[data-saving="saved"]').waitFor()
      await page.mouse.move(560, 28)
      await page.getByRole('tooltip').waitFor({ state: 'detached' })
      await guide.picture(page, name)
    }

    guide.turnTo('1. Begin')
    await page.goto('/')
    await press('New pathway')
    await write('Name of the pathway', 'Supported way to work')
    await press('Create the draft')
    await page.getByRole('button', { name: named('Undo') }).waitFor()

    guide.turnTo('2. Draw the phases')
    await write('Name of the first phase', 'Mapping')
    await press('Add the first phase')
    await row('Mapping').waitFor()
    for (const phase of ['Rehabilitation', 'Supported work']) {
      await press('Add', drawing)
      await write('Name', phase, drawing)
      await page.keyboard.press('Enter')
      await row(phase).waitFor()
    }
    await press('Add', drawing)
    await drawing.getByText(named('End'), { exact: true }).click()
    await write('Name', 'At work', drawing)
    await page.keyboard.press('Enter')
    await sheet('At work').waitFor()
    await press(/^The whole drawing/, drawing)
    named('The whole drawing')
    await picture('phases')
    await row('Mapping').click()
    await details.getByRole('heading', { name: 'Phase: Mapping' }).waitFor()
    await write(/^Goal in Finnish/, 'The situation and the need for service are known.', details)
    await press('New role', details, 0)
    await write('Name of the new role', 'Adviser', details)
    await press('Add', details)
    for (const [phase, goal] of [
      ['Rehabilitation', 'The client manages three days a week.'],
      ['Supported work', 'The client keeps the job.'],
    ] as const) {
      await row(phase).click()
      await details.getByRole('heading', { name: `Phase: ${phase}` }).waitFor()
      await write(/^Goal in Finnish/, goal, details)
      await choose('Answers for the phase', 'Adviser', details)
    }
    named('Goal')
    await details.getByText('The client keeps the job. The adviser answers').waitFor()
    await picture('phase')

    guide.turnTo('3. Draw the transitions')
    for (const [from, to, name] of [
      ['Mapping', 'Rehabilitation', 'Begin rehabilitation'],
      ['Rehabilitation', 'Supported work', 'Begin work'],
      ['Supported work', 'At work', 'The job has lasted'],
    ] as const) {
      await row(from).click()
      await press('Transition', drawing)
      await choose('Where it leads', to, drawing)
      await write('Name', name, drawing)
      await press('Draw the transition', drawing)
      await row(name).waitFor()
    }
    await press('Lay out from top to bottom', drawing)
    const middle = async (name: string) => (await sheet(name).boundingBox())?.x
    await expect
      .poll(async () => Math.abs(Number(await middle('Mapping')) - Number(await middle('At work'))))
      .toBeLessThan(100)
    await press(/^The whole drawing/, drawing)
    await picture('transitions')

    guide.turnTo('4. Say what must hold')
    await row('Begin work').click()
    await isThere('What must hold', details.getByText('What must hold'))
    await press('New criterion', details)
    await write('Name of the new criterion', 'Manages three days', details)
    await press('Add', details)
    await press('New fact', details)
    await write('Name of the new fact', 'Days a week', details)
    await press('Add', details)
    await details.getByLabel('Condition 1: value').fill(written('3'))
    expect(await chosenIn(details.getByLabel('Condition 1: comparison'))).toBe(named('is at least'))
    await isThere(
      'Manages three days: days a week is at least 3.',
      details.getByText('Manages three days: days a week is at least 3.').first(),
    )
    await isThere('Try it on an example client', details.getByText('Try it on an example client'))
    const example = details.getByLabel('Days a week', { exact: true })
    for (const [value, truth] of [
      ['', 'It cannot be known.'],
      ['3', 'It holds.'],
      ['2', 'It does not hold.'],
    ] as const) {
      await example.fill(value === '' ? '' : written(value))
      await isThere(truth, details.getByText(truth))
    }
    await picture('criterion')

    guide.turnTo('5. Promise a review every two months')
    await row('Rehabilitation').click()
    await press('New follow-up', details)
    await write('Name of the new follow-up', 'Review of progress', details)
    await press('Add', details)
    await write(/^At what intervals: how many/, '2', details)
    named('At what intervals')
    expect(await chosenIn(details.getByLabel('At what intervals: of what'))).toBe(named('months'))
    await isThere('The next dates for an example client', details.getByText('The next dates for an example client'))
    await isThere('Opens the task', details.getByText('Opens the task'))
    await press('New task', details)
    await write('Name of the new task', 'Go through the progress', details)
    await press('Add', details)
    await page.keyboard.press('Escape')
    await details.getByText('every 2 months').first().scrollIntoViewIfNeeded()
    await picture('follow-up')
    await press('Open the task’s details', details)
    await choose('Whose task', 'Adviser', details)
    await press('Add a fact about the client', details)
    await choose('Which fact', 'Days a week', details)

    guide.turnTo('6. Check')
    await page.getByRole('button', { name: /^Check/ }).click()
    named('Check')
    await page.getByText('No errors: the pathway can be published.').waitFor()
    await isThere('What to do', page.getByText('What to do').first())
    await picture('check')
    await page.getByRole('button', { name: /^Check/ }).click()

    guide.turnTo('7. Try it on a client')
    await press('Try it')
    const walk = page.getByRole('region', { name: /^Try it: / })
    await press('Change the start', walk)
    await write('Starts', '2.3.2026', walk)
    await press('Done', walk)
    await walk.getByRole('button', { name: 'Start, Mon 2.3.2026' }).waitFor()
    await isThere('What can be done', walk.getByText('What can be done'))
    await press('Begin rehabilitation', walk)
    await isThere('Coming up', walk.getByText('Coming up'))
    await walk.getByText('Timed: Review of progress Mon 4.5.2026.').waitFor()
    await isThere('Not known yet', walk.getByText('Not known yet'))
    await isThere('next: Review of progress Mon 4.5.2026', walk.getByText('next: Review of progress Mon 4.5.2026'))
    await walk.getByText('next: Review of progress Mon 4.5.2026').click()
    await walk.getByRole('button', { name: named('Fill in and mark as done') }).click()
    await walk.getByLabel(/^Days a week/).fill(written('3'))
    await press('Mark as done', walk)
    await isThere('Possible', walk.getByText('Possible', { exact: true }))
    await picture('try-it')
    await press('Begin work', walk)
    await walk.getByText('Rehabilitation → Supported work.').waitFor()
    await isThere('Step back', walk.getByText('Step back'))
    await press('Scenarios', walk)
    await write('Name of the scenario', 'To work after the first review', walk)
    await press('Save the walk as a scenario', walk)
    await walk.getByText('is saved.').waitFor()

    guide.turnTo('8. Publish')
    await press('Publish')
    await page.getByRole('heading', { name: 'This is the first version of the pathway.' }).waitFor()
    await page.getByText('The scenario ends as before.').waitFor()
    await write('What changed, and why', 'The first version.')
    await write('Approved by', 'Head of services')
    await isThere('In use from', page.getByLabel('In use from'))
    await guide.picture(page, 'publish')
    await press('Publish version 1')
    await isThere('Version 1 is published.', page.getByText('Version 1 is published.'))
    const { document } = await designer.polku.pathways.get('supportedWayToWork')
    expect(document).toMatchObject({
      states: {
        rehabilitation: {
          followUps: { reviewOfProgress: { every: 'P2M', shift: 'nextWorkingDay' } },
          on: { beginWork: [{ target: 'supportedWork', criteria: ['managesThreeDays'] }] },
        },
      },
    })
    expect(Object.values(document.states).filter(({ phase }) => phase)).toHaveLength(3)

    await page.getByRole('button', { name: named('Make a draft of it') }).click()
    await page.waitForURL('**/drafts/*')

    guide.turnTo('What else there is')
    const draft = page.url()
    await page.goto('/')
    for (const name of ['Edit (new version)', 'Make a pathway of my own'])
      await page
        .getByRole('button', { name: named(name) })
        .first()
        .waitFor()
    await isThere('Bring in from a file', page.getByText('Bring in from a file'))
    await page.goto(draft)
    await row('Mapping').click()
    await isThere('Add', drawing.getByRole('button', { name: 'Add', exact: true }))
    await isThere('Add …', page.getByRole('button', { name: 'Add …' }))
    await isThere('Transition', drawing.getByRole('button', { name: 'Transition' }))
    await isThere('Missing: Swedish', details.getByText('Missing: Swedish').first())
    // there is something inside it, made with the keys alone
    await drawing.focus()
    await page.keyboard.press('Shift+N')
    await page.keyboard.type('First meeting')
    await page.keyboard.press('Enter')
    await row('First meeting').waitFor()
    await row('Mapping').hover()
    await page.getByRole('button', { name: 'Actions: Mapping' }).click()
    await isThere('Extract as a module', page.getByRole('menuitem', { name: 'Extract as a module' }))
    await page.keyboard.press('Escape')
    await page.setViewportSize({ width: 390, height: 800 })
    for (const tab of ['Outline', 'Details', 'Drawing']) await isThere(tab, page.getByRole('tab', { name: tab }))
    guide.close()
    expect(complaints).toEqual([])
  })
})

/** The words of what is chosen in a list. */
const chosenIn = (list: Locator): Promise<string | null> => list.locator('option:checked').textContent()

/** What a reader of the guide does on a page, each in the guide's words. */
function hands(page: Page, { named, written }: Guide) {
  return {
    async isThere(word: string, place: Locator): Promise<void> {
      named(word)
      await place.first().waitFor()
    },
    async press(name: string | RegExp, within: Page | Locator = page, at?: number): Promise<void> {
      const exact = typeof name === 'string'
      const button = within.getByRole('button', { name: exact ? named(name) : name, exact })
      await (at === undefined ? button : button.nth(at)).click()
    },
    async write(label: string | RegExp, words: string, within: Page | Locator = page): Promise<void> {
      const exact = typeof label === 'string'
      await within.getByLabel(exact ? named(label) : label, { exact }).fill(written(words))
    },
    async choose(label: string, option: string, within: Locator): Promise<void> {
      await within.getByLabel(named(label), { exact: true }).click()
      await page.getByRole('option', { name: written(option), exact: true }).click()
    },
    /** A row of the outline, by the name of the thing. */
    row: (name: string): Locator =>
      page
        .getByRole('treeitem', { name: new RegExp(`^[^:]*: ${name}(,|$)`) })
        .getByText(name)
        .first(),
  }
}
