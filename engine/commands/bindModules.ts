import type { PathwayDocument } from '../pathway/document.ts'
import type { Finding } from '../pathway/finding.ts'
import { own } from '../pathway/own.ts'
import type { Parameters } from '../pathway/parameters.ts'
import type { ModuleDefinition, StateDefinition } from '../pathway/states.ts'
import { refusedInputs, type WithParameters } from '../pathway/verify/index.ts'
import type { ReadTx } from '../store/store.ts'
import { documentOf } from './context.ts'

/**
 * Binds every module of a document to a version of its pathway: the one it names, else the one that is in use when
 * journeys begin on the document. A running journey's modules so stay what they were when it was published.
 * @param parent the document, and the values that its parameters will have
 * @param startsOn the local date from which they do
 * @returns the document so bound, and a finding for each pathway, version, input and end that does not exist, and
 *   for each input that the module could not run with
 */
export async function bindModules(
  tx: ReadTx,
  parent: WithParameters,
  startsOn: string,
): Promise<{ bound: PathwayDocument; findings: Finding[] }> {
  const { document } = parent
  const findings: Finding[] = []
  const bind = async (state: StateDefinition, path: string[]): Promise<StateDefinition> => {
    const bound: StateDefinition = { ...state }
    if (state.modules) {
      bound.modules = {}
      for (const [name, definition] of Object.entries(state.modules)) {
        bound.modules[name] = await bindOne({ tx, parent, startsOn, findings }, definition, [...path, 'modules', name])
      }
    }
    if (state.states) {
      bound.states = {}
      for (const [key, inside] of Object.entries(state.states))
        bound.states[key] = await bind(inside, [...path, 'states', key])
    }
    return bound
  }
  const { modules, states } = await bind({ modules: document.modules, states: document.states }, [])
  return { bound: { ...document, ...(modules ? { modules } : {}), states: states ?? document.states }, findings }
}

interface Binding {
  tx: ReadTx
  parent: WithParameters
  startsOn: string
  findings: Finding[]
}

async function bindOne(
  { tx, parent, startsOn, findings }: Binding,
  definition: ModuleDefinition,
  path: string[],
): Promise<ModuleDefinition> {
  const { version, ...unbound } = definition
  const { pathway } = definition
  const report = (code: string, at: string[], message: string, hint: string) =>
    findings.push({ code, severity: 'error', path: [...path, ...at], message, hint })
  const row = version === undefined ? await tx.versionOn(pathway, startsOn) : await tx.version(pathway, version)
  if (!row) {
    const published = await tx.versionsFrom(startsOn)
    const known = [...new Set(published.flatMap((one) => (one.startsOn <= startsOn ? one.pathway : [])))].join(', ')
    const later = published.find((one) => version === undefined && one.pathway === pathway)
    const unknown = version === undefined ? `"${pathway}"` : `"${pathway}" in version ${version}`
    const which = later ? `${unknown} that is in use on ${startsOn}: it begins on ${later.startsOn}` : unknown
    report(
      'unknown-module',
      ['pathway'],
      `there is no published pathway ${which}`,
      `publish it first; published are: ${known || 'none'}`,
    )
    return definition
  }
  const child = documentOf(row)
  for (const name of Object.keys(definition.inputs ?? {})) {
    if (own(child.parameters, name)) continue
    const known = Object.keys(child.parameters ?? {}).join(', ') || 'none'
    report(
      'unknown-module',
      ['inputs', name],
      `"${pathway}" has no parameter "${name}"`,
      `its parameters are: ${known}`,
    )
  }
  const running = { document: child, parameters: JSON.parse(row.parameters) as Parameters }
  for (const { input, found, accepted } of refusedInputs(parent, definition.inputs ?? {}, running)) {
    const message = `the module "${path.at(-1)}" gives "${input}" of "${pathway}" what it cannot take: ${found}`
    report('module-input', ['inputs', input], message, `accepted: ${accepted}`)
  }
  const ends = new Set([...endCodes(child), 'parentEnded'])
  for (const code of Object.keys(definition.outputs ?? {})) {
    if (code === '*' || ends.has(code)) continue
    report(
      'unknown-module',
      ['outputs', code],
      `"${pathway}" never ends with "${code}"`,
      `its ends are: ${[...ends].join(', ')}`,
    )
  }
  // last, whether it was named or not: the same document is the same text
  return { ...unbound, version: row.version }
}

/** Codes with which a journey through a pathway may end. */
function endCodes(document: PathwayDocument): string[] {
  const finals = Object.entries(document.states).flatMap(([key, { type, end }]) =>
    type === 'final' ? [end?.code ?? key] : [],
  )
  return [...finals, ...Object.keys(document.exits ?? {})]
}
