import type {
  CriterionDefinition,
  FactDefinition,
  FieldDefinition,
  ParameterDefinition,
} from '../../../../engine/pathway/declarations.ts'
import type { PathwayInput } from '../../../../engine/pathway/document.ts'
import { durationSchema } from '../../../../engine/pathway/values.ts'
import type { Form } from './Form.ts'
import type { Names } from './namesOf.ts'

type Listed<K extends 'caseRoles' | 'taskDefinitions' | 'exits' | 'suspensions'> = NonNullable<PathwayInput[K]>[string]

/** Fills the form of a case role that has just been given its name. */
export async function fillRole(form: Form, key: string, role: Listed<'caseRoles'>): Promise<void> {
  await form.text('Nimi', role.label, true)
  await form.turnOn(role.lane === 'provider' ? 'Myös palveluntuottaja' : undefined)
  await form.line('Lähde', role.source)
  await form.identifier('Tunnus', key)
}

export async function fillParameter(form: Form, key: string, one: ParameterDefinition): Promise<void> {
  const length = durationSchema.parse(one.default)
  await form.text('Nimi', one.label, true)
  await form.duration('Arvo, ellei julkaistaessa valita toista', length, () => '')
  await form.turnOn(one.origin === 'source' ? 'Lähde antaa sen' : undefined)
  await form.line('Lähde', one.source)
  await form.identifier('Tunnus', key)
}

const types = {
  number: 'luku',
  choice: 'valinta vaihtoehdoista',
  date: 'päivä',
  boolean: 'kyllä tai ei',
  text: 'teksti',
} as const

export async function fillFact(form: Form, key: string, fact: FactDefinition, names: Names): Promise<void> {
  await form.text('Nimi', fact.label, true)
  await form.text('Kuvaus', fact.description)
  await form.choose('Millainen arvo', types[fact.type])
  if (fact.type === 'number') {
    await form.line('Yksikkö', fact.unit)
    await form.line('Pienin mahdollinen', fact.min)
    await form.line('Suurin mahdollinen', fact.max)
  }
  if (fact.type === 'text') await form.line('Enimmäispituus merkkeinä', fact.maxLength)
  if (fact.type === 'choice') {
    for (const [index, { code, label }] of fact.options.entries()) {
      if (index > 0) await addNamed(form, 'Lisää vaihtoehto', 'Vaihtoehdon nimi', label.fi)
      const row = await form.row('Vaihtoehdot', index)
      await row.text('Vaihtoehdon nimi', label, index > 0)
      await row.line('Vaihtoehdon tunnus', code)
    }
  }
  await form.duration('Kuinka kauan tieto on voimassa', fact.shelfLife, names.parameter)
  await form.turnOn(fact.class === 'health' ? 'Terveystieto' : undefined)
  await form.line('Lähde', fact.source)
  await form.identifier('Tunnus', key)
}

/** Conditions as one reads them: what is asked, how it is compared, with what. */
export async function fillCriterion(form: Form, key: string, one: CriterionDefinition, names: Names): Promise<void> {
  await form.text('Nimi', one.label, true)
  await form.text('Kuvaus', one.description)
  for (const [index, condition] of one.when.split(' and ').entries()) {
    const [, fact = '', operator = '', value = ''] = /^(\w+) (>=|=) "?(\w+)"?$/.exec(condition) ?? []
    await form.pick(index === 0 ? 'Mistä tiedosta ehto on' : 'Lisää ehto', names.fact(fact))
    const number = index + 1
    await form.at
      .getByRole('group', { name: `Ehto ${number}`, exact: true })
      .locator(':focus')
      .waitFor()
    await form.choose(`Ehto ${number}: vertailu`, operator === '=' ? 'on' : 'on vähintään')
    if (operator === '=') await form.choose(`Ehto ${number}: arvo`, names.option(fact, value))
    else await form.line(`Ehto ${number}: arvo`, value)
  }
  if (typeof one.overridable === 'object') {
    await form.choose('Voiko tästä poiketa perustellusti', 'Voivat vain nämä roolit')
    await onlyRoles(form, one.overridable.by, names)
  }
  await form.line('Lähde', one.source)
  await form.identifier('Tunnus', key)
}

