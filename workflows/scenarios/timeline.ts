import type { Polku } from '../../engine/index.ts'
import type { PathwayInput } from '../../engine/pathway/document.ts'
import { describeEntry, type Known } from './describeEntry.ts'
import { describeRefusal } from './describeRefusal.ts'
import { finnishDay, finnishDayOf } from './finnishDay.ts'
import { type Moment, nameOf } from './moment.ts'
import { pathwayWords } from './pathwayWords.ts'
import type { Played } from './played.ts'

/** A client's years in Finnish, line by line: from the journal, and the refusals that leave no trace there. */
export async function timeline(polku: Polku, document: PathwayInput, played: Played): Promise<string[]> {
  const { client, journey, scenario, refusals } = played
  const words = pathwayWords(document)
  const history = await polku.journeys.history(journey)
  const tasks = await polku.tasks.list({ journey, limit: 1000 })
  const facts = await polku.clients.factHistory(client)
  const known: Known = {
    words,
    tasks: new Map(tasks.map((task) => [Number(task.id.split('.').at(-1)), task])),
    facts: new Map(facts.map((fact) => [fact.id, fact])),
    visits: new Map(
      history.flatMap(({ entry }) =>
        entry.changes.flatMap((one) =>
          one.change === 'visitOpened' ? [[one.visit.id, one.visit.state] as const] : [],
        ),
      ),
    ),
  }
  const moments = [
    ...history.map((entry) => describeEntry(entry, known)),
    ...refusals.map((refused) => describeRefusal(refused, words)),
  ].sort((a, b) => a.at.localeCompare(b.at))
  return [
    scenario.client.name.toUpperCase(),
    scenario.story,
    '',
    ...linesOf(together(moments)),
    ...(await whatIsNext(polku, journey)),
  ]
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
async function whatIsNext(polku: Polku, id: string): Promise<string[]> {
  const { status, responsible, timers } = await polku.journeys.get(id)
  if (status === 'ended') return []
  const due = timers.map(({ dueDate, label, name }) => `${finnishDay(dueDate)} ${label?.fi ?? name}`)
  return [`Jatkuu: vastuuhenkilö ${nameOf(responsible.user)}. Seuraavaksi ${due.join(', ')}`]
}
