import type { Finding } from '../../pathway/finding.ts'
import type { Parameters } from '../../pathway/parameters.ts'
import type { Context } from '../context.ts'
import { parse } from '../parse.ts'
import type { PlayWalk } from './createWalkPlayer.ts'
import type { PlayedWalk } from './playWalk.ts'
import { prepareWalk } from './prepareWalk.ts'
import { type WalkInput, walkSchema } from './walkSchemas.ts'

export interface Walk extends PlayedWalk {
  /** false when the document has errors: nobody can walk through it */
  isPlayable: boolean
  findings: Finding[]
}

/** Walks example clients through documents, each in a Polku of its own that is thrown away. */
export interface Walks {
  /**
   * Walks an example client through a document, published or not. Nothing is kept.
   * @param signal that nobody wants it any more
   * @throws PolkuProblem `too-many-walks` when too many wait for their turn already; what the signal says
   */
  walk(input: WalkInput, signal?: AbortSignal): Promise<Walk>
}

export function walkCommands(context: Context, play: PlayWalk): Walks {
  return {
    walk: async (input, signal) => {
      const { document, parameters, ...plan } = parse(walkSchema, input)
      const { findings, playable } = await prepareWalk(context, document, { parameters: parameters as Parameters })
      if (!playable) return { isPlayable: false, findings, refused: null, points: [] }
      return { isPlayable: true, findings, ...(await play(playable, plan, signal)) }
    },
  }
}
