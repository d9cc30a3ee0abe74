import { describe, expect, it } from 'vitest'
import { oncePerDocument } from '../../../engine/pathway/words/oncePerDocument.ts'

describe('what is made of a document', () => {
  it('is made once while the document is looked at, also when it is nothing', () => {
    const asked: object[] = []
    const lookAt = oncePerDocument((document: { id: number }) => {
      asked.push(document)
      return undefined
    })
    const one = { id: 1 }
    const other = { id: 1 }
    for (const document of [one, other, one, other]) lookAt(document)
    expect(asked).toEqual([one, other])
  })

  it('is let go of when many documents have come after it, though the document is kept', () => {
    const made = oncePerDocument((document: { id: number }) => ({ of: document }))
    const kept = Array.from({ length: 1000 }, (_, id) => ({ id }))
    const first = kept.map(made)[0]
    const [oldest = { id: -1 }] = kept
    const again = made(oldest)
    expect(again).toEqual(first)
    expect(again).not.toBe(first)
  })
})
