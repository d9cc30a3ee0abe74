import { z } from 'zod'
import { asDraftDocument } from '../model/document.ts'
import { listed } from '../model/places.ts'
import type { Clipping } from './edits/clipboard.ts'

/** What was copied, read from a text; undefined for a text that is something else. Never throws. */
export function readClipping(text: string): Clipping | undefined {
  try {
    const read = clippingSchema.safeParse(JSON.parse(text))
    if (!read.success) return undefined
    const { pathway, home, place, part } = read.data
    const clipping: Clipping = { pathway, home, place, part: asDraftDocument(part) }
    return isHeld(clipping) ? clipping : undefined
  } catch {
    return undefined
  }
}

/** Whether the small document holds what it says that it holds. */
function isHeld({ place, part }: Clipping): boolean {
  if (!('state' in place)) return Object.hasOwn(part[listed[place.kind]] ?? {}, place.name)
  const state = part.states[place.state]
  if (!state) return false
  switch (place.kind) {
    case 'state':
      return true
    case 'transition': {
      const { trigger, event } = place
      const written = trigger === 'on' || trigger === 'after' ? state[trigger]?.[event] : state[trigger]
      return place.index === 0 && written !== undefined
    }
    case 'followUp':
      return state.followUps?.[place.name] !== undefined
    case 'module':
      return state.modules?.[place.name] !== undefined
  }
}

/** A name as documents have them; what a program has given meaning to is none. */
const name = z
  .string()
  .regex(/^[A-Za-z][\w.-]*$/)
  .max(64)
  .refine((key) => !(key in Object.prototype))
const list = z.record(name, z.looseObject({})).optional()
const transition = z.union([
  z.string(),
  z.looseObject({ target: z.union([z.string(), z.array(z.string())]).optional() }),
])
const transitions = z.union([transition, z.array(transition)])

interface State {
  [key: string]: unknown
  states?: Record<string, State> | undefined
}
/** As lenient as a draft: what is not written yet may be copied too. */
const state: z.ZodType<State> = z.looseObject({
  on: z.record(z.string(), transitions).optional(),
  after: z.record(z.string(), transitions).optional(),
  always: transitions.optional(),
  onDone: transitions.optional(),
  tasks: z.array(z.string()).optional(),
  followUps: list,
  modules: list,
  id: z.string().optional(),
  target: z.string().optional(),
  states: z
    .record(
      name,
      z.lazy(() => state),
    )
    .optional(),
})

const inState = { state: name }
const clippingSchema = z.object({
  polku: z.literal('clipping'),
  pathway: name,
  home: z.string().max(2000),
  place: z.union([
    z.object({ kind: z.literal('state'), ...inState }),
    z.object({
      kind: z.literal('transition'),
      ...inState,
      trigger: z.enum(['on', 'after', 'always', 'onDone']),
      event: z.string().max(64),
      index: z.literal(0),
    }),
    z.object({ kind: z.enum(['followUp', 'module']), ...inState, name }),
    z.object({
      kind: z.enum(['task', 'criterion', 'fact', 'caseRole', 'parameter', 'exit', 'suspension']),
      name,
    }),
  ]),
  part: z.looseObject({
    id: name,
    title: z.object({ fi: z.string() }),
    states: z.record(name, state),
    facts: list,
    criteria: list,
    taskDefinitions: list,
    caseRoles: list,
    parameters: list,
    exits: list,
    suspensions: list,
  }),
})
