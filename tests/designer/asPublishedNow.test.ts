import { describe, expect, it } from 'vitest'
import { asDraftDocument } from '../../designer/model/document.ts'
import { asPublishedNow } from '../../designer/versions/asPublishedNow.ts'
import { changeInWords, comparePathways } from '../../engine/pathway/compare/index.ts'

const withModule = (version?: number) =>
  asDraftDocument({
    id: 'p',
    initial: 'a',
    states: { a: { states: { b: { modules: { m: { pathway: 'mahis', ...(version && { version }) } } } } } },
  })

describe('a draft whose module names no version', () => {
  it('is no other than the version that runs what is in use', () => {
    const now = asPublishedNow(withModule(), new Map([['mahis', 1]]))
    expect(comparePathways(withModule(1), now)).toEqual([])
    expect(comparePathways(withModule(2), now)).toHaveLength(1)
  })

  it('is told as the latest at publishing where that is not known', () => {
    const [change] = comparePathways(withModule(1), asPublishedNow(withModule(), new Map()))
    if (!change) throw new Error('no change was found')
    expect(changeInWords(change, withModule(1), withModule(), 'fi')).toMatch(/1 → viimeisin julkaistaessa$/)
  })
})
