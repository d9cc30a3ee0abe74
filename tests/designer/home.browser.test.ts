import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessibilityFaults, type OpenDesigner, openDesigner } from './support/openDesigner.ts'

let designer: OpenDesigner
beforeAll(async () => {
  designer = await openDesigner()
})
afterAll(() => designer.close())

describe('the first page', () => {
  it.each(['fi', 'sv', 'en'] as const)('shows what is published, in the reader’s language: %s', async (language) => {
    const { page, complaints } = await designer.openWindow({ language })
    await page.goto('/')
    const suunto = {
      fi: /vaiheistettu asiakasprosessi/,
      sv: /fasindelade klientprocessen/,
      en: /phased client process/,
    }
    await page.getByRole('link', { name: suunto[language] }).first().waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe(language)
    expect(await accessibilityFaults(page)).toEqual([])
    expect(complaints).toEqual([])
  })
})
