import type { PathwayDocument, PathwayInput } from '../../engine/index.ts'
import { documentSchema } from '../../engine/pathway/document.ts'
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

/** Publishes a pathway (and the module it may name) and starts a client on it. */
export async function createWorld(polku: EngineParts, clock: TestClock, pathway: PathwayInput): Promise<World> {
  const published: Publication[] = []
  await publish(polku, published, supportPathway)
  await publish(polku, published, pathway)
  const client = (await polku.clients.create({ by: everybody, name: words.client })).id
  const { journey } = await polku.journeys.start({
    by: everybody,
    pathway: pathway.id,
    client,
    responsible: { user: everybody.user },
  })
  const document = documentSchema.parse(pathway)
  return { polku, clock, document, published, client, journeys: [journey.id] }
}

async function publish(polku: EngineParts, published: Publication[], given: PathwayInput): Promise<void> {
  const { version, isNew } = await polku.pathways.publish(given, { by: everybody })
  if (!isNew) return
  const bound = latestOf(published, supportPathway.id)?.version ?? 0
  published.push({ pathway: given.id, version, document: documentSchema.parse(given), bound })
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
  if (latest) await publish(polku, published, revised(latest.document, latest.version + 1))
}
