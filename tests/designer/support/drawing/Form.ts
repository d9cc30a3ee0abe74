import type { Locator } from 'playwright-core'
import type { DurationRef, Text } from '../../../../engine/pathway/values.ts'
import type { Hand } from './Hand.ts'
import { named } from './named.ts'

/** The form of what is chosen, field by field, by the words that stand beside the fields. */
export interface Form {
  hand: Hand
  at: Locator
  /** A text in its three languages. @param isWritten its Finnish stands there already */
  text(label: string, text: Text | undefined, isWritten?: boolean): Promise<void>
  line(label: string, text: string | number | undefined): Promise<void>
  press(button: string): Promise<void>
  choose(label: string, option: string | undefined): Promise<void>
  pick(label: string, option: string | undefined): Promise<void>
  pickMany(label: string, adding: string, options: readonly string[] | undefined): Promise<void>
  turnOn(label: string | undefined): Promise<void>
  duration(label: string, duration: DurationRef | undefined, settingOf: (name: string) => string): Promise<void>
  /** Opens what is folded away, does something there, and leaves it open. */
  unfolded(title: string): Promise<Locator>
  /** Gives what is being shown another identifier than the one that its name has given it. */
  identifier(field: string, key: string): Promise<void>
  /** Adds a row to a list, and opens it where it was not opened by being added. */
  row(list: string, index: number): Promise<Form>
}

/** The form that the inspector shows, or a part of it. */
export function formOf(hand: Hand, at: Locator = hand.page.locator('#inspector [data-form]')): Form {
  const { page } = hand
  const labelled = (label: string): Locator => named(at, 'input, textarea, select', label).first()
  const form: Form = {
    hand,
    at,
    async text(label, text, isWritten = false) {
      if (text === undefined) return
      if (!isWritten) await hand.write(labelled(`${label} suomeksi`), text.fi)
      if (text.sv !== undefined) await hand.write(labelled(`${label} ruotsiksi`), text.sv)
      if (text.en !== undefined) await hand.write(labelled(`${label} englanniksi`), text.en)
    },
    async line(label, text) {
      if (text !== undefined) await hand.write(labelled(label), String(text).replace('.', ','))
    },
    press: (button) => hand.press(named(at, 'button', button).first()),
    async choose(label, option) {
      if (option !== undefined) await hand.choose(labelled(label), option)
    },
    async pick(label, option) {
      if (option !== undefined && (await labelled(label).inputValue()) !== option)
        await hand.pick(labelled(label), option)
    },
    async pickMany(label, adding, options) {
      for (const option of options ?? []) await hand.pick(labelled(`${label}: ${adding}`), option)
    },
    async turnOn(label) {
      if (label === undefined) return
      // what it means stands in its label too
      const box = named(at, '[type="checkbox"], [type="radio"]', new RegExp(`^${label}`))
      await hand.turnOn(box.first())
    },
    async duration(label, duration, settingOf) {
      if (duration === undefined) return
      if (typeof duration === 'object' && 'parameter' in duration) {
        await hand.choose(labelled(`${label}: mitä`), settingOf(duration.parameter))
        return
      }
      const { amount, unit } = partsOf(duration)
      await hand.choose(labelled(`${label}: mitä`), unit)
      await hand.write(labelled(`${label}: määrä`), amount)
    },
    async unfolded(title) {
      const folded = at.locator('details', { has: page.locator('summary', { hasText: title }) }).first()
      if ((await folded.getAttribute('open')) === null) await hand.press(folded.locator('summary'))
      return folded
    },
    async identifier(field, key) {
      const part = await form.unfolded('Tunnisteet ja tiedot järjestelmille')
      const input = named(part, 'input', field)
      if ((await input.inputValue()) === key) return
      await hand.write(input, key)
      await page.keyboard.press('Enter')
    },
    async row(list, index) {
      const row = at.getByRole('group', { name: list, exact: true }).locator(`[data-item="${index}"]`)
      const open = row.locator('[data-action="open"]').first()
      await open.waitFor()
      if ((await open.getAttribute('aria-expanded')) === 'true') await row.locator(':focus').first().waitFor()
      else await hand.press(open)
      return formOf(hand, row)
    },
  }
  return form
}

const units = { D: 'päivää', W: 'viikkoa', M: 'kuukautta', Y: 'vuotta' } as const

/** A length of time as the form asks for it. @throws for what needs more than one number */
function partsOf(duration: DurationRef): { amount: string; unit: string } {
  if (typeof duration === 'object') {
    if ('workingDays' in duration) return { amount: String(duration.workingDays), unit: 'työpäivää' }
    throw new Error(`${JSON.stringify(duration)} has no number of its own`)
  }
  const [, amount = '', letter = ''] = /^P(\d+)([DWMY])$/.exec(duration) ?? []
  return { amount, unit: units[letter as keyof typeof units] }
}
