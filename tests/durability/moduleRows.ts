import type { HistoryEntry } from '../../engine/index.ts'
import type { JourneyState } from '../../engine/journey/state.ts'
import type { TableReader } from '../support/tables.ts'

/** How a journey stands, and what has happened on it. */
export interface Told {
  state: JourneyState
  history: readonly HistoryEntry[]
}

/** A message between a parent and its module. */
export interface ModuleMessage {
  id: number
  journey: string
  topic: string
  payload: string
  isDelivered: 0 | 1
}

/** In the order of writing. */
export const moduleMessages = (tables: TableReader): ModuleMessage[] =>
  tables.rows<ModuleMessage>(
    `SELECT id, journey, topic, payload, delivered_at IS NOT NULL AS isDelivered
     FROM outbox WHERE topic GLOB 'module.*' ORDER BY id`,
  )

/** The journeys that a message is from and to. */
export function partiesOf({ journey, payload }: ModuleMessage): string[] {
  const { child, parent } = JSON.parse(payload) as Payload
  return [journey, child, parent].filter((one) => one !== undefined)
}

/**
 * Where parents and modules do not stand as the messages between them say: a message that is delivered has had its
 * effect on the other journey, one that is not has had none.
 */
export function brokenModules(messages: readonly ModuleMessage[], journeys: ReadonlyMap<string, Told>): string[] {
  return messages.flatMap(({ journey, topic, payload, isDelivered }) => {
    const { child = '', parent = '', suspension } = JSON.parse(payload) as Payload
    const [sender, module] = [journeys.get(journey), journeys.get(child)]
    const is = `module message ${topic} of ${journey} (${isDelivered ? 'delivered' : 'under way'}) ${payload}`
    const wrong = (what: string, found: boolean) => (found ? [`${is}: ${what}`] : [])
    switch (topic) {
      case 'module.start':
        return wrong('it and its child do not agree', (module !== undefined) !== (isDelivered === 1))
      case 'module.end':
        return wrong('its child runs on', isDelivered === 1 && module?.state.status === 'active')
      case 'module.suspend': {
        const isHeld = sender?.state.suspensions.some(({ id }) => id === suspension)
        const [follows, runs] = [followed(module, suspension), module?.state.status === 'active']
        return [
          ...wrong('its child has heard of it', isDelivered === 0 && follows),
          ...wrong('its child has not heard of it', isDelivered === 1 && isHeld === true && runs && !follows),
        ]
      }
      case 'module.resume': {
        const isHeld = module?.state.suspensions.some(({ ofParent }) => ofParent === suspension)
        return wrong('its child is still held', isDelivered === 1 && isHeld === true)
      }
      case 'module.ended': {
        const heard = journeys
          .get(parent)
          ?.history.some(({ type, entry }) => type === 'moduleEnded' && names(entry, journey))
        const isListed = journeys.get(parent)?.state.children.some((one) => one.journey === journey)
        return [
          ...wrong('its parent has heard of it', isDelivered === 0 && heard === true),
          ...wrong('its parent has not heard of it', isDelivered === 1 && isListed === true),
        ]
      }
      default:
        return []
    }
  })
}

interface Payload {
  child?: string
  parent?: string
  suspension?: number
}

const names = (entry: HistoryEntry['entry'], child: string): boolean =>
  entry.changes.some((one) => one.change === 'moduleEnded' && one.journey === child)

const followed = (module: Told | undefined, suspension: number | undefined): boolean =>
  module?.history.some(({ entry }) =>
    entry.changes.some((one) => one.change === 'suspended' && one.suspension.ofParent === suspension),
  ) ?? false
