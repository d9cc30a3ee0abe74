import { type PathwayInput, type Pathways, type Polku, PolkuProblem, type VersionSummary } from '../engine/index.ts'

/** Who publishes what comes with Polku. */
const publisher = { user: 'polku' }

/** What became of a bundled pathway, in words. */
export interface Bundled {
  pathway: string
  outcome: 'published' | 'unchanged' | 'kept' | 'refused'
  words: string
}

/** A pathway or a state of one: both may declare modules and hold states. */
type WithModules = Pick<PathwayInput, 'modules'> & { states?: Record<string, WithModules> }

/**
 * Publishes the pathways that come with Polku. The same document makes no new version; a pathway whose latest version
 * somebody else has published is left as it is, so that a restart never undoes an administrator's work. Nor does it
 * spread it: the modules of a bundled pathway are bundled ones, whatever versions others have published of them.
 */
export async function publishBundled({ pathways }: Polku, documents: readonly PathwayInput[]): Promise<Bundled[]> {
  const done: Bundled[] = []
  for (const document of documents) {
    const { id } = document
    const latest = await latestOf(pathways, id)
    if (latest && latest.publishedBy !== publisher.user) {
      const words = `version ${latest.version} by ${latest.publishedBy} stays`
      done.push({ pathway: id, outcome: 'kept', words })
      continue
    }
    try {
      const bound = withVersions(document, await moduleVersions(pathways, document))
      // nobody is there to acknowledge anything: what it breaks is told
      const { version, isNew, scenarios } = await pathways.publish(bound, { by: publisher, acknowledgeBroken: true })
      const broken = scenarios.filter(({ passed }) => !passed).map(({ name }) => `"${name}"`)
      const told = broken.length > 0 ? `, though it breaks the scenarios ${broken.join(', ')}` : ''
      const words = isNew ? `version ${version} published${told}` : `version ${version}, as before`
      done.push({ pathway: id, outcome: isNew ? 'published' : 'unchanged', words })
    } catch (error) {
      if (!(error instanceof PolkuProblem)) throw error
      done.push({ pathway: id, outcome: 'refused', words: `not published: ${error.message}` })
    }
  }
  return done
}

/** By pathway, the version that a module of a bundled document runs: the last bundled one, else the one it has run. */
async function moduleVersions(pathways: Pathways, document: PathwayInput): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>()
  const all = await pathways.list()
  const isPublished = (id: string) => all.some(({ pathway }) => pathway === id)
  const latest = await latestOf(pathways, document.id)
  if (latest) {
    const { document: published } = await pathways.get(document.id, latest.version)
    for (const { pathway, version } of modulesOf(published)) if (version !== undefined) found.set(pathway, version)
  }
  for (const { pathway } of modulesOf(document).filter((one) => isPublished(one.pathway))) {
    const bundled = (await pathways.versions(pathway)).filter(({ publishedBy }) => publishedBy === publisher.user)
    const last = bundled.at(-1)
    if (last) found.set(pathway, last.version)
  }
  return found
}

/** The version that was published last, in use or not yet. */
async function latestOf(pathways: Pathways, id: string): Promise<VersionSummary | undefined> {
  const isPublished = (await pathways.list()).some(({ pathway }) => pathway === id)
  return isPublished ? (await pathways.versions(id)).at(-1) : undefined
}

function modulesOf({ modules = {}, states = {} }: WithModules): { pathway: string; version?: number }[] {
  return [...Object.values(modules), ...Object.values(states).flatMap(modulesOf)]
}

/** Names a version for every module that names none and has one here. */
function withVersions<T extends WithModules>(part: T, versions: ReadonlyMap<string, number>): T {
  const bound = { ...part }
  if (part.modules) {
    bound.modules = Object.fromEntries(
      Object.entries(part.modules).map(([name, definition]) => {
        const version = definition.version ?? versions.get(definition.pathway)
        return [name, version === undefined ? definition : { ...definition, version }]
      }),
    )
  }
  if (part.states) {
    const states = Object.entries(part.states).map(([key, state]) => [key, withVersions(state, versions)] as const)
    bound.states = Object.fromEntries(states)
  }
  return bound
}
