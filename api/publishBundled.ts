import { type PathwayInput, type Polku, PolkuProblem } from '../engine/index.ts'

/** Who publishes what comes with Polku. */
const publisher = { user: 'polku' }

/** What became of a bundled pathway, in words. */
export interface Bundled {
  pathway: string
  outcome: 'published' | 'unchanged' | 'kept' | 'refused'
  words: string
}

/**
 * Publishes the pathways that come with Polku. The same document makes no new version; a pathway whose latest version
 * somebody else has published is left as it is, so that a restart never undoes an administrator's work.
 */
export async function publishBundled({ pathways }: Polku, documents: readonly PathwayInput[]): Promise<Bundled[]> {
  const done: Bundled[] = []
  for (const document of documents) {
    const { id } = document
    const latest = (await pathways.list()).find(({ pathway }) => pathway === id)
    if (latest && latest.publishedBy !== publisher.user) {
      const words = `version ${latest.version} by ${latest.publishedBy} stays`
      done.push({ pathway: id, outcome: 'kept', words })
      continue
    }
    try {
      const { version, isNew } = await pathways.publish(document, { by: publisher })
      const words = isNew ? `version ${version} published` : `version ${version}, as before`
      done.push({ pathway: id, outcome: isNew ? 'published' : 'unchanged', words })
    } catch (error) {
      if (!(error instanceof PolkuProblem)) throw error
      done.push({ pathway: id, outcome: 'refused', words: `not published: ${error.message}` })
    }
  }
  return done
}
