import { nearestNames } from '../../feel/syntax/nearestNames.ts'
import type { Finding } from '../../finding.ts'
import { error, type JsonPath, listed, quoted } from './report.ts'

/** A place where a document names something it declares elsewhere. */
export interface Reference {
  path: JsonPath
  name: string
}

/** References of a list of names at a place. */
export function namesAt(path: JsonPath, names: readonly string[] | undefined): Reference[] {
  return (names ?? []).map((name, index) => ({ path: [...path, index], name }))
}

/** An error for each reference to what is not declared. */
export function undeclared(
  code: string,
  references: readonly Reference[],
  declared: Readonly<Record<string, unknown>> | undefined,
  what: { kind: string; section: string },
): Finding[] {
  const known = Object.keys(declared ?? {})
  return references
    .filter(({ name }) => !Object.hasOwn(declared ?? {}, name))
    .map(({ path, name }) => {
      const near = nearestNames(name, known)
      const hint =
        near.length > 0 ? `Did you mean ${listed(near)}?` : `Add it to "${what.section}", or leave it out here`
      return error(code, path, `There is no ${what.kind} ${quoted(name)}`, hint)
    })
}
