import { type Person, people } from './people.ts'

/** One thing that happened in a journey, as a reader of its timeline sees it. */
export interface Moment {
  at: string
  /** a person did it, time did it, Polku refused it, or it was the end */
  mark: '·' | '◷' | '✕' | '■'
  what: string
  /** further lines under it */
  more: string[]
  /** the task that it opened, when that was all */
  opens?: number
  /** the task that it completed */
  completes?: number
}

/** A person with their title; the worker when nobody did it. */
export function nameOf(user: string): string {
  const person: Person | undefined = people.find((one) => one.user === user)
  return person ? `${person.name} (${person.title})` : user
}
