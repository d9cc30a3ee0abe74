import type { Locator, Page } from 'playwright-core'
import { type Hand, optionIndex } from './Hand.ts'
import { named } from './named.ts'
import { pressTimes } from './pressTimes.ts'

/** A person who has no mouse: gets everywhere by Tab and the arrows. */
export function keyboardHand(page: Page): Hand {
  const { keyboard } = page
  return {
    page,
    async write(field, text) {
      await tabTo(page, field)
      await keyboard.press('Control+a')
      if (text === '') await keyboard.press('Delete')
      else await keyboard.insertText(text)
    },
    async press(button) {
      await tabTo(page, button)
      await keyboard.press('Enter')
    },
    async turnOn(box) {
      if (await box.isChecked()) return
      if ((await box.getAttribute('type')) !== 'radio') {
        await tabTo(page, box)
        return await keyboard.press('Space')
      }
      const group = page.locator(`input[type="radio"][name="${await box.getAttribute('name')}"]`)
      const reached = (await group.and(page.locator(':checked')).count()) > 0
      await tabTo(page, reached ? group.and(page.locator(':checked')) : group.first())
      if (!reached) await keyboard.press('Space')
      for (let times = 0; times < 10 && !(await box.isChecked()); times += 1) await keyboard.press('ArrowDown')
    },
    async choose(field, option) {
      await tabTo(page, field)
      const { index, chosen } = await optionIndex(field, option)
      await pressTimes(page, chosen < index ? 'ArrowDown' : 'ArrowUp', Math.abs(index - chosen))
    },
    async pick(field, option, shownAs = option) {
      await tabTo(page, field)
      if (await field.evaluate((input) => input.hasAttribute('readonly'))) await keyboard.press('ArrowDown')
      else {
        await keyboard.press('Control+a')
        // the list opens at the first letter, and what fits best is chosen in it at the next
        await keyboard.insertText(option.slice(0, -1))
        await page.locator('[role="option"]').filter({ visible: true }).first().waitFor()
        await keyboard.insertText(option.slice(-1))
      }
      const wanted = named(page, '[role="option"]', shownAs)
      await wanted.waitFor()
      for (let times = 0; times < 60; times += 1) {
        if ((await wanted.getAttribute('data-combobox-selected')) !== null) break
        await keyboard.press('ArrowDown')
      }
      await keyboard.press('Enter')
      await wanted.waitFor({ state: 'hidden' })
    },
  }
}

/** Presses Tab until the focus is there. @throws where it cannot be come to */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let times = 0; times < 12; times += 1) {
    const away = await stopsAway(wanted)
    if (away === 0) return
    await pressTimes(page, away > 0 ? 'Tab' : 'Shift+Tab', Math.abs(away))
    // looked at as what was found before: finding a field by its words is what takes long on a large page
    if (await page.evaluate('document.activeElement === window.wanted')) return
  }
  throw new Error(`Tab does not come to ${wanted}`)
}

/** How many stops of Tab there are from the focus to an element, which is kept; less than none for one before it. */
function stopsAway(wanted: Locator): Promise<number> {
  return wanted.evaluate((one) => {
    const page = one.ownerDocument
    const focused = page.activeElement
    Object.assign(page.defaultView ?? {}, { wanted: one })
    if (one === focused) return 0
    const all = [...page.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')]
    const nameOf = (other: (typeof all)[number]): string | null => other.getAttribute('name')
    const radios = all.filter((other) => other.matches('[type="radio"]'))
    const stops = all.filter((other) => {
      if (other === one || other === focused) return true
      if (!('tabIndex' in other) || Number(other.tabIndex) < 0 || other.matches(':disabled, [type="hidden"]'))
        return false
      if (!other.checkVisibility({ visibilityProperty: true })) return false
      if (!radios.includes(other)) return true
      // of round buttons that belong together Tab comes to one
      const group = radios.filter((radio) => nameOf(radio) === nameOf(other))
      return other === (group.find((radio) => radio.matches(':checked')) ?? group[0])
    })
    return stops.indexOf(one) - stops.indexOf(focused ?? one)
  })
}
