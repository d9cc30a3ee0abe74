import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { accessibilityFaults } from './support/accessibilityFaults.ts'
import { keepPicture } from './support/keepPicture.ts'
import { type OpenDesigner, openDesigner } from './support/openDesigner.ts'

let designer: OpenDesigner
beforeAll(async () => {
  designer = await openDesigner([])
})
afterEach(() => designer.closeWindows())
afterAll(() => designer.close())

/** Signs in at an address as a person would. @returns where it led to */
async function signIn(address: string): Promise<string> {
  const { page, context } = await designer.openWindow({ isStranger: true })
  await page.goto(address)
  await page.getByLabel('Sähköposti').fill('aino@example.org')
  await page.getByLabel('Salasana').fill('neljä sanaa riittää hyvin')
  await page.getByRole('button', { name: 'Kirjaudu' }).click()
  await page.getByRole('heading', { name: /Palvelupolut|Tätä sivua ei ole/ }).waitFor()
  const { href } = new URL(page.url())
  await context.close()
  return href.slice(designer.address.length)
}

describe('signing in', () => {
  it('leads back to the page that was asked for', async () => {
    const { page, context } = await designer.openWindow({ isStranger: true })
    await page.goto('/drafts/jokin?a=b')
    await page.getByRole('heading', { name: 'Kirjaudu sisään' }).waitFor()
    const address = page.url().slice(designer.address.length)
    await context.close()
    expect(await signIn(address)).toBe('/drafts/jokin?a=b')
  })

  it('leads to the designer, and to no other site that a link names', async () => {
    expect(await signIn('/sign-in?next=//evil.example/')).toBe('/')
    const { page, context } = await designer.openWindow({ isStranger: true })
    await page.goto('/sign-in')
    const elsewhere = [
      null,
      '',
      'https://evil.example/',
      '//evil.example/',
      '/\\evil.example/',
      '\\\\evil.example',
      '/\t/evil.example/',
      '/\n/evil.example/',
      'javascript:alert(1)',
      '/%2f%2fevil.example/',
      ' //evil.example/',
      'evil.example',
    ]
    const led = await page.evaluate(
      `import('/pages/localPath.js').then(({ localPath }) => ${JSON.stringify(elsewhere)}.map((one) => localPath(one)))`,
    )
    expect(led).toEqual(elsewhere.map(() => '/'))
    await context.close()
  })

  it('says what went wrong at an organisation’s own sign-in', async () => {
    const { page, context } = await designer.openWindow({ isStranger: true })
    await page.goto('/sign-in?error=access_denied')
    expect(await page.getByRole('alert').textContent()).toContain('väärin')
    await keepPicture(page, 'sign-in')
    await context.close()
  })
})

describe('the accessibility statement', () => {
  it.each([
    ['fi', 'Saavutettavuusseloste', 'Liikenne- ja viestintävirasto Traficom'],
    ['sv', 'Tillgänglighetsutlåtande', 'Transport- och kommunikationsverket Traficom'],
    ['en', 'Accessibility statement', 'Finnish Transport and Communications Agency Traficom'],
  ] as const)('is read by anybody, in %s', async (language, title, authority) => {
    const { page, context, complaints } = await designer.openWindow({ language, isStranger: true })
    await page.goto('/accessibility')
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
    expect(await page.locator('main').textContent()).toContain(authority)
    expect(await accessibilityFaults(page)).toEqual([])
    await keepPicture(page, `accessibility-${language}`)
    expect(complaints).toEqual([])
    await context.close()
  })
})
