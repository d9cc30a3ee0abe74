import { beforeEach, describe, expect, it } from 'vitest'
import type { Store } from '../../../engine/store/store.ts'
import { expectConflict } from './expectConflict.ts'
import { draftRow, scenarioRow, versionRow } from './rows.ts'

/** The part of the `Store` contract about what administrators design: versions, drafts, scenarios. */
export function describeStoredPathways(theStore: () => Store): void {
  let store: Store
  beforeEach(() => {
    store = theStore()
  })

  describe('pathways', () => {
    it('keeps published versions and finds the latest', async () => {
      const [first, second, tenth, other] = [
        versionRow(),
        versionRow({ version: 2 }),
        versionRow({ version: 10 }),
        versionRow({ pathway: 'arvio' }),
      ]
      await store.write(async (tx) => {
        for (const row of [tenth, first, other, second]) await tx.insertVersion(row)
      })
      await store.read(async (tx) => {
        expect(await tx.version('suunto', 2)).toEqual(second)
        expect(await tx.version('suunto', 3)).toBeUndefined()
        expect(await tx.latestVersion('suunto')).toEqual(tenth)
        expect(await tx.latestVersion('unknown')).toBeUndefined()
        expect(await tx.versionsFrom('1970-01-01')).toEqual([other, tenth])
        expect(await tx.versions('suunto')).toEqual([first, second, tenth])
      })
    })

    it('finds the version that is in use on a day, and those that will be', async () => {
      const [first, spring, hidden, autumn] = [
        versionRow({ startsOn: '2026-01-01' }),
        versionRow({ version: 2, startsOn: '2026-04-01' }),
        versionRow({ version: 3, startsOn: '2026-12-01' }),
        versionRow({ version: 4, startsOn: '2026-09-01', note: 'uusi', approver: 'johtaja', layout: '{"a":1}' }),
      ]
      await store.write(async (tx) => {
        for (const row of [first, spring, hidden, autumn]) await tx.insertVersion(row)
      })
      await store.read(async (tx) => {
        expect(await tx.versionOn('suunto', '2025-12-31')).toBeUndefined()
        expect(await tx.versionOn('suunto', '2026-01-01')).toEqual(first)
        expect(await tx.versionOn('suunto', '2026-04-01')).toEqual(spring)
        expect(await tx.versionOn('suunto', '2026-12-24')).toEqual(autumn)
        expect(await tx.latestVersion('suunto')).toEqual(autumn)
        // what was to start in December is overtaken by what was published later and starts earlier
        expect(await tx.versionsFrom('2025-12-31')).toEqual([first, spring, autumn])
        expect(await tx.versionsFrom('2026-04-01')).toEqual([spring, autumn])
        expect(await tx.versionsFrom('2026-12-24')).toEqual([autumn])
      })
    })

    it('keeps scenarios beside each other, each saved only from the revision it was read at', async () => {
      const [scenario, other] = [scenarioRow(), scenarioRow({ pathway: 'arvio' })]
      const saved = scenarioRow({ revision: 2, name: 'Toinen', content: '{"a":1}', savedAt: 2_000, savedBy: 'eero' })
      await store.write(async (tx) => {
        await tx.insertScenario(scenario)
        await tx.insertScenario(other)
      })
      await store.write((tx) => tx.updateScenario(saved))
      await expectConflict(
        store.write((tx) => tx.updateScenario(saved)),
        'scenario',
      )
      await expectConflict(
        store.write((tx) => tx.insertScenario(scenario)),
        'scenario',
      )
      await store.read(async (tx) => {
        expect(await tx.scenario('suunto', 'scenario-1')).toEqual(saved)
        expect(await tx.scenarios('arvio')).toEqual([other])
      })
      await store.write((tx) => tx.deleteScenario('suunto', 'scenario-1'))
      expect(await store.read((tx) => tx.scenario('suunto', 'scenario-1'))).toBeUndefined()
      expect(await store.read((tx) => tx.scenarios('arvio'))).toEqual([other])
    })

    it('never changes a published version', async () => {
      await store.write((tx) => tx.insertVersion(versionRow()))
      const again = store.write((tx) => tx.insertVersion(versionRow({ document: '{"other":true}' })))
      await expectConflict(again, 'version')
      expect(await store.read((tx) => tx.version('suunto', 1))).toEqual(versionRow())
    })

    it('saves a draft only from the revision it was read at', async () => {
      const draft = draftRow()
      const saved = draftRow({
        ...{ revision: 2, document: '{"a":1}', savedAt: 2_000, savedBy: 'eero' },
        ...{ layout: '{"positions":{"a":{"x":1,"y":2}},"collapsed":["a"]}', basedOn: 3 },
      })
      await store.write((tx) => tx.insertDraft(draft))
      await store.write((tx) => tx.updateDraft(saved))
      await expectConflict(
        store.write((tx) => tx.updateDraft(saved)),
        'draft',
      )
      await expectConflict(
        store.write((tx) => tx.insertDraft(draft)),
        'draft',
      )
      expect(await store.read((tx) => tx.draft('draft-1'))).toEqual(saved)
    })

    it('lists drafts, all or of one pathway, and deletes them', async () => {
      const [a, b] = [draftRow({ id: 'a' }), draftRow({ id: 'b', pathway: 'arvio' })]
      await store.write(async (tx) => {
        await tx.insertDraft(b)
        await tx.insertDraft(a)
      })
      expect(await store.read((tx) => tx.drafts())).toEqual([a, b])
      expect(await store.read((tx) => tx.drafts('arvio'))).toEqual([b])
      await store.write((tx) => tx.deleteDraft('b'))
      expect(await store.read((tx) => tx.drafts())).toEqual([a])
      expect(await store.read((tx) => tx.draft('b'))).toBeUndefined()
    })
  })
}
