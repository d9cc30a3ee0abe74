import type { Hand } from './Hand.ts'

/** Begins a pathway from nothing, by its name, with its texts in all languages side by side. */
export async function beginPathway(hand: Hand, name: string): Promise<void> {
  const { page } = hand
  await page.goto('/')
  await hand.press(page.getByRole('button', { name: 'Uusi polku' }).first())
  await hand.write(page.getByLabel('Polun nimi'), name)
  await hand.press(page.getByRole('button', { name: 'Luo luonnos' }))
  await page.getByText('Mistä polku alkaa?').waitFor()
  await hand.turnOn(page.getByRole('switch', { name: 'Näytä kaikki kielet vierekkäin' }))
}

/** Publishes the open draft as the first version of its pathway. */
export async function publishPathway(hand: Hand): Promise<void> {
  const { page } = hand
  await hand.press(page.getByRole('button', { name: 'Julkaise', exact: true }))
  await page.getByText('Tämä on polun ensimmäinen versio.').waitFor()
  await hand.write(page.getByLabel('Mitä muuttui ja miksi'), 'Piirretty alusta asti.')
  await hand.write(page.getByLabel('Hyväksyjä'), 'Johtoryhmä')
  await hand.press(page.getByRole('button', { name: 'Julkaise versio 1' }))
  await page.getByText('Versio 1 on julkaistu').waitFor()
}
