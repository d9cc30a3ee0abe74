import type { HistoryEntry, JourneyView, Polku } from '../../engine/index.ts'
import type { PathwayInput } from '../../engine/pathway/document.ts'
import { describeEntry, ofModule } from './describeEntry.ts'
import { describeRefusal } from './describeRefusal.ts'
import { finnishDay, finnishDayOf } from './finnishDay.ts'
import { journeysOf } from './journeysOf.ts'
import { type Moment, nameOf } from './moment.ts'
import { type PathwayWords, pathwayWords } from './pathwayWords.ts'
import type { Played } from './played.ts'
import { moveOn, nothingStands } from './standing.ts'

/**
 * A client's years in Finnish, line by line: from the journals of the journey and its modules, and the refusals that leave
 * no trace there.
 * @param documents of the pathways that were played
 */
export async function timeline(polku: Polku, documents: readonly PathwayInput[], played: Played): Promise<string[]> {
  const { client, scenario, refusals } = played
  const { journey, ofModules } = await journeysOf(polku, played)
  const words = new Map(documents.map((document) => [document.id, pathwayWords(document)]))
  const wordsOf = ({ pathway }: JourneyView): PathwayWords => {
    const found = words.get(pathway)
    if (!found) throw new Error(`no document of "${pathway}"`)
    return found
  }
  const tasks = await polku.tasks.list({ client, limit: 1000 })
  const facts = await polku.clients.factHistory(client)
  const all = {
    tasks: new Map(tasks.map((task) => [task.id, task])),
    facts: new Map(facts.map((fact) => [fact.id, fact])),
  }
  const nameOfModule = ({ parent }: JourneyView) => parent && wordsOf(journey).module(parent.module)
  const histories: { view: JourneyView; entries: HistoryEntry[] }[] = []
  for (const view of [journey, ...ofModules]) {
    histories.push({ view, entries: await polku.journeys.history(view.id) })
  }
  const tellers = whoTells(histories.flatMap(({ entries }) => entries))
  const moments: Moment[] = []
  for (const { view, entries } of histories) {
    const before = nothingStands()
    const known = { ...all, journey: view.id, module: nameOfModule(view) ?? undefined, words: wordsOf(view), before }
    for (const entry of entries) {
      const isEcho = entry.type === 'facts' && !entry.entry.facts?.some((id) => tellers.get(id) === entry)
      moments.push(describeEntry(entry, { ...known, isEcho }))
      moveOn(before, entry)
    }
  }
  for (const refused of refusals) {
    const view = ofModules.find(({ parent }) => parent?.module === refused.module) ?? journey
    moments.push(describeRefusal(refused, wordsOf(view), ofModule(nameOfModule(view) ?? undefined)))
  }
  return [
    scenario.client.name.toUpperCase(),
    scenario.story,
    '',
    ...linesOf(together(joined(moments.sort(byTime)))),
    ...[journey, ...ofModules].flatMap((view) => whatIsNext(view, wordsOf(view), nameOfModule(view) ?? undefined)),
  ]
}

/** By fact the one entry that tells of it: facts are the client's, so each live journey has an entry of them. */
function whoTells(entries: readonly HistoryEntry[]): ReadonlyMap<string, HistoryEntry> {
  const tellers = new Map<string, HistoryEntry>()
  for (const entry of entries) {
    for (const fact of entry.entry.facts ?? []) {
      const told = tellers.get(fact)
      if (!told || (told.type === 'facts' && entry.type !== 'facts')) tellers.set(fact, entry)
    }
  }
  return tellers
}

/** What followed from something comes after it, at the same instant. */
const byTime = (a: Moment, b: Moment): number =>
  a.at.localeCompare(b.at) || Number(a.follows ?? false) - Number(b.follows ?? false)

/** What followed at once in another journey of the client is told under what it followed from. */
function joined(moments: readonly Moment[]): Moment[] {
  const told: Moment[] = []
  for (const moment of moments) {
    const last = told.at(-1)
    const [first, ...rest] = moment.more
    if (!moment.follows) told.push(moment)
    else if (last?.at === moment.at) told.splice(-1, 1, { ...last, more: [...last.more, ...moment.more] })
    else if (first !== undefined) told.push({ ...moment, what: first, more: rest })
  }
  return told
}

/** A task that came due and was done the same day, with nothing in between, is told in one line. */
function together(moments: readonly Moment[]): Moment[] {
  const told: Moment[] = []
  for (const moment of moments) {
    const last = told.at(-1)
    const isDone = last?.mark === '◷' && last.opens !== undefined && last.opens === moment.completes
    if (last && isDone && finnishDayOf(last.at) === finnishDayOf(moment.at)) {
      const [first, ...rest] = moment.more
      told.splice(-1, 1, { ...last, more: [first ? `${moment.what}. ${first}` : moment.what, ...rest] })
    } else told.push(moment)
  }
  return told
}

const indent = ' '.repeat(18)

function linesOf(moments: readonly Moment[]): string[] {
  let day = ''
  return moments.flatMap(({ at, mark, what, more }) => {
    const today = finnishDayOf(at)
    const shown = today === day ? '' : today
    day = today
    return [`${shown.padEnd(15)} ${mark} ${what}`, ...more.map((line) => `${indent}${line}`)]
  })
}

/** For a journey that goes on: who answers for it, and what is due next. */
function whatIsNext({ status, responsible, timers }: JourneyView, words: PathwayWords, module?: string): string[] {
  if (status === 'ended') return []
  const due = timers.map((timer) => `${finnishDay(timer.dueDate)} ${words.timer(timer)}`)
  const what = module === undefined ? 'Jatkuu' : `Osapolku ${module} jatkuu`
  return [`${what}: vastuuhenkilö ${nameOf(responsible.user)}. Seuraavaksi ${due.join(', ')}`]
}
