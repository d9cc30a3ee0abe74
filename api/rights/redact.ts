import type { Reader } from '../../engine/index.ts'
import { isRecord } from '../../engine/pathway/isRecord.ts'

type Json = Record<string, unknown>

/**
 * What of an answer this reader may see. Answers are plain JSON here: the same rules hold for whatever carries a criterion,
 * a fact, a task or a journey, in answers, dry runs, repeated answers and problems alike.
 */
export function redact(body: readonly unknown[], reader: Reader): unknown[]
export function redact(body: unknown, reader: Reader): unknown
export function redact(body: unknown, reader: Reader): unknown {
  if (Array.isArray(body)) return body.filter((one) => isSeen(one, reader)).map((one) => redact(one, reader))
  if (!isRecord(body)) return body
  const inside = Object.fromEntries(Object.entries(body).map(([key, value]) => [key, redact(value, reader)]))
  return withoutPerson(withoutWords(withoutSeen(withoutLacks(inside, reader), reader), reader), reader)
}

/** Facts and tasks that are not theirs are left out of lists, and so are timers of others. */
function isSeen(one: unknown, reader: Reader): boolean {
  if (!isRecord(one)) return true
  const { id, journey, kind, class: of, name, recordedBy, dueAt } = one
  if (typeof of === 'string' && typeof name === 'string' && typeof recordedBy === 'string') {
    return reader.reads({ name, class: of, recordedBy })
  }
  if ('channel' in one && 'outcome' in one && typeof one.organisation === 'string') return seesContact(one, reader)
  // what they may not send, they learn nothing of
  if (reader.declared && typeof one.event === 'string' && one.allowed === false) return false
  if (reader.tasks === undefined) return true
  if (typeof journey === 'string' && typeof id === 'string' && typeof kind === 'string' && 'assignee' in one) {
    return reader.tasks.has(id)
  }
  return !(typeof dueAt === 'string' && typeof kind === 'string')
}

/** A contact or a note: of outsiders their own, and nothing that is confidential where that is closed. */
function seesContact({ class: of, organisation }: Json, { isOwner, confidential, organisation: own }: Reader): boolean {
  if (of === 'confidential' && !(confidential && organisation === own)) return false
  return isOwner || organisation === own
}

/** What a criterion saw, and so its value too, where it saw what they may not read. */
function withoutSeen(one: Json, { hidden }: Reader): Json {
  const { seen, lacks, when } = one
  if (!Array.isArray(seen) || !Array.isArray(lacks) || typeof when !== 'string') return one
  const kept = seen.filter((value) => !(isRecord(value) && hidden.has(String(value.name))))
  return kept.length === seen.length ? one : { ...one, seen: kept, value: 'hidden' }
}

/** What is lacking tells what is known. From outside, only what one may record oneself is named. */
function withoutLacks(one: Json, { declared }: Reader): Json {
  if (declared === undefined || !Array.isArray(one.lacks)) return one
  const nameOf = (lack: unknown) => (isRecord(lack) ? String(lack.name) : String(lack))
  return { ...one, lacks: one.lacks.filter((lack) => declared.has(nameOf(lack))) }
}

/** The words and the inside of a journal entry that others wrote, and why a journey is on hold. */
function withoutWords(one: Json, reader: Reader): Json {
  if (reader.isOwner) return one
  if ('seq' in one && 'entry' in one && typeof one.by === 'string') {
    const { reason: _, data: __, ...rest } = one
    const words = reader.isColleague(one.by) ? one : rest
    return { ...words, entry: {} }
  }
  if ('reviewDate' in one && 'since' in one) {
    const { label: _, ...rest } = one
    return { ...rest, code: null }
  }
  return one
}

/** Of the client, outsiders need whom they meet and how to reach them (GDPR art. 5 (1) c); the rest is the owner's. */
function withoutPerson(one: Json, { declared }: Reader): Json {
  if (declared === undefined || !('identityCode' in one && 'proxies' in one)) return one
  return { ...one, team: null, customerships: [], identityCode: null, birthDate: null, address: null, proxies: [] }
}
