import type { Finding } from '../pathway/finding.ts'
import type { Parameters } from '../pathway/parameters.ts'
import type { Context } from './context.ts'
import type { PublishInput } from './designSchemas.ts'
import { type Drafts, draftCommands } from './drafts.ts'
import { type Published, publish } from './publish.ts'
import { findingsOf } from './verifyAmong.ts'
import { type Versions, versionCommands } from './versions.ts'
import { createWalkPlayer } from './walks/createWalkPlayer.ts'
import { type Scenarios, scenarioCommands } from './walks/scenarios.ts'
import { type Walks, walkCommands } from './walks/walkPathway.ts'

/** Commands and questions about pathways: what administrators design. */
export interface Pathways extends Versions, Drafts, Walks, Scenarios {
  /** What is wrong with a document, by itself and beside the pathways that are published, whatever it is given. */
  verify(document: unknown, parameters?: PublishInput['parameters']): Promise<Finding[]>
  /** Makes a document the next version of its pathway. @throws PolkuProblem `invalid-pathway` with the findings */
  publish(document: unknown, options: Omit<PublishInput, 'document'>): Promise<Published>
}

export function pathwayCommands(context: Context): Pathways {
  const play = createWalkPlayer()
  return {
    ...versionCommands(context),
    ...draftCommands(context, play),
    ...walkCommands(context, play),
    ...scenarioCommands(context, play),
    verify: (document, parameters) => findingsOf(context, document, parameters as Parameters),
    publish: (document, options) => publish(context, play, document, options),
  }
}
