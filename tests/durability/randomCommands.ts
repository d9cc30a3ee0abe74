import type { JourneyAnswer } from '../../engine/index.ts'
import type { Answer, Command } from './commands.ts'
import type { Random } from './random.ts'

const CLIENTS = 12
const JOURNEYS = 40

/** Some come while commands are still being asked, one does not. */
const reviewDates = ['2026-04-15', '2026-06-15', '2026-09-15', '2029-01-15']

type JourneyView = JourneyAnswer['journey']
type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never

/** Chooses commands that mostly make sense, from what earlier answers have told. */
export interface RandomCommands {
  next(key: string): Command
  learn(answer: Answer): void
}

export function randomCommands(random: Random, known: { clients: string[]; journeys: JourneyView[] }): RandomCommands {
  const clients = [...known.clients]
  const journeys = new Map(known.journeys.map((one) => [one.id, one]))

  const next = (): Without<Command, 'key'> => {
    const live = [...journeys.values()].filter((one) => one.status === 'active')
    if (clients.length === 0 || (clients.length < CLIENTS && random.share() < 0.2)) return { does: 'createClient' }
    if (live.length === 0 || (live.length < JOURNEYS && random.share() < 0.2)) {
      return { does: 'start', client: random.pick(clients) }
    }
    const { id: journey, client, tasks, pathway, revision, suspensions, children } = random.pick(live)
    const [suspension] = suspensions
    if (suspension && random.share() < 0.4) return { does: 'resume', journey, suspension: suspension.id }
    const [child] = children
    if (child && random.share() < 0.1) return { does: 'send', journey: child.journey, event: 'ready' }
    const dice = random.share()
    if (dice < 0.1) return { does: 'record', client, hours: random.below(6), agreed: random.share() < 0.5 }
    if (dice < 0.15) return { does: 'handOver', journey, to: `coach-${random.below(5)}` }
    if (dice < 0.22) return { does: 'openTask', journey, dueDate: '2027-01-15' }
    if (dice < 0.23) return { does: 'exit', journey }
    if (dice < 0.26) return { does: 'suspend', journey, reviewDate: random.pick(reviewDates) }
    if (dice < 0.3) return { does: 'startModule', journey }
    if (dice < 0.34) return { does: 'jump', journey, to: random.pick(['work', 'rest']) }
    if (dice < 0.4) return { does: 'reverse', journey, entry: revision }
    if (dice > 0.6 && tasks.length > 0) {
      const { id: task, kind, name } = random.pick(tasks)
      if (kind === 'proposal') return { does: 'answerProposal', task, accept: random.share() < 0.7 }
      if (random.share() < 0.2) return { does: 'claimTask', task }
      const fillsIn = name === 'review' && random.share() < 0.5
      return { does: 'completeTask', task, form: fillsIn ? { hours: random.below(6) } : undefined }
    }
    const events = pathway === 'support' ? ['note'] : ['pause', 'resume', 'again', 'assist', 'note', 'note']
    return { does: 'send', journey, event: random.share() < 0.02 ? 'finish' : random.pick(events) }
  }

  return {
    next: (key) => ({ key, ...next() }),
    learn: (answer) => {
      if ('id' in answer) clients.push(answer.id)
      if ('journey' in answer) journeys.set(answer.journey.id, answer.journey)
    },
  }
}