/** Case roles of a permission, of which the first of the pathway stands there already. */
export async function onlyRoles(form: Form, roles: readonly string[], names: Names): Promise<void> {
  const added = form.at.getByRole('group', { name: 'Nämä roolit', exact: true })
  await added.waitFor()
  for (const role of roles.map(names.role)) {
    if ((await added.getByRole('listitem').filter({ hasText: role }).count()) === 0)
      await form.pickMany('Nämä roolit', 'Lisää rooli', [role])
  }
}

export async function fillTask(form: Form, key: string, task: Listed<'taskDefinitions'>, names: Names): Promise<void> {
  await form.text('Nimi', task.label, true)
  await form.text('Kuvaus', task.description)
  await form.pick('Kenen tehtävä', names.role(task.role))
  await form.pickMany('Ketkä ovat mukana', 'Lisää rooli', task.parties?.map(names.role))
  await form.duration('Missä ajassa', task.due, names.parameter)
  await form.pick('Kenen työlistalle myöhästynyt tehtävä tulee lisäksi', task.escalateTo && names.role(task.escalateTo))
  await form.turnOn(task.whenSuspended === 'keep' ? 'Määräaika pysyy' : undefined)
  await form.line('Kesto', task.durationMinutes)
  for (const [index, field] of (task.form ?? []).entries()) await fillField(form, index, field, names)
  await form.line('Lähde', task.source)
  await form.identifier('Tunnus', key)
}

async function fillField(form: Form, index: number, field: FieldDefinition, names: Names): Promise<void> {
  if ('fact' in field) {
    await form.press('Lisää tieto asiakkaasta')
    await form.pick('Mikä tieto', names.fact(field.fact))
  } else await addNamed(form, 'Lisää oma kysymys', 'Kysymys', field.label.fi)
  const row = await form.row('Lomake', index)
  await row.turnOn(field.required ? 'Vastaus vaaditaan' : undefined)
  if ('fact' in field) return
  await row.text('Kysymys', field.label, true)
  await row.choose('Millainen arvo', types[field.value.type])
  await row.line('Tunnus', field.name)
}

/** Adds a part to a list by its name. */
export async function addNamed(form: Form, button: string, field: string, name: string): Promise<void> {
  await form.press(button)
  await form.line(field, name)
  await form.hand.page.keyboard.press('Enter')
}

const outcomes = {
  completed: 'Valmis',
  interrupted: 'Keskeytyi',
  transferred: 'Siirtyi muualle',
  removed: 'Poistettiin',
} as const
export const outcomeInWords = (outcome: keyof typeof outcomes): string => outcomes[outcome]

export async function fillExit(form: Form, key: string, exit: Listed<'exits'>, names: Names): Promise<void> {
  await form.text('Nimi', exit.label, true)
  await form.text('Kuvaus', exit.description)
  await form.turnOn(outcomeInWords(exit.outcome))
  await form.pickMany('Ketkä saavat päättää polun näin', 'Lisää rooli', exit.by?.map(names.role))
  await form.turnOn(exit.effect && effectInWords(exit.effect))
  await form.line('Lähde', exit.source)
  await form.identifier('Tunnus', key)
}

const effects = {
  none: 'Ei mitään itsessään',
  service: 'Palvelu alkaa, muuttuu tai loppuu',
  rights: 'Asiakkaan oikeudet tai velvollisuudet muuttuvat',
} as const
export const effectInWords = (effect: keyof typeof effects): string => effects[effect]

export async function fillSuspension(form: Form, key: string, one: Listed<'suspensions'>, names: Names): Promise<void> {
  await form.text('Nimi', one.label, true)
  await form.text('Kuvaus', one.description)
  await form.pickMany('Ketkä saavat keskeyttää tällä syyllä', 'Lisää rooli', one.by?.map(names.role))
  await form.line('Lähde', one.source)
  await form.identifier('Tunnus', key)
}
