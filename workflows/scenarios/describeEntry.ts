import type { FactView, HistoryEntry, TaskDetails } from '../../engine/index.ts'
import { describeResumption, describeSuspension, standing } from './describeStandstill.ts'
import { finnishDay, finnishDayOf } from './finnishDay.ts'
import { type Moment, nameOf } from './moment.ts'
import type { PathwayWords } from './pathwayWords.ts'
import type { Standing } from './standing.ts'

/** What a journal entry names only by number or id. */
export interface Known {
  journey: string
  /** what the module is called whose journey it is */
  module?: string
  words: PathwayWords
  /** by id */
  tasks: ReadonlyMap<string, TaskDetails>
  facts: ReadonlyMap<string, FactView>
  before: Standing
  /** facts that another journey's entry tells of */
  isEcho?: boolean
}

/** A journal entry in Finnish: who did what, what time did, and what followed. */
export function describeEntry(entry: HistoryEntry, known: Known): Moment {
  const { recordedAt, reason } = entry
  if (known.isEcho || (entry.byRule && !entry.entry.timer))
    return { at: recordedAt, mark: '◷', what: '', more: followed(entry, known), follows: true }
  const what = entry.byRule ? timeDid(entry, known) : `${nameOf(entry.by)}: ${personDid(entry, known)}`
  const more = [
    ...overridden(entry, known),
    ...contentOf(entry, known),
    ...factsOf(entry, known),
    ...(reason === undefined ? [] : [`Perustelu: ${reason}`]),
    ...backDated(entry, known),
    ...(entry.type === 'suspend' ? describeSuspension(entry, known) : []),
    ...(entry.type === 'resume' ? describeResumption(entry, known) : []),
    ...opened(entry, known),
    ...ended(entry, known),
  ]
  const { changes, task } = entry.entry
  const isEnd = changes.some(({ change }) => change === 'ended')
  const tasks = changes.flatMap((one) => (one.change === 'taskOpened' ? [taskId(known, one.task.id)] : []))
  return {
    at: recordedAt,
    mark: isEnd ? '■' : entry.type === 'suspend' ? '‖' : entry.byRule ? '◷' : '·',
    what: `${ofModule(known.module)}${what}${phaseEntered(entry, known)}`,
    more,
    opens: tasks.length === 1 ? tasks[0] : undefined,
    completes: entry.type === 'completeTask' && task !== undefined ? taskId(known, task) : undefined,
  }
}

/** Whose journey a line is about, when it is a module's. */
export const ofModule = (module: string | undefined): string => (module === undefined ? '' : `${module} › `)

/** What a step of one journey brought about in another: of a module in its parent, of the parent in a module. */
function followed(entry: HistoryEntry, known: Known): string[] {
  const { module = '', words } = known
  switch (entry.type) {
    case 'start': {
      const timers = entry.entry.changes.flatMap((one) => (one.change === 'timerArmed' ? [one.timer] : []))
      const next = timers.map((timer) => `${finnishDay(timer.dueDate)} ${words.timer(timer)}`)
      return [`Alkoi osapolku ${module}. Seuraavaksi ${next.join(', ')}`, ...opened(entry, known)]
    }
    case 'suspend':
      return known.before.suspensions.size > 0 ? [] : [`Myös ${module} seisoo: ${standing(entry, known).join(', ')}`]
    case 'resume': {
      const isOver = entry.entry.changes.some(({ change }) => change === 'timerResumed')
      return isOver ? [`${module} jatkuu`, ...describeResumption(entry, known)] : []
    }
    case 'exit':
      return [`${module} päättyi samalla`]
    default:
      return opened(entry, known)
  }
}

function personDid({ type, event, entry }: HistoryEntry, known: Known): string {
  const { words, tasks, before, module } = known
  const task = entry.task === undefined ? undefined : tasks.get(taskId(known, entry.task))
  const taskName = task?.label?.fi ?? (task?.kind === 'review' ? words.task('review') : 'tehtävä')
  switch (type) {
    case 'start':
      return event === undefined ? 'polku alkaa' : 'polku alkaa keskeltä'
    case 'send':
      return entry.taken.map(words.transition).join(', ')
    case 'jump':
      return 'perusteltu siirto'
    case 'exit':
      return module === undefined ? 'polku päätetään' : 'osapolku päätetään'
    case 'suspend': {
      const codes = entry.changes.flatMap((one) => (one.change === 'suspended' ? [one.suspension.code] : []))
      return `polku keskeytetään: ${codes.map(words.suspension).join().toLowerCase()}`
    }
    case 'resume': {
      const ended = entry.changes.flatMap((one) => (one.change === 'resumed' ? [one.suspension] : []))
      return `keskeytys päättyy: ${ended
        .map((id) => words.suspension(before.suspensions.get(id) ?? null))
        .join()
        .toLowerCase()}`
    }
    case 'startModule':
      return `lisää osapolun ${words.module(event ?? '')}`
    case 'handOver':
      return handedOver(entry)
    case 'facts':
      return 'kirjasi tietoja'
    case 'completeTask':
      return `${taskName} – tehty`
    case 'answerProposal':
      return entry.taken.length > 0 ? `hyväksyi ehdotuksen ”${taskName}”` : `hylkäsi ehdotuksen ”${taskName}”`
    default:
      return `${type}: ${taskName}`
  }
}

