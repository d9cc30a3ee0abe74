import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { PathwayInput } from '../../engine/index.ts'
import { accessibilityFaults } from './support/accessibilityFaults.ts'
import { goOn } from './support/goOn.ts'
import { keepPicture } from './support/keepPicture.ts'
import { type OpenDesigner, openDesigner, type Window } from './support/openDesigner.ts'
import { openInspector, unfold } from './support/openInspector.ts'

let designer: OpenDesigner
beforeAll(async () => {
  designer = await openDesigner()
})
afterEach(() => designer.emptyWindows())
afterAll(() => designer.close())

/** Two phases, a criterion and a follow-up: a pathway that verifies. */
const tuki = (id: string, hours = 6): PathwayInput => ({
  id,
  title: { fi: 'Tukipolku', sv: 'Stödstig', en: 'Supported way' },
  caseRoles: { adviser: { label: { fi: 'Neuvoja', sv: 'Rådgivare', en: 'Adviser' } } },
  facts: {
    hours: { type: 'number', unit: 'h/d', min: 0, max: 24, label: { fi: 'Tunteja', sv: 'Timmar', en: 'Hours' } },
  },
  criteria: {
    jaksaa: {
      label: { fi: 'Jaksaa työpäivän', sv: 'Orkar en arbetsdag', en: 'Manages a working day' },
      when: `hours >= ${hours}`,
      source: '000a:M02',
    },
  },
  taskDefinitions: {
    tapaaminen: {
      label: { fi: 'Tapaaminen', sv: 'Möte', en: 'Meeting' },
      role: 'adviser',
      form: [{ fact: 'hours', required: true }],
    },
  },
  initial: 'alku',
  states: {
    alku: {
      phase: {
        label: { fi: 'Kartoitus', sv: 'Kartläggning', en: 'Mapping' },
        goal: { fi: 'Tilanne tunnetaan.', sv: 'Läget är känt.', en: 'The situation is known.' },
        responsible: 'adviser',
      },
      followUps: { tapaa: { every: 'P2M', shift: 'nextWorkingDay', task: 'tapaaminen', source: '000a:M06' } },
      on: {
        toihin: {
          label: { fi: 'Aloita työ', sv: 'Börja arbeta', en: 'Begin work' },
          target: 'valmis',
          criteria: ['jaksaa'],
        },
      },
    },
    valmis: {
      label: { fi: 'Töissä', sv: 'I arbete', en: 'At work' },
      type: 'final',
      end: { code: 'tyo', label: { fi: 'Töissä', sv: 'I arbete', en: 'At work' }, outcome: 'completed' },
    },
  },
})

/** Saves a draft as whoever is signed in in the window. */
async function saveDraft({ context }: Window, draft: string, document: unknown, basedOn: number | null = null) {
  const saved = await context.request.put(`/api/v1/drafts/${draft}`, { data: { document, basedOn } })
  expect(await saved.text()).toContain('"revision"')
}

const publishAs = (page: Page, version: number) =>
  page.getByRole('button', { name: `Julkaise versio ${version}` }).click()

