import type { TaskKind } from '../journey/state.ts'
import type { NotificationTemplate } from './schemas.ts'

/** A message of a journey, as its step told it. */
export interface ToldMessage {
  topic: string
  payload: Readonly<Record<string, unknown>>
}

/** How things stand when the message is dealt with, which may be later. */
export interface Circumstances {
  journey: string
  /** who made the step; null for a rule */
  by: string | null
  isActive: boolean
  /** who answers for the journey */
  responsible: string
  /** the task that the message is about, where it is open still */
  task: ToldTask | undefined
}

interface ToldTask {
  id: number
  kind: TaskKind
  name: string
  assignee: string | null
  overdue: boolean
  /** when it is overdue a case role gets it besides, and not the responsible person */
  escalatesToRole: boolean
}

/** One person who is to hear of a message. */
export interface Told {
  recipient: string
  template: NotificationTemplate
  /** ids and codes only */
  payload: Record<string, string | number>
}

/**
 * Whether anybody may have to hear of a message at all: it is asked of every message, and most tell nobody.
 *
 * People are told what waits for them by name: work, and journeys that they answer for. What waits for a case role stands
 * in the worklist of that role. That something has happened (`journey.suspended`, `journey.ended`, an action) is news, not
 * work: it stands in the journal, and the outside hears of it.
 */
export function mayTell({ topic, payload }: ToldMessage): boolean {
  switch (topic) {
    case 'task.opened':
      return payload.assignee !== null
    case 'task.delegated':
    case 'task.overdue':
    case 'followUp.warning':
    case 'journey.started':
    case 'journey.handedOver':
      return true
    default:
      return false
  }
}

/**
 * Who hears of a message, and by which template. Nobody hears of what they have done themselves, of a task that is closed,
 * put off or with somebody else by now, or of a journey that has ended.
 */
export function whomToTell(message: ToldMessage, circumstances: Circumstances): Told[] {
  return circumstances.isActive ? told(message, circumstances) : []
}

function told({ topic, payload }: ToldMessage, { by, responsible, task, journey }: Circumstances): Told[] {
  switch (topic) {
    case 'task.opened':
    case 'task.delegated': {
      if (!task || task.assignee === null || task.assignee !== payload.assignee || task.assignee === by) return []
      return [{ recipient: task.assignee, template: ofTask(topic, task.kind), payload: aboutTask(journey, task) }]
    }
    case 'task.overdue': {
      // of a review that is open still, a suspension's review date tells likewise
      if (!task || !(task.overdue || task.kind === 'review')) return []
      const people = new Set([task.assignee, task.escalatesToRole ? null : responsible].flatMap((one) => one ?? []))
      return [...people].map((recipient) => ({ recipient, template: topic, payload: aboutTask(journey, task) }))
    }
    case 'followUp.warning': {
      const about = { followUp: String(payload.followUp), occurrence: Number(payload.occurrence) }
      return [{ recipient: responsible, template: topic, payload: about }]
    }
    // who answers for a module answers for its parent, and has been told of that; who answers for a journey that was
    // brought in answered for it before
    case 'journey.started':
      return by === null || by === responsible || payload.imported === true
        ? []
        : [{ recipient: responsible, template: topic, payload: { by } }]
    case 'journey.handedOver': {
      if (by === null || by === responsible || payload.to !== responsible) return []
      return [{ recipient: responsible, template: topic, payload: { by, from: String(payload.from) } }]
    }
    default:
      return []
  }
}

const aboutTask = (journey: string, { id, kind, name }: ToldTask) => ({ task: `${journey}.${id}`, kind, name })

function ofTask(topic: 'task.opened' | 'task.delegated', kind: TaskKind): NotificationTemplate {
  if (topic === 'task.delegated') return topic
  if (kind === 'proposal') return 'proposal.opened'
  return kind === 'review' ? 'review.opened' : topic
}