function handedOver({ changes }: HistoryEntry['entry']): string {
  const to = changes.flatMap((one) => (one.change === 'responsible' ? [nameOf(one.responsible.user)] : []))
  return `vastuuhenkilöksi tulee ${to.join()}`
}

function timeDid({ entry }: HistoryEntry, known: Known): string {
  const { words, tasks } = known
  const { timer, changes } = entry
  if (!timer) return 'itsestään'
  const late = timer.late ? ' (myöhässä)' : ''
  switch (timer.kind) {
    case 'followUp':
      return `Tuli aika${late}: ${words.followUp(timer.name)}${timer.occurrence > 1 ? ` (${timer.occurrence}. kerta)` : ''}`
    case 'taskDue': {
      const ids = changes.flatMap((one) => (one.change === 'taskChanged' ? [one.task] : []))
      const due = ids.map((id) => tasks.get(taskId(known, id))?.dueDate).find((date) => typeof date === 'string')
      const escalated = words.escalation(timer.name)
      return `Määräpäivä ${due ? finnishDay(due) : ''} meni: ${words.task(timer.name)} on tekemättä${escalated ? `, nyt sen voi tehdä myös ${escalated.toLowerCase()}` : ''}`
    }
    default:
      return `Tuli aika${late}: ${words.timer(timer)}`
  }
}

/** The phase that was entered, if one was. */
function phaseEntered({ entry }: HistoryEntry, { words, before }: Known): string {
  const phases = entry.changes.flatMap((one) => {
    if (one.change === 'visitOpened') return words.phase(one.visit.state) ?? []
    const state = one.change === 'visitContinued' ? before.visits.get(one.visit) : undefined
    const phase = state === undefined ? undefined : words.phase(state)
    return phase === undefined ? [] : `${phase} (jatkuu)`
  })
  return phases.length === 0 ? '' : ` → ${phases.join(', ')}`
}

function overridden({ entry }: HistoryEntry, { words, facts }: Known): string[] {
  return entry.criteria
    .filter((one) => one.overridden)
    .map(({ criterion, seen }) => {
      const values = Object.entries(seen).map(([name, id]) => {
        const fact = id === null ? undefined : facts.get(id)
        return fact ? words.fact(name, fact.value) : `${words.factLabel(name)} puuttuu`
      })
      return `Poikkeama kriteeristä ”${words.criterion(criterion).label}” (${values.join(', ')})`
    })
}

function contentOf({ type, entry }: HistoryEntry, known: Known): string[] {
  const isDone = type === 'completeTask' && entry.task !== undefined
  const task = isDone ? known.tasks.get(taskId(known, entry.task ?? 0)) : undefined
  const texts = Object.values(task?.content ?? {}).filter((value) => typeof value === 'string')
  return texts.length === 0 ? [] : [texts.map((text) => text.replace(/\.?$/, '.')).join(' ')]
}

function factsOf({ entry }: HistoryEntry, { words, facts }: Known): string[] {
  const recorded = (entry.facts ?? []).flatMap((id) => facts.get(id) ?? [])
  if (recorded.length === 0) return []
  const values = recorded.map(({ name, value }) => words.fact(name, value)).join(', ')
  const source = recorded[0]?.source ?? ''
  return [source.startsWith('task ') ? `Kirjattiin: ${values}` : `Kirjattiin: ${values} (lähde: ${source})`]
}

function backDated({ recordedAt, occurredAt, byRule, entry }: HistoryEntry, { words }: Known): string[] {
  if (byRule || finnishDayOf(occurredAt) === finnishDayOf(recordedAt)) return []
  const acted = (entry.actedSince ?? []).map(({ name, at }) => `${words.followUp(name)} ${finnishDayOf(at)}`)
  const meanwhile = acted.length === 0 ? '' : `; sillä välin tuli aika: ${acted.join(', ')}`
  return [`Tapahtui ${finnishDayOf(occurredAt)}, kirjattiin vasta nyt${meanwhile}`]
}

function opened({ entry }: HistoryEntry, { words }: Known): string[] {
  return entry.changes.flatMap((one) => {
    if (one.change !== 'taskOpened') return []
    const { kind, name, role, dueDate } = one.task
    const due = dueDate === null ? '' : `, määräpäivä ${finnishDay(dueDate)}`
    if (kind === 'review') return [`Tehtävä vastuuhenkilölle: ${words.task(name)}${due}`]
    if (kind === 'proposal') return [`Ehdotus vastuuhenkilölle: ${words.task(name)}${due}`]
    return [`Avautui tehtävä: ${words.task(name)}${role === null ? '' : ` (${words.role(role).toLowerCase()})`}${due}`]
  })
}

function ended({ entry }: HistoryEntry, { words, module }: Known): string[] {
  const what = module === undefined ? 'Polku' : `Osapolku ${module}`
  return entry.changes.flatMap((one) =>
    one.change === 'ended' ? [`${what} päättyi: ${words.ending(one.end.code)} [${one.end.code}]`] : [],
  )
}

const taskId = ({ journey }: Known, task: number): string => `${journey}.${task}`
