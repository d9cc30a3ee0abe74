import { completeTask } from '../journey/work.ts'
import type { FieldDefinition } from '../pathway/declarations.ts'
import { own } from '../pathway/own.ts'
import type { ValueType } from '../pathway/values.ts'
import { type Context, factsOf } from './context.ts'
import { checkValues } from './factValues.ts'
import type { Loaded } from './loaded.ts'
import { parse } from './parse.ts'
import { PolkuProblem } from './problem.ts'
import { loadLive, type RecordedFacts, tellJourneys, writeFacts } from './recordFacts.ts'
import { type Around, type JourneyCommand, runCommand } from './runCommand.ts'
import { type CompleteTaskInput, completeTaskSchema } from './schemas.ts'
import { taskId } from './taskDetails.ts'
import { undone } from './undone.ts'
import type { JourneyAnswer } from './view.ts'

/** Completes a task; fields of its form that are bound to facts are recorded about the client. */
export async function completeTaskCommand(
  context: Context,
  id: string,
  input: CompleteTaskInput,
): Promise<JourneyAnswer> {
  const asked = parse(completeTaskSchema, input)
  const { journey, task } = taskId(id)
  const form = asked.form ?? {}
  const asRequested = { ...asked, dryRun: undefined, task }
  const command = (loaded: Loaded | undefined, facts: RecordedFacts): JourneyCommand => ({
    type: 'completeTask',
    asked: asRequested,
    act: (step) => completeTask({ ...step, task }),
    entry: { task, facts: Object.values(facts) },
    taskContent: () => {
      const own = loaded ? ownFields(loaded, task, form) : {}
      return Object.keys(own).length > 0 ? { task, content: own } : undefined
    },
  })
  // facts of the form are written first, then every other live journey of the client is told
  const withFacts: Around = async (tx, loaded, run) => {
    const bound = checkForm(loaded, task, form)
    if (Object.keys(bound).length === 0) return run(loaded, command(loaded, {}))
    const { client } = loaded.row
    const others = await loadLive(context, tx, client, journey)
    const holdsFrom = asked.occurredAt === undefined ? undefined : Date.parse(asked.occurredAt)
    const facts = { client, values: bound, source: `task ${id}`, by: asked.by.user, holdsFrom }
    const recorded = await writeFacts(context, tx, facts, [loaded, ...others])
    const answer = await run({ ...loaded, facts: await factsOf(context, tx, client) }, command(loaded, recorded))
    if (answer instanceof PolkuProblem) throw answer
    await tellJourneys(context, tx, client, others, recorded, {
      by: asked.by.user,
      occurredAt: holdsFrom ?? loaded.now,
    })
    return answer
  }
  if (!asked.dryRun) return runCommand(context, journey, command(undefined, {}), withFacts)
  // what a form records decides where it leads: a dry run does everything, and undoes it
  return undone<JourneyAnswer>((undo) => {
    const tried = command(undefined, {})
    const unkeyed = { ...tried, asked: { ...tried.asked, key: undefined } }
    return runCommand(context, journey, unkeyed, async (...around) => undo(await withFacts(...around)))
  })
}

/**
 * Holds a filled-in form against the task's fields.
 * @returns the values of fields that are bound to facts
 * @throws PolkuProblem `invalid-fact` for a missing, unknown or wrong field
 */
function checkForm(
  loaded: Loaded,
  task: number,
  form: Readonly<Record<string, string | number | boolean>>,
): Record<string, string | number | boolean> {
  // the command itself says that there is no such task
  if (!loaded.state.tasks.some((one) => one.id === task)) return {}
  const fields = fieldsOf(loaded, task)
  const types = new Map<string, ValueType>()
  const errors = []
  for (const field of fields) {
    const name = 'fact' in field ? field.fact : field.name
    const type = 'fact' in field ? own(loaded.pathway.document.facts, field.fact) : field.value
    if (type) types.set(name, type)
    if (field.required && form[name] === undefined) errors.push({ path: ['form', name], message: 'is required' })
  }
  for (const name of Object.keys(form)) {
    if (!types.has(name)) errors.push({ path: ['form', name], message: 'is not a field of this form' })
  }
  if (errors.length > 0) {
    const [first] = errors
    throw new PolkuProblem('invalid-fact', `"${first?.path.at(-1)}" ${first?.message}.`, {
      errors,
      accepted: [...types.keys()],
    })
  }
  checkValues(form, (name) => types.get(name), 'form')
  const bound = new Set(fields.flatMap((field) => ('fact' in field ? [field.fact] : [])))
  return Object.fromEntries(Object.entries(form).filter(([name]) => bound.has(name)))
}

function ownFields(loaded: Loaded, task: number, form: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const names = new Set(fieldsOf(loaded, task).flatMap((field) => ('fact' in field ? [] : [field.name])))
  return Object.fromEntries(Object.entries(form).filter(([name]) => names.has(name)))
}

function fieldsOf({ state, pathway }: Loaded, task: number): FieldDefinition[] {
  const open = state.tasks.find((one) => one.id === task)
  return open?.kind === 'pathway' ? (own(pathway.document.taskDefinitions, open.name)?.form ?? []) : []
}
