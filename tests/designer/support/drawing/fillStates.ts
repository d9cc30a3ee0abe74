import type { Trigger } from '../../../../designer/model/places.ts'
import type {
  FollowUpDefinition,
  ModuleDefinition,
  StateDefinition,
  TransitionDefinition,
} from '../../../../engine/pathway/states.ts'
import type { Form } from './Form.ts'
import { addNamed, effectInWords, onlyRoles, outcomeInWords } from './fillListed.ts'
import type { Names } from './namesOf.ts'

/** Fills the form of a state that has just been given its name, but for what leads from it and what is inside it. */
export async function fillState(form: Form, key: string, state: StateDefinition, names: Names): Promise<void> {
  const { phase } = state
  if (phase) {
    await form.text('Nimi', phase.label, true)
    await form.text('Tavoite', phase.goal)
    await form.pick('Vaiheesta vastaa', phase.responsible && names.role(phase.responsible))
    for (const [role, words] of Object.entries(phase.responsibilities ?? {})) {
      await form.pick('Lisää rooli, jolla on tehtäviä vaiheessa', names.role(role))
      await form.text(names.role(role), words)
    }
    for (const [index, service] of (phase.services ?? []).entries())
      await fillItem(form, { list: 'Palvelut', button: 'Lisää palvelu', field: 'Palvelun nimi', index }, service)
    for (const [index, metric] of (phase.metrics ?? []).entries())
      await fillItem(form, { list: 'Mittarit', button: 'Lisää mittari', field: 'Mittarin nimi', index }, metric)
    await closeRows(form)
    await form.line('Lähde', phase.source)
  } else if (state.label) await form.text('Nimi', state.label, true)
  if (state.end) {
    await form.text('Päättymisen nimi', state.end.label, true)
    await form.turnOn(outcomeInWords(state.end.outcome))
    await form.line('Päättymisen tunnus', state.end.code)
  }
  if (state.history === 'deep') await form.turnOn('Tarkalleen samaan kohtaan')
  await form.pickMany('Tehtävät', 'Lisää tehtävä', state.tasks?.map(names.task))
  if (typeof state.enterable === 'object') {
    await form.choose('Voiko tähän siirtää suoraan', 'Vain nämä roolit')
    await onlyRoles(form, state.enterable.by, names)
  }
  await form.identifier('Tunnus', key)
}

interface Part {
  id: string
  label: { fi: string; sv?: string | undefined; en?: string | undefined }
  source?: string | undefined
}

async function fillItem(
  form: Form,
  { list, button, field, index }: { list: string; button: string; field: string; index: number },
  { id, label, source }: Part,
): Promise<void> {
  await addNamed(form, button, field, label.fi)
  const row = await form.row(list, index)
  await row.text(field, label, true)
  await row.line('Lähde', source)
  await row.line('Tunnus', id)
}

/** Closes the rows of a form, so that a field of the form itself is the only one of its name. */
async function closeRows(form: Form): Promise<void> {
  const open = form.at.locator('[data-action="open"][aria-expanded="true"]')
  while ((await open.count()) > 0) await form.hand.press(open.first())
}

export async function fillTransition(
  form: Form,
  { trigger, event }: { trigger: Trigger; event: string },
  one: TransitionDefinition,
  names: Names,
): Promise<void> {
  await form.text('Nimi', one.label, true)
  if (trigger === 'onDone') await form.turnOn('Kun kaikki sisällä on valmista')
  if (one.target === undefined) await form.pick('Mihin', 'Ei mihinkään: asiakas pysyy tässä')
  await form.pickMany('Mitä pitää täyttyä', 'Lisää siirtymäkriteeri', one.criteria?.map(names.criterion))
  await form.pickMany('Ketkä saavat tehdä siirtymän', 'Lisää rooli', one.by?.map(names.role))
  await form.turnOn(one.reasonRequired ? 'Perustelu vaaditaan' : undefined)
  await form.turnOn(one.effect && effectInWords(one.effect))
  await form.line('Lähde', one.source)
  if (trigger !== 'on') return
  const part = await form.unfolded('Tunnisteet ja tiedot järjestelmille')
  const key = part.getByLabel('Käynnistävän toimen tunnus', { exact: true })
  if ((await key.inputValue()) !== event) {
    // an event that another transition answers is chosen, a new one gets its identifier
    await form.hand.write(key, event)
    if ((await part.getByText('on jo käytössä').count()) === 0) await form.hand.page.keyboard.press('Enter')
    else {
      await form.hand.page.keyboard.press('Escape')
      await form.pick('Mikä painike tai viesti tämän käynnistää', names.event(event))
    }
  }
  for (const action of [one.actions ?? []].flat()) {
    const type = typeof action === 'string' ? action : action.type
    await addNamed(form, 'Lisää viesti', 'Uuden viestin nimi', type)
    await form.line('Viestin tunnus', type)
  }
}

export async function fillFollowUp(form: Form, key: string, one: FollowUpDefinition, names: Names): Promise<void> {
  await form.text('Nimi', one.label, true)
  await form.turnOn(one.every === undefined ? 'Kerran' : 'Toistuvasti')
  await form.duration('Kuinka pitkin välein', one.every, names.parameter)
  await form.duration('Kuinka pitkän ajan kuluttua', one.after, names.parameter)
  await form.duration(one.every ? 'Mihin asti toistetaan' : 'Mihin mennessä se on tehtävä', one.until, names.parameter)
  await form.choose(
    'Jos päivä osuu vapaapäivään',
    one.shift === 'nextWorkingDay' ? 'siirtyy seuraavaan työpäivään' : 'pysyy samana päivänä',
  )
  await form.pick('Avaa tehtävän', one.task && names.task(one.task))
  await form.turnOn(one.whenSuspended === 'keep' ? 'Määräaika pysyy' : undefined)
  await form.line('Lähde', one.source)
  await form.identifier('Tunnus', key)
}

/** @param child the document of the pathway that it runs */
export async function fillModule(
  form: Form,
  key: string,
  one: ModuleDefinition,
  names: Names,
  child: Child,
): Promise<void> {
  await form.text('Nimi', one.label, true)
  await form.pick('Mikä polku', child.title)
  if (one.start === 'adHoc') await form.choose('Milloin moduuli alkaa', 'kun työntekijä aloittaa sen')
  else if (typeof one.start === 'object') {
    await form.choose('Milloin moduuli alkaa', 'kun tehdään tietty siirtymä')
    await form.pick('Minkä siirtymän myötä', names.event(one.start.event))
  }
  for (const [name, value] of Object.entries(one.inputs ?? {})) {
    if (typeof value !== 'object' || value === null || !('parameter' in value)) throw new Error(`${name} is no setting`)
    await form.choose(child.parameter(name), `tämän polun asetus: ${names.parameter(String(value.parameter))}`)
  }
  for (const [code, event] of Object.entries(one.outputs ?? {}))
    await form.pick(`Kun ”${child.end(code)}”`, names.event(event))
  await form.turnOn(one.whenLeft === 'leave' ? 'Moduuli jää käyntiin' : undefined)
  await form.line('Lähde', one.source)
  await form.identifier('Tunnus', key)
}

/** What the parts of a pathway are called that runs as a module. */
export interface Child {
  title: string
  parameter(name: string): string
  end(code: string): string
}
