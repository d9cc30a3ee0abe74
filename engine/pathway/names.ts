import { z } from 'zod'

/** Names that JavaScript objects answer to by themselves: never usable as keys of a document. */
const inherited = new Set(Object.getOwnPropertyNames(Object.prototype))

/** Event and action names that belong to XState or to Polku. */
const reservedPrefix = /^(xstate|polku)\./

/** Whether an event or action name is reserved for the engine. */
export const isReservedName = (name: string): boolean => reservedPrefix.test(name)

/** A key of a document: states, facts, criteria, tasks. Letters, digits, `_` and `-`, starting with a letter. */
export const nameSchema = z
  .string()
  .regex(
    /^[A-Za-z][A-Za-z0-9_-]{0,63}$/,
    'a name has letters a to z, digits, _ and -, starts with a letter, 64 at most',
  )
  .refine((name) => !inherited.has(name), 'this name means something to JavaScript itself; choose another')

/** A name that a FEEL expression may use as it stands: no hyphen. */
export const valueNameSchema = z
  .string()
  .regex(
    /^[A-Za-z][A-Za-z0-9_]{0,63}$/,
    'a name used in criteria has letters a to z, digits and _, starts with a letter, 64 at most',
  )
  .refine((name) => !inherited.has(name), 'this name means something to JavaScript itself; choose another')

/** An event that people or follow-ups send: like a name, and dots are allowed. */
export const eventNameSchema = z
  .string()
  .regex(
    /^[A-Za-z][A-Za-z0-9_.-]{0,63}$/,
    'an event has letters a to z, digits, _, - and dots, starts with a letter, 64 at most',
  )
  .refine((name) => !isReservedName(name), 'events beginning with "xstate." or "polku." are reserved')
  .refine((name) => !inherited.has(name), 'this name means something to JavaScript itself; choose another')
