import { type Person, people } from './people.ts'

/** One thing that happened in a journey, as a reader of its timeline sees it. */
export interface Moment {
  at: string
  /** a person did it, time did it, Polku refused it, it stands still from here, or it was the end */
  mark: '·' | '◷' | '✕' | '‖' | '■'
  what: string
  /** further lines under it */
  more: string[]
  /** the id of the task that it opened, when that was all */
  opens?: string
  /** the id of the task that it completed */
  completes?: string
  /** it followed at once from what was told before it, in another journey of the client */
  follows?: boolean
}

/** A person with their title; the worker when nobody did it. */
export function nameOf(user: string): string {
  const person: Person | undefined = people.find((one) => one.user === user)
  return person ? `${person.name} (${person.title})` : user
}