describe('publishing', () => {
  it('makes a draft the next version, with who decided it and why, and says who stays where', async () => {
    const window = await designer.openWindow()
    const { page, complaints } = window
    await saveDraft(window, 'tuki-a', tuki('tukiA'))
    await page.goto('/drafts/tuki-a')
    await page.getByRole('button', { name: 'Julkaise', exact: true }).click()
    await page.getByRole('heading', { name: 'Julkaise versio 1' }).waitFor()
    await page.getByText('Tarkistus ei löytänyt virheitä.').waitFor()
    await page.getByText('Tämä on polun ensimmäinen versio.').waitFor()
    await page.getByLabel('Mitä muuttui ja miksi').fill('Ensimmäinen kokeilu Kajaanissa.')
    await page.getByLabel('Hyväksyjä').fill('Palvelupäällikkö')
    // what was written is there after a look at the draft
    await page.goBack()
    await page.locator('#inspector').waitFor()
    await page.goForward()
    await page.getByText('Tarkistus ei löytänyt virheitä.').waitFor()
    // without a connection nothing is published, and nothing of what was written is lost
    await window.context.setOffline(true)
    await publishAs(page, 1)
    await page.getByRole('alert').getByText('Julkaisu ei onnistunut.').waitFor()
    await window.context.setOffline(false)
    expect(await page.getByLabel('Hyväksyjä').inputValue()).toBe('Palvelupäällikkö')
    await publishAs(page, 1)
    await page.getByText('Versio 1 on julkaistu. Se on käytössä.').waitFor()
    await page.getByText('Ensimmäinen kokeilu Kajaanissa.').waitFor()
    expect(await designer.polku.pathways.get('tukiA')).toMatchObject({ version: 1, approver: 'Palvelupäällikkö' })

    await startJourney('tukiA')
    await saveDraft(window, 'tuki-a2', tuki('tukiA', 4), 1)
    await page.goto('/drafts/tuki-a2/publish')
    await page.getByRole('heading', { name: 'Mitä muuttuu versioon 1 verrattuna' }).waitFor()
    await page.getByText('Mitä asiakkaalle muuttuu').waitFor()
    expect(await page.locator('[data-change=changed]').textContent()).toMatch(/6 .*4 /)
    await page.getByText('1 asiakas jatkaa versiolla 1.').waitFor()
    const sent: string[] = []
    page.on('request', (request) => request.url().endsWith('/publish') && sent.push(request.method()))
    await page.getByRole('button', { name: 'Julkaise versio 2' }).dblclick()
    await page.getByText(/Versio 2 on julkaistu/).waitFor()
    expect(sent.filter((method) => method === 'POST')).toHaveLength(1)
    await page.getByText('1 asiakas on tällä versiolla').waitFor()
    await page.getByText('Missä he ovat').click()
    await page.getByRole('row', { name: 'Kartoitus 1' }).waitFor()
    expect(complaints.filter((one) => !one.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([])
  })

  it('keeps what is drawn, and does not publish what has errors: it leads to them', async () => {
    const window = await designer.openWindow()
    const { page } = window
    const broken = { ...tuki('tukiB'), initial: 'jossain' }
    await saveDraft(window, 'tuki-b', broken)
    await page.goto('/drafts/tuki-b/publish')
    await publishAs(page, 1)
    await page.getByRole('alert').getByText('Korjaa ensin virheet').waitFor()
    await page
      .getByRole('region', { name: 'Yksi virhe estää julkaisun' })
      .getByRole('button', { name: /Näytä luonnoksessa/ })
      .click()
    await page.waitForURL('**/drafts/tuki-b')
    await page.locator('#inspector[data-place="pathway"]').waitFor()
    await page.getByRole('button', { name: /^Tarkista/ }).click()
    await page.getByRole('heading', { name: 'Virheet: estävät julkaisun' }).waitFor()
    await keepPicture(page, 'findings')
    expect((await designer.polku.pathways.draft('tuki-b')).document).toEqual(broken)
    expect((await designer.polku.pathways.list()).map(({ pathway }) => pathway)).not.toContain('tukiB')
  })

  it('shows which saved walks come out otherwise, and goes on only when that is meant', async () => {
    const window = await designer.openWindow()
    const { page } = window
    await designer.polku.pathways.publish(tuki('tukiF'), { by: { user: 'polku' } })
    const steps = [
      { do: 'record', facts: { hours: 6 } },
      { do: 'send', event: 'toihin' },
    ]
    const scenario = { name: 'Aino töihin', startsAt: '2026-03-02T07:00:00Z', steps }
    const kept = await window.context.request.put('/api/v1/pathways/tukiF/scenarios/aino', { data: scenario })
    expect(kept.status()).toBe(201)
    await saveDraft(window, 'tuki-f', tuki('tukiF', 7), 1)
    await page.goto('/drafts/tuki-f/publish')
    await page.getByText('Yksi skenaario päättyy toisin kuin ennen').waitFor()
    await page.getByText('Aino töihin').waitFor()
    await publishAs(page, 2)
    await page.getByText('Katso skenaariot, jotka päättyvät toisin').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await keepPicture(page, 'publish-broken-scenarios')
    await page.getByLabel(/Muutos on tarkoitettu/).check()
    await publishAs(page, 2)
    await page.getByText(/Versio 2 on julkaistu/).waitFor()
  })

  it('starts on the day that is chosen, and is brought forward as it is', async () => {
    const window = await designer.openWindow()
    const { page } = window
    await saveDraft(window, 'tuki-c', tuki('tukiC'))
    await page.goto('/drafts/tuki-c/publish')
    await page.getByLabel('Käyttöön alkaen').fill('1.6.2099')
    await page.getByLabel('Hyväksyjä').click()
    await page.getByText('Uudet asiakkaat aloittavat versiolla 1 ma 1.6.2099 alkaen.').waitFor()
    await publishAs(page, 1)
    await page.getByText('Versio 1 on julkaistu. Se tulee käyttöön ma 1.6.2099.').waitFor()
    await page.getByText('Tulee käyttöön ma 1.6.2099', { exact: true }).waitFor()

    // what is planned is brought forward as it is
    await page.getByRole('button', { name: /Tee luonnos tästä.*Versio 1/ }).click()
    await page.getByRole('button', { name: 'Julkaise', exact: true }).click()
    await page.getByText('Versio 1, jonka piti tulla käyttöön ma 1.6.2099, ei tule käyttöön.').waitFor()
    await publishAs(page, 2)
    await page.getByText('Käytössä', { exact: true }).waitFor()
    await page.getByText('Ei tule käyttöön: uudempi versio ehti ensin').waitFor()
    expect(await designer.polku.pathways.get('tukiC')).toMatchObject({ version: 2, isInUse: true })
  })
})

describe('the identifier of a pathway', () => {
  it('is never another published pathway’s, and takes the saved walks along', async () => {
    const window = await designer.openWindow()
    const { page, saved } = await openInspector(window, 'tuki-i', tuki('tukiI'))
    const scenario = { name: 'Aino alussa', startsAt: '2026-03-02T07:00:00Z', steps: [], document: tuki('tukiI') }
    await window.context.request.put('/api/v1/pathways/tukiI/scenarios/aino', { data: scenario })
    await unfold(page)
    const key = page.locator('#inspector').getByLabel('Tunnus', { exact: true })
    await key.fill('suunto')
    await page.getByText('Tunnus ”suunto” on jo käytössä.').waitFor()
    await key.fill('tukiJ')
    await key.press('Enter')
    await expect.poll(async () => (await saved()).document.id).toBe('tukiJ')
    expect((await designer.polku.pathways.scenarios('tukiJ')).map(({ name }) => name)).toEqual(['Aino alussa'])
    // Escape first takes back what was begun, then leads out of the details
    await key.fill('tukiK')
    await key.press('Escape')
    expect(await key.inputValue()).toBe('tukiJ')
    await key.press('Escape')
    await page.locator('[role="treeitem"]:focus').waitFor()
  })

  it('is left by Escape once it is written', async () => {
    const { page, saved } = await openInspector(await designer.openWindow(), 'tuki-k', tuki('tukiK'))
    await unfold(page)
    const key = page.locator('#inspector').getByLabel('Tunnus', { exact: true })
    await key.fill('tukiL')
    await key.press('Enter')
    await expect.poll(async () => (await saved()).document.id).toBe('tukiL')
    await key.press('Escape')
    await page.locator('[role="treeitem"]:focus').waitFor()
  })
})

describe('versions', () => {
  it('are compared in words and as drawings, and any of them becomes a draft', async () => {
    const window = await designer.openWindow()
    const { page, complaints } = window
    const before = tuki('tukiD')
    const after = tuki('tukiD', 5)
    after.states.lepo = { label: { fi: 'Lepo' }, on: { takaisin: 'alku' } }
    after.states.alku = { ...after.states.alku, on: { ...after.states.alku?.on, tauolle: 'lepo' } }
    const { by } = { by: { user: 'polku' } }
    await designer.polku.pathways.publish(before, { by })
    await designer.polku.pathways.publish(after, { by })
    await page.goto('/pathways/tukiD')
    await page.getByRole('link', { name: /Vertaa edelliseen.*Versio 2/ }).click()
    await page.locator('[data-change=added]').filter({ hasText: 'Lepo' }).first().waitFor()
    await page.locator('[data-change=changed]').filter({ hasText: 'Jaksaa työpäivän' }).waitFor()
    const drawing = page.getByRole('region', { name: 'Jälkeen: Versio 2' }).locator('svg')
    await drawing.getByText('Lepo').first().waitFor()
    expect(await drawing.locator('circle + text').allTextContents()).toContain('+')
    await page.getByLabel('Mihin').selectOption('Versio 1')
    await page.getByText('Valitse kaksi eri versiota.').waitFor()

    await page.goto('/pathways/tukiD')
    await page.getByRole('button', { name: /Tee luonnos tästä.*Versio 1/ }).dblclick()
    await page.waitForURL('**/drafts/*')
    await page.locator('#inspector').waitFor()
    expect((await designer.polku.pathways.drafts('tukiD')).map(({ basedOn }) => basedOn)).toEqual([1])
    expect(complaints).toEqual([])
  })

  it('are told with the values that were chosen for them, which their drafts keep', async () => {
    const label = { fi: 'Tapaamisten väli', sv: 'Mötesintervall', en: 'Time between meetings' }
    const document = tuki('tukiV')
    document.parameters = { vali: { type: 'duration', label, default: 'P2M', origin: 'ours' } }
    const { alku } = document.states
    document.states.alku = {
      ...alku,
      followUps: { tapaa: { every: { parameter: 'vali' }, shift: 'nextWorkingDay', task: 'tapaaminen' } },
    }
    const by = { user: 'polku' }
    await designer.polku.pathways.publish(document, { by })
    await designer.polku.pathways.publish(document, { by, parameters: { vali: 'P3M' } })
    const { page, complaints } = await designer.openWindow()
    await page.goto('/pathways/tukiV/compare?from=1&to=2')
    await page
      .locator('[data-change=changed]')
      .filter({ hasText: 'Tapaamisten väli' })
      .filter({ hasText: '3 kuu' })
      .waitFor()
    const told = page.getByRole('article')
    for (const address of ['/pathways/tukiV/versions/2', '/pathways/tukiV/versions/2/document']) {
      await page.goto(address)
      await told.getByText('3 kuukauden välein').first().waitFor()
      expect(await told.getByText('2 kuukauden välein').count()).toBe(0)
    }
    await page.goto('/pathways/tukiV')
    await page.getByRole('button', { name: /Tee luonnos tästä.*Versio 2/ }).click()
    await page.getByRole('button', { name: 'Julkaise', exact: true }).click()
    await page.getByText('Eroja ei ole: asiakkaalle luvataan kummassakin sama.').waitFor()
    const [draft] = await designer.polku.pathways.drafts('tukiV')
    const { parameters } = (await designer.polku.pathways.draft(draft?.id ?? '')).document
    expect(parameters).toMatchObject({ vali: { default: 'P3M' } })
    expect(complaints).toEqual([])
  })

  it.each([
    ['fi', /2 kuukauden välein/, 'lähde 000a:M02'],
    ['sv', /varannan månad/, 'källa 000a:M02'],
    ['en', /every 2 months/, 'source 000a:M02'],
  ] as const)('are documents in %s, with every rule and its source', async (language, rule, source) => {
    await designer.polku.pathways.publish(tuki('tukiE'), { by: { user: 'polku' } })
    // a person who works in the dark prints on white paper too
    const { page, complaints } = await designer.openWindow({ colours: 'dark' })
    await page.goto(`/pathways/tukiE/versions/1/document?language=${language}`)
    const printed = page.locator(`article[lang=${language}]`)
    await printed.waitFor()
    await printed.locator('svg').waitFor()
    const text = (await printed.textContent()) ?? ''
    expect(text).toMatch(rule)
    expect(text).toContain(source)
    expect(await accessibilityFaults(page)).toEqual([])
    await page.emulateMedia({ media: 'print' })
    await keepPicture(page, `document-${language}`)
    expect(await page.getByRole('button').count()).toBe(0)
    const ofPaper = 'getComputedStyle(document.documentElement).colorScheme + getComputedStyle(document.body).color'
    expect(await page.evaluate(ofPaper)).toBe('lightrgb(35, 33, 30)')
    // a drawing that is small needs no sheet of its own, and one that is wide lies on its side
    const sheets = async (): Promise<number[][]> => {
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
      return [...pdf.matchAll(/MediaBox \[0 0 (\d+)\S* (\d+)/g)].map(([, width, height]) => [
        Number(width),
        Number(height),
      ])
    }
    const upright = [594, 841]
    expect((await sheets()).every((sheet) => sheet.join() === upright.join())).toBe(true)
    await printed.locator('svg').evaluate((svg) => svg.parentElement?.setAttribute('style', 'page: wideDrawing'))
    expect((await sheets()).slice(0, 3)).toEqual([upright, [841, 594], upright])
    expect(complaints).toEqual([])
  })

  it.each([
    ['fi', 'Kuva', 'Jatkuu:'],
    ['sv', 'Bild', 'Fortsätter:'],
    ['en', 'Drawing', 'Continued:'],
  ] as const)('print a large drawing so that it can be read, on as many sheets as it takes, in %s', async (...told) => {
    const [language, name, continued] = told
    const { page, complaints } = await designer.openWindow()
    await page.goto(`/pathways/suunto/versions/1/document?language=${language}`)
    const printed = page.locator(`article[lang=${language}]`)
    const parts = printed.getByRole('figure', { includeHidden: true }).filter({ hasText: /^\D+ \d\/\d/ })
    await parts.first().locator('svg').first().waitFor({ state: 'attached' })
    expect(await parts.first().isVisible()).toBe(false)
    await page.emulateMedia({ media: 'print' })
    await keepPicture(page, `document-suunto-${language}`, [1440])
    const count = await parts.count()
    expect(count).toBeGreaterThan(1)
    const captions = await parts.locator('figcaption').allTextContents()
    expect(captions.map((one) => one.split('.')[0])).toEqual(captions.map((_, at) => `${name} ${at + 1}/${count}`))
    expect(captions.join()).toContain(continued)
    // of what is seen: the smallest type in points, the largest sheet in millimetres
    const figures = printed.getByRole('figure')
    const points = await figures.locator('text').evaluateAll((texts) =>
      texts.flatMap((text) => {
        const matrix = 'getScreenCTM' in text ? text.getScreenCTM() : null
        return matrix ? [Number(text.getAttribute('font-size')) * matrix.a * 0.75] : []
      }),
    )
    expect(points.length).toBeGreaterThan(60)
    expect(Math.min(...points)).toBeGreaterThanOrEqual(7)
    const millimetres = await parts.evaluateAll((all) =>
      all.map((one) => {
        const svg = one.querySelector('svg')?.getBoundingClientRect()
        return [((svg?.width ?? 0) * 25.4) / 96, (one.getBoundingClientRect().height * 25.4) / 96]
      }),
    )
    for (const [width = 0, height = 0] of millimetres) {
      expect(width).toBeLessThanOrEqual(190)
      expect(height).toBeLessThanOrEqual(265)
    }
    // every text of the drawing on the screen, in one part or another, and seen whole there
    const whole = await printed.locator('section svg').first().locator('text').allTextContents()
    const inParts = await parts.locator('svg svg text').evaluateAll((texts) =>
      texts.flatMap((text) => {
        const [one, around] = [text.getBoundingClientRect(), text.ownerSVGElement?.getBoundingClientRect()]
        const isSeen = around && one.x >= around.x - 1 && one.right <= around.right + 1
        return isSeen && one.y >= around.y - 1 && one.bottom <= around.bottom + 1 ? [text.textContent] : []
      }),
    )
    expect(whole.filter((text) => !inParts.includes(text))).toEqual([])
    // each part is one sheet of paper: with them there are so many more
    const sheets = async () => (await page.pdf({ preferCSSPageSize: true })).toString('latin1').split('MediaBox').length
    const withParts = await sheets()
    await parts.evaluateAll((all) => {
      for (const one of all.slice(1)) one.remove()
    })
    expect(withParts - (await sheets())).toBe(count - 1)
    expect(complaints).toEqual([])
  })

  it('are taken out as files', async () => {
    const { page } = await designer.openWindow()
    await page.goto('/pathways/suunto/versions/1')
    const take = async (name: string): Promise<string> => {
      await page.getByRole('button', { name: 'Vie' }).click()
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('menuitem', { name }).click(),
      ])
      return readFile(await download.path(), 'utf8')
    }
    expect(JSON.parse(await take('Polku (JSON)'))).toEqual((await designer.polku.pathways.get('suunto')).document)
    expect(await take('Kuva (SVG)')).toContain('Kuntoutus')
    expect(await take('Kaavio (Mermaid)')).toMatch(/^stateDiagram-v2/)
    await page.getByRole('button', { name: 'Vie' }).click()
    await page.getByRole('menuitem', { name: 'Kone Statelyyn' }).click()
    const losses = page.getByRole('dialog', { name: 'Vienti Statelyyn' })
    await losses.getByText('Seurannat.').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    const [machine] = await Promise.all([
      page.waitForEvent('download'),
      losses.getByRole('button', { name: 'Tallenna kone' }).click(),
    ])
    expect(JSON.parse(await readFile(await machine.path(), 'utf8'))).toMatchObject({ id: 'suunto' })
  })
})

describe('each of these pages', () => {
  it.each([
    { width: 1440, colours: 'light' },
    { width: 390, colours: 'dark' },
  ] as const)('has no accessibility fault at $width px, $colours', async ({ width, colours }) => {
    const window = await designer.openWindow({ width, colours })
    const { page, complaints } = window
    const draft = `suunto-${width}-${colours}`
    const { document } = await designer.polku.pathways.get('suunto')
    const sitoutuminen = { ...document.criteria?.sitoutuminen, when: 'daysPerWeek >= 4 and hoursPerDay >= 6' }
    const criteria = { ...document.criteria, sitoutuminen }
    const title = width === 390 ? 'Pitkäaikaistyöttömyydenehkäisyohjelmakokonaisuudenkehittäminen' : 'Suunto muutettuna'
    const kartoitus = { ...document.states.kartoitus, label: { fi: title } }
    const states = {
      ...document.states,
      kartoitus: { ...kartoitus, phase: { ...kartoitus.phase, label: { fi: title } } },
    }
    await saveDraft(window, draft, { ...document, criteria, states, title: { fi: title } }, 1)
    // no two with one heading in a row
    const pages: [name: string, address: string, shows: string | RegExp][] = [
      ['home', '/', 'Palvelupolut'],
      ['versions', '/pathways/suunto', /Suunto: vaiheistettu/],
      ['comparison', `/pathways/suunto/compare?from=1&draft=${draft}`, /Vertailu/],
      ['version', '/pathways/suunto/versions/1', /Suunto: vaiheistettu/],
      ['publish', `/drafts/${draft}/publish`, 'Julkaise versio 2'],
      ['draft-comparison', `/drafts/${draft}/compare`, /Vertailu/],
      ['draft-document', `/drafts/${draft}/document`, title],
      ['accessibility', '/accessibility', 'Saavutettavuusseloste'],
    ]
    for (const [name, address, shows] of pages) {
      if (name === 'home') await page.goto(address)
      else await goOn(page, address)
      await page.getByRole('heading', { level: 1, name: shows, exact: true }).waitFor()
      await page.getByText('Haetaan …').first().waitFor({ state: 'detached' })
      expect([address, await accessibilityFaults(page)]).toEqual([address, []])
      const isTooWide = await page.evaluate('document.documentElement.scrollWidth > innerWidth')
      expect([address, isTooWide]).toEqual([address, false])
      if (name === 'comparison') await expectMarksInSight(page)
      await keepPicture(page, `${name}-${colours}`, [width])
    }
    expect(complaints).toEqual([])
  })
})

/** On both sides of a comparison, what is marked first is seen without scrolling the drawing. */
async function expectMarksInSight(page: Page): Promise<void> {
  for (const side of [/^Ennen/, /^Jälkeen/]) {
    const drawing = page.getByRole('region', { name: side })
    await drawing.locator('[data-mark=changed]').first().waitFor()
    const [frame, mark] = [await drawing.boundingBox(), await drawing.locator('[data-mark]').first().boundingBox()]
    expect(mark?.x).toBeGreaterThan(frame?.x ?? 0)
    expect(mark?.y).toBeGreaterThan(frame?.y ?? 0)
    expect((mark?.x ?? 0) + (mark?.width ?? 0)).toBeLessThan((frame?.x ?? 0) + (frame?.width ?? 0))
    expect((mark?.y ?? 0) + (mark?.height ?? 0)).toBeLessThan((frame?.y ?? 0) + (frame?.height ?? 0))
  }
}

async function startJourney(pathway: string): Promise<void> {
  const { polku } = designer
  const by = { user: 'polku', roles: ['adviser'] }
  const { id } = await polku.clients.create({ name: 'Esimerkki Asiakas', by })
  await polku.journeys.start({ pathway, client: id, responsible: { user: 'polku' }, by })
}
