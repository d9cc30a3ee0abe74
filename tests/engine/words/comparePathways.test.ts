import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Change, changeInWords, comparePathways } from '../../../engine/pathway/compare/index.ts'
import { documentSchema } from '../../../engine/pathway/document.ts'
import type { DraftDocument } from '../../../engine/pathway/words/index.ts'
import { bundledPathways } from '../../../workflows/index.ts'
import suunto from '../../../workflows/suunto.ts'
import { runs } from '../../support/runs.ts'
import { brokenDocument } from './support/brokenDocument.ts'
import { editedDocument } from './support/editedDocument.ts'

/** Suunto after one edit, made on its own copy. */
function edited(edit: (document: ReturnType<typeof copy>) => void): DraftDocument {
  const document = copy()
  edit(document)
  return document
}
const copy = () => documentSchema.parse(suunto)

const lines = (from: DraftDocument, to: DraftDocument, language: 'fi' | 'sv' | 'en' = 'fi') =>
  comparePathways(from, to).map((change) => changeInWords(change, from, to, language))
const impacts = (from: DraftDocument, to: DraftDocument) => comparePathways(from, to).map(({ impact }) => impact)

describe('what has changed between two documents', () => {
  it('is nothing, when only the order of keys and what the schema fills in differ', () => {
    const turned = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(turned)
      if (typeof value !== 'object' || value === null) return value
      const { type } = value as { type?: unknown }
      const entries = Object.entries(value).map(([key, inside]) => [key, turned(inside)] as const)
      return Object.fromEntries(
        type === 'parallel' || 'tyotoiminta' in value || 'opinnot' in value ? entries : entries.reverse(),
      )
    }
    for (const document of bundledPathways) {
      expect(comparePathways(document, turned(document) as DraftDocument)).toEqual([])
      expect(comparePathways(document, documentSchema.parse(document))).toEqual([])
    }
  })

  it('says a criterion by what differs in it', () => {
    const now = edited(({ criteria }) => {
      if (criteria?.sitoutuminen) criteria.sitoutuminen.when = 'daysPerWeek >= 4 and hoursPerDay >= 6'
    })
    expect(lines(suunto, now)).toEqual([
      'Kriteeri ”Sitoutuu viiteen kuuden tunnin päivään viikossa”: päiviä viikossa on vähintään 5 → vähintään 4',
    ])
    expect(lines(suunto, now, 'en')).toEqual([
      'Criterion “Able to commit to five six-hour days a week”: days a week is at least 5 → at least 4',
    ])
    expect(comparePathways(suunto, now)).toMatchObject([
      {
        kind: 'changed',
        subject: { type: 'criterion', path: '/criteria/sitoutuminen' },
        field: 'when',
        impact: 'behaviour',
      },
    ])
  })

  it('says texts, durations, roles and what a transition does to a client', () => {
    const now = edited(({ states, exits }) => {
      const { tyollistyminen } = states
      if (tyollistyminen?.followUps?.salkku) tyollistyminen.followUps.salkku.every = 'P1M'
      if (tyollistyminen?.phase) tyollistyminen.phase.goal.sv = 'Klienten får arbete.'
      const on = tyollistyminen?.on?.tyollistyi
      if (typeof on === 'object' && !Array.isArray(on)) Object.assign(on, { by: ['adviser'], effect: 'rights' })
      if (exits?.muutto) exits.muutto.outcome = 'interrupted'
    })
    expect(lines(suunto, now).sort()).toEqual([
      'Päättymistapa ”Muuttaa pois alueelta”: lopputulos: siirtynyt muualle → keskeytynyt',
      'Seuranta ”Asiakassalkun arviointi”: väli: 2 kuukautta → 1 kuukausi',
      'Siirtymä ”Asiakas työllistyi”: kuka päättää: Työvoimaneuvoja, Työhönvalmentaja → Työvoimaneuvoja',
      'Siirtymä ”Asiakas työllistyi”: vaikutus asiakkaaseen: palveluun → oikeuksiin',
      'Vaihe Työllistyminen: tavoite ruotsiksi: ”Klienten får arbete utan väntan och avbrott.” → ”Klienten får arbete.”',
    ])
    expect(impacts(suunto, now).sort()).toEqual(['behaviour', 'behaviour', 'behaviour', 'behaviour', 'words'])
  })

  it('tells a renamed state once, and not again for what refers to it', () => {
    const now = edited((document) => {
      const { kuntoutus, ...others } = document.states
      if (kuntoutus) document.states = { ...others, valmennus: kuntoutus }
    })
    const text = JSON.stringify(now).replaceAll('"target":"kuntoutus"', '"target":"valmennus"')
    const renamed = JSON.parse(text.replaceAll('#suunto.kuntoutus', '#suunto.valmennus')) as DraftDocument
    expect(comparePathways(suunto, renamed)).toEqual([
      {
        kind: 'renamed',
        subject: {
          type: 'state',
          path: '/states/valmennus',
          earlierPath: '/states/kuntoutus',
          label: { fi: 'Kuntoutus', sv: 'Rehabilitering', en: 'Rehabilitation' },
        },
        before: 'kuntoutus',
        after: 'valmennus',
        impact: 'words',
      },
    ])
    expect(lines(suunto, renamed)).toEqual(['Tila Kuntoutus: tunnus kuntoutus → valmennus'])
  })

  it('tells a state that was moved to another parent', () => {
    const now = edited(({ states }) => {
      const { kartoitus } = states
      const moved = kartoitus?.states?.palveluaKehitetaan
      if (!kartoitus?.states || !moved) throw new Error('no such state')
      kartoitus.states = { arviointi: kartoitus.states.arviointi ?? {} }
      states.palveluaKehitetaan = moved
    })
    expect(lines(suunto, now)).toContain(
      'Tila ”Palvelua kehitetään”: sijainti Kartoitus → ”Suunto: vaiheistettu asiakasprosessi”',
    )
  })

  it('tells the order of candidates, and of regions', () => {
    const now = edited(({ states }) => {
      const mahis = states.kartoitus?.states?.arviointi?.states?.mahis
      const candidates = mahis?.on?.arvioKirjattu
      if (Array.isArray(candidates)) candidates.reverse()
      const koulutus = states.koulutus
      if (koulutus?.states) koulutus.states = Object.fromEntries(Object.entries(koulutus.states).reverse())
    })
    expect(lines(suunto, now)).toEqual([
      'Tila Koulutus: rinnakkaisten osien järjestys Opinnot, Koulutusvalmennus, Keskeytynyt → Keskeytynyt, Koulutusvalmennus, Opinnot',
      'Siirtymä ”Arvio on kirjattu: aloita kuntoutus”: järjestys 1. → 3.',
    ])
  })

  it('tells from both sides of a name that leads nowhere any more, where its state was renamed', () => {
    const sound = { id: 'p', initial: 'a', states: { a: { label: { fi: 'Alku' } } } }
    const dangling = { id: 'p', initial: 'a', states: { b: { label: { fi: 'Alku' } } } }
    expect(lines(sound, dangling)).toEqual([
      'Polku P: ensimmäinen tila: Alku → ”a” (sellaista ei ole)',
      'Tila Alku: tunnus a → b',
    ])
    expect(lines(dangling, sound)).toEqual([
      'Polku P: ensimmäinen tila: ”a” (sellaista ei ole) → Alku',
      'Tila Alku: tunnus b → a',
    ])
  })

  it('tells what was added and removed, a state with all that it holds', () => {
    const now = edited((document) => {
      document.states.tauko = { on: { jatka: 'kuntoutus' } }
      delete document.suspensions?.muuSyy
    })
    expect(lines(suunto, now)).toEqual(['Keskeytyksen syy ”Muu syy” on poistettu', 'Tila Tauko on lisätty'])
  })
})

