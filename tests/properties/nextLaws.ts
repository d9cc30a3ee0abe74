import { expect } from 'vitest'
import type { Actor } from '../../engine/commands/schemas.ts'
import { everybody, outcomeOf, type World } from '../support/randomCommands.ts'
import type { Watch } from './watch.ts'

const askers: Actor[] = [everybody, { user: 'user-2', roles: ['coach', 'ohjaaja'] }, { user: 'user-4', roles: [] }]

/** Promise 7: what `next` says and what `send` does are one and the same; jumps and exits likewise. */
export async function nextIsSend({ world, pathway }: Watch, journey: string): Promise<void> {
  const { polku, document } = world
  const told: string[] = []
  for (const by of askers) {
    const next = await polku.journeys.next(journey, { by })
    const { states } = await polku.journeys.get(journey)
    const isEnded = (await polku.journeys.get(journey)).status === 'ended'
    const isSuspended = (await polku.journeys.get(journey)).suspensions.length > 0
    for (const { event, status, allowed, lacks } of next.events) {
      const found = await codeOf(world, (more) => polku.journeys.send(journey, { by, event, ...more }))
      const promised = status === 'possible' ? (allowed ? 'done' : 'not-allowed') : status
      expect(found, `${event} in ${states.join()}`).toBe(promised)
      if (status === 'unknown') expect(lacks.length).toBeGreaterThan(0)
      told.push(event)
    }
    if (!document.on?.['*']) {
      const unhandled = await codeOf(world, (more) => polku.journeys.send(journey, { by, event: 'nobodys', ...more }))
      expect(unhandled).toBe(isEnded ? 'ended' : isSuspended ? 'suspended' : 'unhandled')
    }
    for (const { path, definition } of pathway.states.values()) {
      if (!definition.enterable || isEnded) continue
      const found = await codeOf(world, (more) => polku.journeys.jump(journey, { by, to: path, ...more }))
      expect(found === 'done', `jump to ${path}`).toBe(next.jumps.includes(path))
    }
    for (const { code, allowed } of next.exits) {
      const found = await codeOf(world, (more) => polku.journeys.exit(journey, { by, code, ...more }))
      expect(found).toBe(allowed ? 'done' : 'not-allowed')
    }
  }
}

async function codeOf(_world: World, give: (more: { dryRun: true; reason: string }) => Promise<unknown>) {
  const outcome = await outcomeOf(give({ dryRun: true, reason: 'Syy' }))
  return 'refused' in outcome ? outcome.refused.code : 'done'
}
