import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { patience, runs } from '../../support/runs.ts'
import { type EditedDraft, editDraft, type Fate } from './support/editedDraft.ts'

/** Edits a draft, and closes what was opened for it. */
async function edited<T>(act: (draft: EditedDraft) => Promise<T>): Promise<T> {
  const draft = await editDraft()
  try {
    return await act(draft)
  } finally {
    await draft.close()
  }
}

const stateOf = ({ open }: EditedDraft) => open.store.getState().saving.state
const titleOf = ({ open }: EditedDraft) => open.store.getState().now.document.title.fi
const servedTitle = async (draft: EditedDraft) => (await draft.served())?.document.title.fi

describe('saving by itself', () => {
  it('waits a moment after the last change, and then saves all of it', () =>
    edited(async (draft) => {
      draft.type('Kuntoutus')
      await draft.pass(500)
      draft.type('Kuntoutuspolku')
      await draft.pass(599)
      expect(await draft.answer('arrives')).toBe(false)
      await draft.pass(1)
      expect(stateOf(draft)).toBe('saving')
      await draft.answerAll()
      expect([stateOf(draft), await servedTitle(draft), draft.copy()]).toEqual(['saved', 'Kuntoutuspolku', undefined])
    }))

  it('tells those who draw of each letter once, and keeps findings as they were found until it has saved', () =>
    edited(async (draft) => {
      const { store } = draft.open
      const { foundIn } = store.getState()
      draft.type('K')
      let told = 0
      const stop = store.subscribe(() => {
        told += 1
      })
      for (const title of ['Ku', 'Kun', 'Kunt']) draft.type(title)
      stop()
      expect([told, store.getState().foundIn]).toEqual([3, foundIn])
      await draft.pass(600)
      await draft.answerAll()
      expect(store.getState().foundIn).toBe(store.getState().now.document)
    }))

  it('tells what was found when no hand is on the screen any more, unless it is overtaken by then', () =>
    edited(async (draft) => {
      const foundIn = () => draft.open.store.getState().foundIn.title.fi
      draft.press()
      draft.type('Kuntoutus')
      await draft.pass(600)
      await draft.answerAll()
      expect([stateOf(draft), foundIn()]).toEqual(['saved', 'Alku'])
      draft.lift()
      expect(foundIn()).toBe('Kuntoutus')

      draft.press()
      draft.type('Kuntoutuspolku')
      await draft.pass(600)
      await draft.answerAll()
      await draft.otherSaves('Ainon')
      draft.type('Marin')
      await draft.pass(600)
      await draft.answerAll()
      const taking = draft.open.saving.takeTheirs()
      await draft.answerAll()
      await taking
      draft.lift()
      expect(foundIn()).toBe('Ainon')
    }))

  it('is done with when what was typed is taken back before it was sent', () =>
    edited(async (draft) => {
      draft.type('Kuntoutus')
      await draft.pass(200)
      expect(draft.copy()?.document.title.fi).toBe('Kuntoutus')
      draft.open.store.getState().undo()
      expect([stateOf(draft), draft.copy()]).toEqual(['saved', undefined])
      await draft.pass(10_000)
      expect(await draft.answer('arrives')).toBe(false)
      expect([stateOf(draft), draft.copy()]).toEqual(['saved', undefined])
    }))

  it('sends the taken back when what was typed may have arrived', () =>
    edited(async (draft) => {
      draft.type('Kuntoutus')
      await draft.pass(600)
      await draft.answer('unanswered')
      draft.open.store.getState().undo()
      expect(stateOf(draft)).toBe('offline')
      await draft.pass(2_000)
      await draft.answerAll()
      await draft.pass(600)
      await draft.answerAll()
      expect([stateOf(draft), await servedTitle(draft)]).toEqual(['saved', 'Alku'])
    }))

  it('is no conflict with oneself, however many attempts were never answered', () =>
    edited(async (draft) => {
      draft.type('Yksi')
      await draft.pass(600)
      await draft.answer('unanswered')
      draft.type('Kaksi')
      await draft.pass(2_000)
      await draft.answer('lost')
      draft.type('Kolme')
      await draft.pass(5_000)
      await draft.answerAll()
      await draft.pass(600)
      await draft.answerAll()
      expect([stateOf(draft), await servedTitle(draft)]).toEqual(['saved', 'Kolme'])
    }))

  it('is no conflict with oneself either when the page was closed before the answer', () =>
    edited(async (draft) => {
      draft.type('Yksi')
      await draft.pass(600)
      draft.type('Kaksi')
      await draft.reopen('unanswered')
      expect([titleOf(draft), draft.open.isRestored]).toEqual(['Kaksi', true])
      await draft.pass(600)
      await draft.answerAll()
      await draft.pass(600)
      await draft.answerAll()
      expect([stateOf(draft), await servedTitle(draft)]).toEqual(['saved', 'Kaksi'])
    }))

  it('keeps what it sends, for when the browser ends before the answer', () =>
    edited(async (draft) => {
      draft.type('Kuntoutus')
      void draft.open.saving.flush()
      await draft.reopen('lost', true)
      expect([titleOf(draft), draft.open.isRestored]).toEqual(['Kuntoutus', true])
    }))

  it.each<[Fate, string]>([
    ['lost', 'offline'],
    ['busy', 'offline'],
    ['tooMany', 'offline'],
  ])('tries again when it comes to nothing: %s', (fate, state) =>
    edited(async (draft) => {
      draft.type('Kuntoutus')
      await draft.pass(600)
      await draft.answer(fate)
      expect([stateOf(draft), draft.copy()?.document.title.fi]).toEqual([state, 'Kuntoutus'])
      await draft.pass(fate === 'tooMany' ? 20_000 : 2_000)
      await draft.answerAll()
      expect([stateOf(draft), await servedTitle(draft)]).toEqual(['saved', 'Kuntoutus'])
    }),
  )

  it('leaves a server alone for as long as it asks', () =>
    edited(async (draft) => {
      draft.type('Kuntoutus')
      await draft.pass(600)
      await draft.answer('tooMany')
      await draft.back()
      await draft.pass(19_999)
      expect(await draft.answer('arrives')).toBe(false)
    }))

  it('keeps what is typed while nobody is signed in, and saves it when somebody is', () =>
    edited(async (draft) => {
      draft.type('Kuntoutus')
      await draft.pass(600)
      await draft.answer('signedOut')
      draft.type('Kuntoutuspolku')
      await draft.pass(60_000)
      expect([stateOf(draft), draft.copy()?.document.title.fi]).toEqual(['signedOut', 'Kuntoutuspolku'])
      await draft.back()
      await draft.answerAll()
      expect([stateOf(draft), await servedTitle(draft)]).toEqual(['saved', 'Kuntoutuspolku'])
    }))

  it('tells that the draft is gone, keeps what is here, and lets go of it when it was saved elsewhere', () =>
    edited(async (draft) => {
      await draft.otherDeletes()
      draft.type('Kuntoutus')
      await draft.pass(600)
      await draft.answerAll()
      expect([stateOf(draft), draft.copy()?.document.title.fi]).toEqual(['gone', 'Kuntoutus'])
      expect(await draft.open.saving.flush()).toBe(false)
      // also what it was at first is nowhere else now
      draft.open.store.getState().undo()
      await draft.pass(150)
      expect([stateOf(draft), draft.copy()?.document.title.fi]).toEqual(['gone', 'Alku'])
      draft.open.saving.letGo()
      await draft.open.saving.stop()
      expect(draft.copy()).toBeUndefined()
    }))

  it('asks about what somebody else saved first, and takes either', () =>
    edited(async (draft) => {
      await draft.otherSaves('Toisen')
      draft.type('Minun')
      await draft.pass(600)
      await draft.answerAll()
      expect(draft.open.store.getState().saving).toMatchObject({ state: 'conflict', conflict: { savedBy: 'aino' } })
      // taking back what one did oneself decides nothing
      draft.open.store.getState().undo()
      expect(stateOf(draft)).toBe('conflict')
      draft.open.store.getState().redo()
      // it cannot be fetched just now: the question stays
      const failing = draft.open.saving.takeTheirs()
      await draft.answerAll('lost')
      expect([await failing, stateOf(draft), titleOf(draft)]).toEqual([false, 'conflict', 'Minun'])
      const taking = draft.open.saving.takeTheirs()
      await draft.answerAll()
      expect([await taking, stateOf(draft), titleOf(draft), draft.copy()]).toEqual([true, 'saved', 'Toisen', undefined])

      draft.open.store.getState().undo()
      await draft.otherSaves('Toisen taas')
      await draft.pass(600)
      await draft.answerAll()
      const keeping = draft.open.saving.keepMine()
      await draft.answerAll()
      await keeping
      expect([stateOf(draft), await servedTitle(draft)]).toEqual(['saved', 'Minun'])
    }))

  it('says when there is no room for a copy, until it is not needed', () =>
    edited(async (draft) => {
      draft.fill()
      draft.type('Kuntoutus')
      await draft.pass(600)
      await draft.answer('lost')
      expect(draft.open.store.getState().isOnlyHere).toBe(true)
      await draft.back()
      await draft.answerAll()
      expect([stateOf(draft), draft.open.store.getState().isOnlyHere]).toEqual(['saved', false])
    }))

  it('saves once more when the editor is closed, also what was typed while it was being saved', () =>
    edited(async (draft) => {
      draft.type('Yksi')
      await draft.pass(600)
      draft.type('Kaksi')
      const ended = draft.open.saving.stop()
      await draft.answerAll()
      await ended
      expect([await servedTitle(draft), draft.copy()]).toEqual(['Kaksi', undefined])
    }))

  it('does nothing more after the editor was closed without a connection', () =>
    edited(async (draft) => {
      draft.type('Kuntoutus')
      const ended = draft.open.saving.stop()
      await draft.answerAll('lost')
      await ended
      await draft.pass(60_000)
      await draft.back()
      expect(await draft.answer('arrives')).toBe(false)
      expect(draft.copy()?.document.title.fi).toBe('Kuntoutus')
    }))
})

