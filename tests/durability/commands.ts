import { definePathway, type JourneyAnswer, type Polku } from '../../engine/index.ts'

/** The parts of Polku that take commands. */
export type Commanded = Pick<Polku, 'pathways' | 'clients' | 'journeys' | 'tasks'>

/**
 * A command as data, so that another process can repeat it. Its key stands in what it writes (the reason, the source of
 * a fact, a client's name) and thereby tells which rows are its own.
 */
export type Command = { key: string } & (
  | { does: 'createClient' }
  | { does: 'start'; client: string }
  | { does: 'record'; client: string; hours: number; agreed: boolean }
  | { does: 'send'; journey: string; event: string; data?: Record<string, string> }
  | { does: 'handOver'; journey: string; to: string }
  | { does: 'openTask'; journey: string; dueDate: string }
  | { does: 'claimTask'; task: string }
  | { does: 'completeTask'; task: string; form?: { hours: number } }
  | { does: 'answerProposal'; task: string; accept: boolean }
  | { does: 'exit'; journey: string }
  | { does: 'suspend'; journey: string; reviewDate: string }
  | { does: 'resume'; journey: string; suspension: number }
  | { does: 'startModule'; journey: string }
  | { does: 'jump'; journey: string; to: string }
  | { does: 'reverse'; journey: string; entry: number }
)

/** What a command answers: a journey's answer, or ids. */
export type Answer = JourneyAnswer | { id: string } | { facts: Record<string, string> }

const by = { user: 'coach-1', roles: ['coach'] }
const label = (fi: string) => ({ fi, sv: fi, en: fi })

/** A module of it, with promises and ends of its own. */
export const support = definePathway({
  id: 'support',
  title: label('Tuki'),
  caseRoles: { coach: { label: label('Valmentaja') } },
  taskDefinitions: { call: { label: label('Soitto'), role: 'coach', due: { workingDays: 3 } } },
  initial: 'running',
  states: {
    running: {
      tasks: ['call'],
      followUps: { ask: { every: 'P14D', task: 'call' } },
      on: { note: { actions: 'tell' }, ready: 'ready' },
    },
    ready: { type: 'final', end: { code: 'ready', label: label('Valmis'), outcome: 'completed' } },
  },
})

/** A life of small steps, each of which arms timers, opens tasks and sends messages. */
export const pathway = definePathway({
  id: 'steps',
  title: label('Askeleet'),
  caseRoles: { coach: { label: label('Valmentaja') } },
  facts: {
    hours: { type: 'number', unit: 'h', min: 0, max: 24, label: label('Tunnit') },
    agreed: { type: 'boolean', label: label('Sovittu') },
  },
  criteria: { enough: { label: label('Tarpeeksi'), when: 'hours >= 4' } },
  taskDefinitions: {
    review: { label: label('Katsaus'), role: 'coach', due: { workingDays: 3 }, form: [{ fact: 'hours' }] },
  },
  exits: { moved: { label: label('Muutto'), outcome: 'transferred', effect: 'rights', by: ['coach'] } },
  initial: 'work',
  states: {
    work: {
      enterable: true,
      tasks: ['review'],
      modules: {
        aid: { pathway: 'support', start: { event: 'assist' }, outputs: { ready: 'pause' } },
        wanted: { pathway: 'support', start: 'adHoc', whenLeft: 'leave' },
      },
      followUps: { watch: { every: 'P7D', warnBefore: 'P1D', task: 'review' } },
      always: { target: 'rest', criteria: ['enough'], by: ['coach'] },
      on: {
        pause: 'rest',
        again: { target: 'work', reenter: true },
        note: { actions: 'tell' },
        assist: {},
        finish: 'done',
      },
    },
    rest: {
      enterable: true,
      after: { P30D: { target: 'work', automatic: true } },
      on: { resume: 'work', note: { actions: 'tell' } },
    },
    done: { type: 'final', end: { code: 'done', label: label('Valmis'), outcome: 'completed' } },
  },
})

export async function publish({ pathways }: Commanded): Promise<void> {
  for (const document of [support, pathway]) await pathways.publish(document, { by })
}

/** Runs a command. @throws PolkuProblem when it is refused, and what SQLite throws when the disk fails */
export async function perform({ clients, journeys, tasks }: Commanded, command: Command): Promise<Answer> {
  const { key } = command
  const asked = { by, key, reason: key }
  switch (command.does) {
    case 'createClient':
      return clients.create({ by, key, name: key })
    case 'start':
      return journeys.start({ ...asked, pathway: pathway.id, client: command.client, responsible: { user: by.user } })
    case 'record': {
      const { client, hours, agreed } = command
      return clients.record(client, { by, key, source: key, facts: { hours, agreed } })
    }
    case 'send':
      return journeys.send(command.journey, { ...asked, event: command.event, data: command.data })
    case 'handOver':
      return journeys.handOver(command.journey, { ...asked, to: { user: command.to } })
    case 'openTask': {
      const { journey, dueDate } = command
      return tasks.open({ ...asked, journey, title: 'Soita', assignee: by.user, dueDate })
    }
    case 'claimTask':
      return tasks.claim(command.task, asked)
    case 'completeTask':
      return tasks.complete(command.task, { ...asked, form: command.form })
    case 'answerProposal':
      return tasks.answer(command.task, { ...asked, accept: command.accept })
    case 'exit':
      return journeys.exit(command.journey, { ...asked, code: 'moved' })
    case 'suspend':
      return journeys.suspend(command.journey, { ...asked, reviewDate: command.reviewDate })
    case 'resume':
      return journeys.resume(command.journey, { ...asked, suspension: command.suspension })
    case 'startModule':
      return journeys.startModule(command.journey, { ...asked, module: 'wanted' })
    case 'jump':
      return journeys.jump(command.journey, { ...asked, to: command.to })
    case 'reverse':
      return journeys.reverse(command.journey, { ...asked, entry: command.entry })
  }
}
