import { expect } from 'vitest'
import type { Actor } from '../../engine/commands/schemas.ts'
import { outcomeOf } from '../support/outcomeOf.ts'
import { everybody } from '../support/randomCommands.ts'
import { hasRole } from './personLaws.ts'
import { referenceChoice } from './referenceChoice.ts'
import type { Watch, WatchedJourney } from './watch.ts'

const askers: Actor[] = [everybody, { user: 'user-2', roles: ['coach', 'ohjaaja'] }, { user: 'user-4', roles: [] }]

/** Promise 7: what `next` says is what the facts say and what `send` does; jumps and exits likewise. */
export async function nextIsSend({ world, facts }: Watch, journey: string, known: WatchedJourney): Promise<void> {
  const { polku, clock } = world
  const { pathway, state } = known
  const now = Math.max(clock.ms, state.at)
  const asked = state.timers.some((timer) => timer.dueAt <= now) ? undefined : { pathway, state, facts, now }
  for (const by of askers) {
    const next = await polku.journeys.next(journey, { by })
    const { states, status: standing, suspensions } = await polku.journeys.get(journey)
    const isEnded = standing === 'ended'
    const isSuspended = suspensions.length > 0
    for (const { event, status, allowed, lacks } of next.events) {
      const found = await codeOf((more) => polku.journeys.send(journey, { by, event, ...more }))
      const promised = status === 'possible' ? (allowed ? 'done' : 'not-allowed') : status
      expect(found, `${event} in ${states.join()}`).toBe(promised)
      if (status === 'unknown') expect(lacks.length).toBeGreaterThan(0)
      if (asked && !isSuspended) {
        const choice = referenceChoice(asked, 'on', event)
        const isUnknown = choice.unknown.length > 0
        expect(status, `${event} in ${states.join()}`).toBe(
          isUnknown ? 'unknown' : choice.chosen.length > 0 ? 'possible' : 'blocked',
        )
        expect(lacks.map(({ name }) => name)).toEqual(choice.lacks)
        const mayChoose = choice.chosen.every(({ definition }) => hasRole(by, definition.by))
        const isReasoned = choice.chosen.some(({ definition }) => definition.reasonRequired)
        if (promised === 'done' && isReasoned && by === everybody) {
          const unreasoned = await outcomeOf(polku.journeys.send(journey, { by, event, dryRun: true }))
          expect('refused' in unreasoned && unreasoned.refused.code, `${event} without a reason`).toBe(
            'reason-required',
          )
        }
        if (status === 'possible') expect(allowed, `whether ${by.user} may send ${event}`).toBe(mayChoose)
      }
    }
    if (!pathway.document.on?.['*']) {
      const unhandled = await codeOf((more) => polku.journeys.send(journey, { by, event: 'nobodys', ...more }))
      expect(unhandled).toBe(isEnded ? 'ended' : isSuspended ? 'suspended' : 'unhandled')
    }
    for (const { path, definition } of pathway.states.values()) {
      if (!definition.enterable || isEnded) continue
      const found = await codeOf((more) => polku.journeys.jump(journey, { by, to: path, ...more }))
      expect(found === 'done', `jump to ${path}`).toBe(next.jumps.includes(path))
      const { enterable } = definition
      const mayEnter = hasRole(by, typeof enterable === 'object' ? enterable.by : undefined)
      if (!mayEnter) expect(next.jumps, `${by.user} may not enter ${path}`).not.toContain(path)
    }
    for (const { code, allowed } of next.exits) {
      const found = await codeOf((more) => polku.journeys.exit(journey, { by, code, ...more }))
      expect(found).toBe(allowed ? 'done' : 'not-allowed')
      expect(allowed, `whether ${by.user} may end by ${code}`).toBe(hasRole(by, pathway.document.exits?.[code]?.by))
    }
  }
}

async function codeOf(give: (more: { dryRun: true; reason: string }) => Promise<unknown>) {
  const outcome = await outcomeOf(give({ dryRun: true, reason: 'Syy' }))
  return 'refused' in outcome ? outcome.refused.code : 'done'
}