/** Something that happens to a draft that is being edited. */
interface Deed {
  name: string
  act(draft: EditedDraft): unknown
}

const deed = (name: string, act: Deed['act']): Deed => ({ name, act })
const fates: readonly Fate[] = ['arrives', 'lost', 'unanswered', 'busy', 'tooMany', 'signedOut', 'refused']
const deeds = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.constantFrom('a', 'b', 'c').map((title) => deed(`types ${title}`, (d) => d.type(title))),
    },
    { weight: 4, arbitrary: fc.constantFrom(100, 600, 6_000).map((ms) => deed(`${ms} ms pass`, (d) => d.pass(ms))) },
    { weight: 4, arbitrary: fc.constantFrom(...fates).map((fate) => deed(fate, (d) => d.answer(fate))) },
    {
      weight: 3,
      arbitrary: fc.constantFrom(
        deed('takes back', ({ open }) => open.store.getState().undo()),
        deed('does again', ({ open }) => open.store.getState().redo()),
        deed('is back', (d) => d.back()),
        deed('closes and opens, lost', (d) => d.reopen('lost')),
        deed('closes and opens, unanswered', (d) => d.reopen('unanswered')),
        deed('another saves a', (d) => d.otherSaves('a')),
        deed('another saves x', (d) => d.otherSaves('x')),
        // answered later, or never: nobody waits for it here
        deed('keeps hers', ({ open }) => void open.saving.keepMine()),
        deed('takes theirs', ({ open }) => void open.saving.takeTheirs()),
      ),
    },
    { weight: 1, arbitrary: fc.constant(deed('another deletes', (d) => d.otherDeletes())) },
  ),
  { maxLength: 30 },
)

describe('whatever happens on the way', () => {
  it(
    'what is typed is on the server or kept here, nobody else’s work is overwritten unasked, and it ends well',
    {
      timeout: patience,
    },
    () =>
      fc.assert(
        fc.asyncProperty(deeds, (all) =>
          edited(async (draft) => {
            for (const { act } of all) {
              await act(draft)
              expect(draft.isSafe()).toBe(true)
              expect(draft.overwritten).toEqual([])
              if (!draft.isOpen) return
            }
            // from now on everything goes well
            draft.type('viimeinen')
            for (let round = 0; round < 6; round += 1) {
              await draft.answerAll()
              await draft.pass(60_000)
              await draft.back()
            }
            const state = stateOf(draft)
            expect(['saved', 'conflict', 'gone']).toContain(state)
            expect([draft.isSafe(), draft.overwritten]).toEqual([true, []])
            const { now } = draft.open.store.getState()
            const there = await draft.served()
            if (state === 'saved' && there?.savedBy === 'mari') expect(there.document).toEqual(now.document)
          }),
        ),
        runs(100),
      ),
  )
})
