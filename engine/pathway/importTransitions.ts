import { slug } from './importNames.ts'
import {
  actionsUnder,
  type Config,
  clip,
  describe,
  type Import,
  jsonOf,
  labelOf,
  metaOf,
  note,
  type Path,
  type TransitionInput,
} from './importRun.ts'
import { isRecord } from './isRecord.ts'
import { nameSchema } from './names.ts'

/** The transitions that one event, delay or state has, in order: one without a target when there is none. */
export function transitionsOf(definition: unknown, state: Config, run: Import, path: Path): TransitionInput[] {
  if (!Array.isArray(definition)) return [transitionOf(definition, state, run, path)]
  const listed = definition.map((one, index) => transitionOf(one, state, run, [...path, index]))
  return listed.length > 0 ? listed : [{}]
}

const transitionKeys = new Set('target guard cond reenter internal actions description meta delay in'.split(' '))

function transitionOf(definition: unknown, state: Config, run: Import, path: Path): TransitionInput {
  if (definition === undefined || definition === null) return {}
  if (typeof definition === 'string') return targetsOf(definition, state, run, path)
  if (!isRecord(definition)) {
    note(run, path, 'not-a-transition')
    return {}
  }
  for (const key of Object.keys(definition)) {
    if (!transitionKeys.has(key) || key === 'in')
      note(run, [...path, key], 'unknown-transition-key', { key: clip(key) })
  }
  const guard = definition.guard ?? definition.cond
  const reenter = definition.reenter ?? (definition.internal === false ? true : undefined)
  return {
    ...(definition.target === undefined ? {} : targetsOf(definition.target, state, run, [...path, 'target'])),
    ...(guard === undefined || guard === null ? {} : { criteria: criteriaOf(guard, run, [...path, 'guard']) }),
    ...(typeof reenter === 'boolean' ? { reenter } : {}),
    ...actionsUnder('actions', definition, run, path),
    ...describe(definition, run, path),
    ...metaOf(definition, run, path),
  }
}

/** Targets with the names that their states have been given; what leads nowhere stays, for verification to tell. */
export function targetsOf(target: unknown, state: Config, run: Import, path: Path): Pick<TransitionInput, 'target'> {
  const made = [target].flat().flatMap((one) => {
    if (typeof one === 'string' && one !== '') return [renamed(one, state, run, path)]
    if (one !== undefined && one !== null) note(run, path, 'target-not-a-name')
    return []
  })
  const [only] = made
  if (only === undefined) return {}
  return { target: made.length === 1 && !Array.isArray(target) ? only : made }
}

function renamed(target: string, state: Config, run: Import, path: Path): string {
  const keys = target.split(/(?<!\\)\./).map((key) => key.replaceAll('\\.', '.'))
  if (target.startsWith('#')) {
    const [id = '', ...rest] = keys
    const from = run.byId.get(id.slice(1))
    const name = from === run.root ? run.rootId : run.id(id.slice(1))
    return `#${[name, ...descend(from, rest, target, run, path)].join('.')}`
  }
  if (target.startsWith('.')) return `.${descend(state, keys.slice(1), target, run, path).join('.')}`
  return descend(run.parents.get(state), keys, target, run, path).join('.')
}

function descend(from: Config | undefined, keys: readonly string[], target: string, run: Import, path: Path): string[] {
  let at = from
  let isKnown = from !== undefined
  const names = keys.map((key) => {
    const name = at && run.children.get(at)?.get(key)
    const states: unknown = at?.states
    const next = isRecord(states) && Object.hasOwn(states, key) ? states[key] : undefined
    at = isRecord(next) ? next : undefined
    isKnown &&= name !== undefined
    return name ?? slug(key, nameSchema, 'state')
  })
  if (!isKnown) note(run, path, 'target-nowhere', { target: clip(target) })
  return names
}

/** Guards as names of criteria that hold for nobody until somebody writes them. */
function criteriaOf(guard: unknown, run: Import, path: Path): string[] {
  if (isRecord(guard)) {
    const { type, params, guards } = guard
    const all = type === 'criteria' && isRecord(params) ? params.all : undefined
    if (Array.isArray(all)) return all.flatMap((one) => criteriaOf(one, run, path))
    if (type === 'and' && Array.isArray(guards)) return guards.flatMap((one) => criteriaOf(one, run, path))
    if (typeof type === 'string') {
      const key = JSON.stringify(jsonOf(guard) ?? type)
      const isPlain = params === undefined && guards === undefined
      if (!isPlain) note(run, path, 'guard-parts', { guard: clip(type) })
      return [criterionFor(isPlain ? type : key, type, run, path)]
    }
  }
  if (typeof guard === 'string') return [criterionFor(guard, guard, run, path)]
  note(run, path, 'guard-code')
  return [criterionFor(`code at ${path.join('.')}`, 'guard', run, path)]
}

function criterionFor(key: string, written: string, run: Import, path: Path): string {
  const name = run.criterion(key, written)
  if (!Object.hasOwn(run.criteria, name)) {
    run.criteria[name] = { label: { fi: labelOf(written) }, when: 'null' }
    note(run, path, 'guard-criterion', { guard: clip(written), criterion: name })
  }
  return name
}
