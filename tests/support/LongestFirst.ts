import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Files of each project that take longest, the longest first: one that began last would be waited for alone. */
const longest = [
  'designer/suuntoByKeyboard.browser',
  'designer/suuntoByMouse.browser',
  'designer/inspector.browser',
  'designer/versions.browser',
  'designer/access.browser',
  'faults/queue/workers',
  'faults/queue/redis',
  'properties/laws',
  'properties/mutants',
  'durability/powerLoss',
  'equivalence/equivalence',
].map((file) => `/tests/${file}.test.ts`)

const placeOf = ({ moduleId }: TestSpecification): number => {
  const at = longest.findIndex((file) => moduleId.endsWith(file))
  return at < 0 ? longest.length : at
}

/**
 * The order in which files run: project by project, in each of them what takes longest first. Vitest knows that by itself
 * only of what has run before in the same clone.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const projects = [...new Set(sorted.map(({ project }) => project))]
    const turnOf = ({ project }: TestSpecification): number => projects.indexOf(project)
    // sorting keeps the order of equals
    return sorted.sort((one, other) => turnOf(one) - turnOf(other) || placeOf(one) - placeOf(other))
  }
}
