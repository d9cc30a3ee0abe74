import { asDraftDocument } from '../../../../designer/model/document.ts'
import { type ListedKind, listed, parentOf } from '../../../../designer/model/places.ts'
import { type PathwayModel, readPathway } from '../../../../designer/model/readPathway.ts'
import { documentSchema, type PathwayDocument, type PathwayInput } from '../../../../engine/pathway/document.ts'
import type { Drawer } from './Drawer.ts'
import type { Form } from './Form.ts'
import { fillCriterion, fillExit, fillFact, fillParameter, fillRole, fillSuspension, fillTask } from './fillListed.ts'
import { type Child, fillFollowUp, fillModule, fillState, fillTransition } from './fillStates.ts'
import { type Names, namesOf } from './namesOf.ts'

/**
 * Makes a pathway as a person does, from its name on: first what it speaks of, then its states, then the ways between
 * them, last the modules, which answer these.
 * @param others published pathways that it runs as modules
 */
export async function drawPathway(drawer: Drawer, input: PathwayInput, others: readonly PathwayInput[]): Promise<void> {
  const document = documentSchema.parse(input)
  const model = readPathway(asDraftDocument({ ...input }))
  const names = namesOf(document)
  await drawWhole(await drawer.openPathway(), document)
  await drawListed(drawer, document, names)
  await drawStates(drawer, model, names)
  await drawPromises(drawer, model, names)
  await drawWays(drawer, model, names)
  await drawModules(drawer, model, names, others)
  for (const { path, type, definition } of model.states.values()) {
    // a return is known by where it leads: in the end it keeps no name of its own
    if (type !== 'history' || definition.label !== undefined) continue
    const form = await drawer.openState(names.state(path))
    await form.line('Nimi suomeksi', '')
  }
}

async function drawWhole(form: Form, { id, title, description, sources }: PathwayDocument): Promise<void> {
  await form.text('Nimi', title, true)
  await form.text('Kuvaus', description)
  for (const source of sources ?? []) {
    await form.line('Lähteet', source)
    await form.hand.page.keyboard.press('Enter')
  }
  await form.identifier('Tunnus', id)
}

const order: readonly ListedKind[] = ['caseRole', 'parameter', 'fact', 'criterion', 'task', 'suspension', 'exit']

async function drawListed(drawer: Drawer, document: PathwayDocument, names: Names): Promise<void> {
  for (const kind of order) {
    for (const [key, { label }] of Object.entries(document[listed[kind]] ?? {}))
      await fillListed(await drawer.list(kind, label.fi), kind, key, document, names)
  }
}

async function fillListed(form: Form, kind: ListedKind, key: string, document: PathwayDocument, names: Names) {
  const { caseRoles, parameters, facts, criteria, taskDefinitions, exits, suspensions } = document
  const found = {
    caseRole: caseRoles?.[key] && (() => fillRole(form, key, take(caseRoles, key))),
    parameter: parameters?.[key] && (() => fillParameter(form, key, take(parameters, key))),
    fact: facts?.[key] && (() => fillFact(form, key, take(facts, key), names)),
    criterion: criteria?.[key] && (() => fillCriterion(form, key, take(criteria, key), names)),
    task: taskDefinitions?.[key] && (() => fillTask(form, key, take(taskDefinitions, key), names)),
    exit: exits?.[key] && (() => fillExit(form, key, take(exits, key), names)),
    suspension: suspensions?.[key] && (() => fillSuspension(form, key, take(suspensions, key), names)),
  }[kind]
  await found?.()
}

function take<T>(all: Readonly<Record<string, T>>, key: string): T {
  const found = all[key]
  if (found === undefined) throw new Error(`there is no ${key}`)
  return found
}

/** Outer states before what is inside them; parts that go on at the same time are told to when all are there. */
async function drawStates(drawer: Drawer, model: PathwayModel, names: Names): Promise<void> {
  for (const { path, key, type, definition } of model.states.values()) {
    if (path === '') continue
    const parent = parentOf(path)
    const kind = definition.phase ? 'phase' : type === 'final' ? 'end' : type === 'history' ? 'history' : 'state'
    const form = await drawer.addState(
      names.state(path),
      kind,
      parent === '' || parent === undefined ? undefined : names.state(parent),
    )
    await fillState(form, key, definition, names)
  }
  for (const { path, type } of model.states.values())
    if (type === 'parallel') await drawer.makeParallel(names.state(path))
}

async function drawPromises(drawer: Drawer, model: PathwayModel, names: Names): Promise<void> {
  for (const { path, definition } of model.states.values()) {
    for (const [key, one] of Object.entries(definition.followUps ?? {})) {
      const state = path === '' ? undefined : names.state(path)
      const form = await drawer.addFollowUp(one.label?.fi ?? key, state, names.task(one.task ?? ''))
      await fillFollowUp(form, key, one, names)
    }
  }
}

async function drawWays(drawer: Drawer, model: PathwayModel, names: Names): Promise<void> {
  for (const { place, source, definition, targets, trigger, event } of model.transitions) {
    const to = targets[0] ?? [...model.states.keys()].find((path) => path !== '' && path !== source) ?? ''
    const way = { from: names.state(source), to: names.state(to), trigger }
    const form = await drawer.addTransition(definition.label?.fi ?? place.event, way)
    await fillTransition(form, { trigger, event }, definition, names)
  }
}

async function drawModules(
  drawer: Drawer,
  model: PathwayModel,
  names: Names,
  others: readonly PathwayInput[],
): Promise<void> {
  for (const { path, definition } of model.states.values()) {
    for (const [key, one] of Object.entries(definition.modules ?? {})) {
      const child = childOf(others, one.pathway)
      const form = await drawer.addModule(one.label?.fi ?? key, names.state(path), child.title)
      await fillModule(form, key, one, names, child)
    }
  }
}

function childOf(others: readonly PathwayInput[], pathway: string): Child {
  const found = others.find(({ id }) => id === pathway)
  if (!found) throw new Error(`${pathway} is not published`)
  const ends = new Map(Object.entries(found.exits ?? {}).map(([code, { label }]) => [code, label.fi]))
  for (const { end } of Object.values(found.states)) if (end) ends.set(end.code, end.label.fi)
  return {
    title: found.title.fi,
    parameter: (name) => found.parameters?.[name]?.label.fi ?? name,
    end: (code) => ends.get(code) ?? code,
  }
}
