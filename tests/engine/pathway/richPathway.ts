import fc from 'fast-check'
import type { PathwayInput } from '../../../engine/pathway/document.ts'
import { soundPathway, text } from './soundPathway.ts'

/** What rules look at with suspicion, used as it may be: what verification must not take for a defect. */
const uses = {
  'a profiling fact that only shows': (document: PathwayInput) => {
    const range = { min: 0, max: 100 }
    document.facts = {
      ...document.facts,
      riski: { type: 'number', class: 'profiling', ...range, label: text('Riski') },
    }
    document.criteria = {
      ...document.criteria,
      matalaRiski: { label: text('Matala riski'), when: 'riski * 2 + 10 < 70' },
    }
    document.taskDefinitions?.kartoitus?.form?.push({ fact: 'riski' })
    handle(document, 'tarjoa', { actions: 'tarjoa', criteria: ['matalaRiski'], by: ['ohjaaja'] })
  },
  'a removal that a person decides': (document: PathwayInput) => {
    document.states.pois = { type: 'final', end: { code: 'pois', label: text('Pois'), outcome: 'removed' } }
    handle(document, 'poista', { target: 'pois', by: ['ohjaaja'], reasonRequired: true, effect: 'rights' })
  },
  'any other event': (document: PathwayInput) => handle(document, '*', { actions: 'kirjaa' }),
  'a past come back to from inside, which is left for it': ({ states, ...document }: PathwayInput) => {
    const followUps = { seuranta: { every: 'P1M', task: 'tapaaminen' } } as const
    states.elo = {
      initial: 'a',
      states: {
        a: { on: { elo_eteen: 'b', elo_palaa: { target: 'muisti', reenter: true } } },
        b: { on: { elo_taakse: 'a' } },
        muisti: { type: 'history' },
      },
      on: { elosta: 'elotauko', elo_pois: 'valmis' },
      followUps,
    }
    states.elotauko = { on: { elo_jatka: 'elo.muisti' }, followUps }
    handle({ ...document, states }, 'eloon', 'elo')
  },
  'dates that divide': (document: PathwayInput) => {
    document.criteria = {
      ...document.criteria,
      ennen: { label: text('Ennen'), when: 'alkupaiva < @"2026-01-01"' },
      jalkeen: { label: text('Jälkeen'), when: 'not(alkupaiva < date("2026-01-01"))' },
    }
    handle(document, 'paivalla', [
      { target: 'valmis', criteria: ['ennen'] },
      { target: 'vaihe0', reenter: true, criteria: ['jalkeen'] },
    ])
  },
  'a module left running': ({ states }: PathwayInput) => {
    const modules = {
      jalki: { pathway: 'jalkiseuranta', whenLeft: 'leave', outputs: { '*': 'jalkiPaattyi' } },
    } as const
    Object.assign(states.vaihe0 ?? {}, { modules: { ...states.vaihe0?.modules, ...modules } })
    Object.assign(states.vaihe0?.on ?? {}, { jalkiPaattyi: { actions: 'kirjaa' } })
  },
}

function handle({ states }: Pick<PathwayInput, 'states'>, event: string, how: object | string): void {
  Object.assign(states.vaihe0 ?? {}, { on: { ...states.vaihe0?.on, [event]: how } })
}

/** The names of those uses. */
export const useNames = Object.keys(uses) as (keyof typeof uses)[]

/** Sound pathways with some of those uses, and which. */
export const richPathway = fc.tuple(soundPathway, fc.subarray(useNames)).map(([document, chosen]) => {
  const input = structuredClone(document)
  for (const name of chosen) uses[name](input)
  return { input, chosen }
})
