import type { FieldDefinition } from '../../../engine/pathway/declarations.ts'
import { completedValue } from '../../../engine/pathway/declaredValues.ts'
import { namesIn } from '../../../engine/pathway/feel/namesIn.ts'
import type { DraftDocument, DraftState, DraftTransition } from '../../model/document.ts'
import type { ListedKind, Place } from '../../model/places.ts'
import { childOf } from '../../model/places.ts'

/** What a name becomes where it is referred to: another name, or nothing. */
export type Renaming = (name: string, place: Place) => string | undefined

/** What a document refers to by name: what it lists, and the events that are sent. */
export type ReferredKind = ListedKind | 'event'

/**
 * Visits every reference to a kind of thing, and writes what the renaming gives. A reference that becomes nothing is taken
 * away with what cannot be without it. In an expression it stays, and so does the last one that limits who may do something or
 * when: verification tells of it then.
 * @param document is changed; hand in a draft of it
 */
export function mapReferences(document: DraftDocument, kind: ReferredKind, rename: Renaming): void {
  const list = (names: string[] | undefined, place: Place): string[] | undefined => {
    const left = names?.map((name) => rename(name, place)).filter((name) => name !== undefined)
    if (left === undefined || left.length === 0) return undefined
    return left.join() === names?.join() ? names : left
  }
  /** Writes what became of an optional field, or takes it away. */
  const put = <T extends object, K extends keyof T>(owner: T, key: K, value: T[K] | undefined): void => {
    if (value === undefined) delete owner[key]
    else if (owner[key] !== value) owner[key] = value
  }
  const duration = (owner: Record<string, unknown>, key: string, place: Place): void => {
    const value = owner[key]
    if (kind !== 'parameter' || !isParameter(value)) return
    const name = rename(value.parameter, place)
    if (name === undefined) delete owner[key]
    else value.parameter = name
  }
  /** Who may do something: the last one named stays, for verification to tell of, since without it everybody might. */
  const by = (owner: { by?: string[] }, place: Place): void => {
    if (kind === 'caseRole' && owner.by) put(owner, 'by', list(owner.by, place) ?? owner.by)
  }
  const transition = (one: DraftTransition, place: Place): void => {
    // the last criterion named stays too: without it the transition would be open to everybody
    if (kind === 'criterion' && one.criteria) put(one, 'criteria', list(one.criteria, place) ?? one.criteria)
    by(one, place)
  }
  const state = (definition: DraftState, path: string): void => {
    const place: Place = path === '' ? { kind: 'pathway' } : { kind: 'state', state: path }
    if (kind === 'task' && definition.tasks) put(definition, 'tasks', list(definition.tasks, place))
    if (kind === 'caseRole') role(definition, place)
    if (kind === 'event' && definition.on) put(definition, 'on', filled(renameKeys(definition.on, place)))
    if (kind === 'parameter' && definition.after) put(definition, 'after', filled(renameKeys(definition.after, place)))
    for (const trigger of ['on', 'after'] as const) {
      for (const [event, written] of Object.entries(definition[trigger] ?? {})) {
        for (const [index, one] of [written].flat().entries()) {
          if (typeof one !== 'string') transition(one, { kind: 'transition', state: path, trigger, event, index })
        }
      }
    }
    for (const trigger of ['always', 'onDone'] as const) {
      for (const [index, one] of [definition[trigger] ?? []].flat().entries()) {
        if (typeof one !== 'string')
          transition(one, { kind: 'transition', state: path, trigger, event: trigger, index })
      }
    }
    for (const [name, followUp] of Object.entries(definition.followUps ?? {})) {
      const at: Place = { kind: 'followUp', state: path, name }
      for (const key of ['after', 'every', 'until', 'warnBefore']) duration(followUp, key, at)
      if (kind === 'task' && followUp.task !== undefined) put(followUp, 'task', rename(followUp.task, at))
      if (kind === 'event' && followUp.event !== undefined) put(followUp, 'event', rename(followUp.event, at))
      if (kind === 'fact' && typeof followUp.anchor === 'object') {
        const fact = rename(followUp.anchor.fact, at)
        if (fact === undefined) delete followUp.anchor
        else followUp.anchor.fact = fact
      }
    }
    for (const [name, module] of Object.entries(definition.modules ?? {})) {
      const at: Place = { kind: 'module', state: path, name }
      for (const key of Object.keys(module.inputs ?? {})) duration(module.inputs ?? {}, key, at)
      if (kind !== 'event') continue
      if (typeof module.start === 'object') {
        const event = rename(module.start.event, at)
        put(module, 'start', event === undefined ? undefined : { event })
      }
      for (const [code, event] of Object.entries(module.outputs ?? {}))
        put(module.outputs ?? {}, code, rename(event, at))
    }
    for (const [key, child] of Object.entries(definition.states ?? {})) state(child, childOf(path, key))
  }
  const role = (definition: DraftState, place: Place): void => {
    if (typeof definition.enterable === 'object') by(definition.enterable, place)
    const { phase } = definition
    if (!phase) return
    put(phase, 'responsible', phase.responsible && (rename(phase.responsible, place) ?? ''))
    if (phase.responsibilities) put(phase, 'responsibilities', filled(renameKeys(phase.responsibilities, place)))
  }
  const renameKeys = <T>(record: Record<string, T>, place: Place): Record<string, T> => {
    const renamed = Object.entries(record).map(([key, value]) => [rename(key, place), value] as const)
    if (Object.keys(record).every((key, at) => renamed[at]?.[0] === key)) return record
    return Object.fromEntries(renamed.filter(([key]) => key !== undefined))
  }

  const expression = (owner: { when?: string }, one: (name: string) => string | undefined): void => {
    if (typeof owner.when === 'string') put(owner, 'when', renameInExpression(owner.when, one))
  }
  const filled = <T extends object>(record: T): T | undefined => (Object.keys(record).length === 0 ? undefined : record)

  state(document as DraftState, '')
  for (const [name, task] of Object.entries(document.taskDefinitions ?? {})) {
    const at: Place = { kind: 'task', name }
    duration(task, 'due', at)
    if (kind === 'caseRole') {
      put(task, 'role', task.role && (rename(task.role, at) ?? ''))
      if (task.parties) put(task, 'parties', list(task.parties, at))
      if (task.readers) put(task, 'readers', list(task.readers, at))
      if (task.escalateTo !== undefined) put(task, 'escalateTo', rename(task.escalateTo, at))
    }
    if (kind === 'fact' && task.form) {
      const form = task.form.flatMap((field): FieldDefinition[] => {
        if (!('fact' in field)) return [field]
        const fact = rename(field.fact, at)
        return fact === undefined ? [] : [fact === field.fact ? field : { ...field, fact }]
      })
      if (form.length !== task.form.length || form.some((field, index) => field !== task.form?.[index]))
        task.form = form
    }
  }
  const tasks = Object.keys(document.taskDefinitions ?? {})
  for (const [name, criterion] of Object.entries(document.criteria ?? {})) {
    const at: Place = { kind: 'criterion', name }
    if (kind === 'fact' || kind === 'parameter') {
      expression(criterion, (one) => rename(one, at))
    }
    if (kind === 'task') {
      const counted = (one: string): string | undefined => {
        const task = tasks.find((name) => completedValue(name) === one)
        const to = task === undefined ? undefined : rename(task, at)
        return to === undefined ? one : completedValue(to)
      }
      expression(criterion, counted)
    }
    if (typeof criterion.overridable === 'object') by(criterion.overridable, at)
  }
  for (const [name, fact] of Object.entries(document.facts ?? {})) {
    const at: Place = { kind: 'fact', name }
    duration(fact, 'shelfLife', at)
    if (kind === 'caseRole' && fact.readers) put(fact, 'readers', list(fact.readers, at))
  }
  for (const [name, exit] of Object.entries(document.exits ?? {})) by(exit, { kind: 'exit', name })
  for (const [name, reason] of Object.entries(document.suspensions ?? {})) by(reason, { kind: 'suspension', name })
  for (const key of ['backDating', 'review'])
    duration(document as unknown as Record<string, unknown>, key, { kind: 'pathway' })
}

/** An expression with each name of a value as the renaming gives it. */
function renameInExpression(when: string, rename: (name: string) => string | undefined): string {
  return namesIn(when).reduceRight(
    (written, { name, from, to }) => written.slice(0, from) + (rename(name) ?? name) + written.slice(to),
    when,
  )
}

const isParameter = (value: unknown): value is { parameter: string } =>
  typeof value === 'object' && value !== null && 'parameter' in value && typeof value.parameter === 'string'
