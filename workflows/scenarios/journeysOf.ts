import type { JourneyView, Polku } from '../../engine/index.ts'
import type { Played } from './played.ts'

/** A client's journey with those of its modules, ended ones too, in the order in which they began. */
export interface JourneysOfClient {
  journey: JourneyView
  ofModules: JourneyView[]
}

export async function journeysOf(
  polku: Polku,
  { client, journey }: Pick<Played, 'client' | 'journey'>,
): Promise<JourneysOfClient> {
  const all = await polku.journeys.list({ client, limit: 1000 })
  const ofModules = all
    .filter(({ parent }) => parent?.journey === journey)
    .sort((a, b) => a.startedAt.localeCompare(b.startedAt) || a.id.localeCompare(b.id, 'en', { numeric: true }))
  return { journey: await polku.journeys.get(journey), ofModules }
}
