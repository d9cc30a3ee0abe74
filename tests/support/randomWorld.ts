import type { PathwayDocument, PathwayInput } from '../../engine/index.ts'
import { documentSchema } from '../../engine/pathway/document.ts'
import type { Parameters } from '../../engine/pathway/parameters.ts'
import type { EngineParts } from './engineParts.ts'
import { everybody, words } from './randomCommands.ts'
import type { TestClock } from './testClock.ts'

/** A client on a generated pathway, with all that random commands need to know of them. */
export interface World {
  polku: EngineParts
  clock: TestClock
  document: PathwayDocument
  /** every version that has been published, oldest first */
  published: Publication[]
  client: string
  journeys: string[]
  /** where a test can do it: leaves the engine, and opens the database again */
  restart?: () => Promise<EngineParts>
  /** where a test can do it: lets every transaction fail at the n-th write */
  failAt?: (write: number | undefined) => void
}

/** A published version of a pathway, as it was given. */
export interface Publication {
  pathway: string
  version: number
  document: PathwayDocument
  /** the values that were chosen for its parameters */
  parameters: Parameters
  /** the version that its modules were bound to */
  bound: number
}

const label = { fi: 'Nimi' }

/** The module of generated pathways: a child journey with a clock of its own. */
export const supportPathway: PathwayInput = {
  id: 'tukijakso',
  title: { fi: 'Tukijakso' },
  caseRoles: { ohjaaja: { label } },
  parameters: { vali: { type: 'duration', label, default: 'P1M', origin: 'ours' } },
  taskDefinitions: { keskustelu: { label, role: 'ohjaaja', due: 'P7D' } },
  initial: 'kaynnissa',
  states: {
    kaynnissa: {
      followUps: { keskustelu: { every: { parameter: 'vali' }, task: 'keskustelu' } },
      after: { P3M: { target: 'valmis', automatic: true } },
      on: { valmis: 'valmis' },
    },
    valmis: { type: 'final', end: { code: 'valmis', label, outcome: 'completed' } },
  },
}

/**
 * Publishes a pathway (and the module it may name) and starts a client on it.
 * @param chosen which values are chosen for its parameters; 0 for its defaults
 * @param other what the pathway is to be in its second version, which is published once the client has begun
 */
export async function createWorld(
  polku: EngineParts,
  clock: TestClock,
  pathway: PathwayInput,
  chosen = 0,
  other?: PathwayInput,
): Promise<World> {
  const published: Publication[] = []
  await publish(polku, published, supportPathway, 0)
  await publish(polku, published, pathway, chosen)
  const client = (await polku.clients.create({ by: everybody, name: words.client })).id
  const { journey } = await polku.journeys.start({
    by: everybody,
    pathway: pathway.id,
    client,
    responsible: { user: everybody.user },
  })
  const document = documentSchema.parse(pathway)
  if (other) await publish(polku, published, other, chosen)
  return { polku, clock, document, published, client, journeys: [journey.id] }
}

async function publish(
  polku: EngineParts,
  published: Publication[],
  given: PathwayInput,
  chosen: number,
): Promise<void> {
  const document = documentSchema.parse(given)
  const parameters = chosenValues(document, chosen)
  const { version, isNew } = await polku.pathways.publish(given, { by: everybody, parameters })
  if (!isNew) return
  const bound = latestOf(published, supportPathway.id)?.version ?? 0
  published.push({ pathway: given.id, version, document, parameters, bound })
}

const durations = ['P4W', { workingDays: 12 }, 'P17D'] as const
const numbers = [3, 7, 9] as const

/** Values for every parameter of a document, by number; none for 0. */
function chosenValues({ parameters = {} }: PathwayDocument, chosen: number): Parameters {
  if (chosen === 0) return {}
  const which = chosen % durations.length
  const values = Object.entries(parameters).map(([name, { type, default: value }]) => [
    name,
    (type === 'duration' ? durations[which] : type === 'number' ? numbers[which] : undefined) ?? value,
  ])
  return Object.fromEntries(values)
}

const latestOf = (published: readonly Publication[], pathway: string): Publication | undefined =>
  published.findLast((one) => one.pathway === pathway)

const otherPeriods: Record<string, string> = {
  P7D: 'P8D',
  P8D: 'P7D',
  P1M: 'P5W',
  P5W: 'P1M',
  P2W: 'P16D',
  P16D: 'P2W',
}

/** The same pathway with other periods: what a running journey must not notice. */
function revised(document: PathwayDocument, version: number): PathwayDocument {
  const text = JSON.stringify(document).replaceAll(/"(P\d+[DWM])"(?!:)/g, (_, period: string) => {
    return `"${otherPeriods[period] ?? period}"`
  })
  return documentSchema.parse({ ...JSON.parse(text), title: { fi: `Versio ${version}` } })
}

/** Publishes the next version of the world's pathway, or of its module. */
export async function publishNext({ polku, document, published }: World, which: number): Promise<void> {
  const latest = latestOf(published, which % 2 === 0 ? supportPathway.id : document.id)
  if (latest) await publish(polku, published, revised(latest.document, latest.version + 1), which % 4)
}