/** One spelling of a document: transitions in full, nothing that is empty or filled in, the order of regions kept. */
function canonical(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((one) => canonical(one))
  if (typeof value !== 'object' || value === null) return value
  const { type, states } = value as { type?: unknown; states?: unknown }
  const regions = type === 'parallel' ? Object.keys(states ?? {}) : undefined
  const all: Record<string, unknown> = { ...value, regions }
  const fields = Object.entries(all)
    .filter(
      ([name, field]) =>
        field !== undefined && !(name === 'calendar' && field === 'fi') && !(name === 'class' && field === 'ordinary'),
    )
    .map(([name, field]) => [name, canonical(isListed(name, key) ? inFull(field) : field, name)] as const)
    .filter(([name, field]) => !(sections.has(name) && spell(field) === '{}'))
  return Object.fromEntries(fields.sort(([a], [b]) => (a < b ? -1 : 1)))
}
const sections = new Set(
  'facts criteria caseRoles parameters taskDefinitions exits suspensions states on after followUps modules'.split(' '),
)
const isListed = (name: string, holder: string) =>
  ['on', 'after'].includes(holder) || ['always', 'onDone'].includes(name)
const inFull = (value: unknown) => [value].flat().map((one) => (typeof one === 'string' ? { target: one } : one))
const spell = (value: unknown): string => JSON.stringify(value) ?? 'null'

describe('comparing', () => {
  const two = fc
    .constantFrom(...bundledPathways)
    .chain((document) => fc.tuple(editedDocument(document), editedDocument(document)))

  it('finds something exactly where two documents say something else', () => {
    let same = 0
    fc.assert(
      fc.property(fc.constantFrom(...bundledPathways), fc.nat(), (document, seed) => {
        const [other] = fc.sample(editedDocument(document), { numRuns: 1, seed })
        const isSame = spell(canonical(document)) === spell(canonical(other))
        if (isSame) same++
        expect(comparePathways(document, other ?? {}).length === 0).toBe(isSame)
      }),
      runs(150),
    )
    expect(same).toBeGreaterThan(5)
  })

  it('finds the same from the other side: what was added was removed', () => {
    const turned: Record<Change['kind'], Change['kind']> = {
      added: 'removed',
      removed: 'added',
      changed: 'changed',
      moved: 'moved',
      renamed: 'renamed',
    }
    const told = ({ kind, subject, field }: Change) => `${kind} ${subject.type} ${field ?? ''}`
    fc.assert(
      fc.property(two, ([a, b]) => {
        const there = comparePathways(a, b).map((change) => told({ ...change, kind: turned[change.kind] }))
        expect(there.sort()).toEqual(comparePathways(b, a).map(told).sort())
      }),
      runs(60),
    )
  })

  it('never throws, and says every change in a line', () => {
    fc.assert(
      fc.property(
        fc
          .constantFrom(...bundledPathways)
          .chain((document) => fc.tuple(fc.constant(document), brokenDocument(document))),
        ([document, draft]) => {
          for (const language of ['fi', 'sv', 'en'] as const) {
            for (const line of lines(document, draft, language)) expect(line).toMatch(/\S/)
          }
        },
      ),
      runs(60),
    )
  })
})
