import fc from 'fast-check'
import type { DraftDocument } from '../../../designer/model/document.ts'
import { drawnDocument } from './drawnDocuments.ts'

type Json = Record<string, unknown>

/** What may stand where something else belongs: mostly what is nearly right. */
const wrong: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, 5, true, '', 'x', [], {}, [null], [5], { a: null }, { x: [null, 'a', 5] }, { fi: 5 }),
  fc.constantFrom<unknown>({ parameter: 5 }, { fact: null }, { target: 5 }, [{ target: [5] }], { constructor: 'x' }),
  fc.jsonValue({ maxDepth: 3 }),
)

/** A document of which a few parts are not what they should be, or are not there at all. */
const spoilt: fc.Arbitrary<Json> = fc
  .tuple(drawnDocument, fc.array(fc.tuple(fc.nat(100_000), fc.option(wrong)), { minLength: 1, maxLength: 6 }))
  .map(([document, spoils]) => {
    const copy = structuredClone(document) as DraftDocument & Json
    for (const [pick, part] of spoils) {
      const slots = slotsOf(copy)
      const slot = slots[pick % slots.length]
      if (!slot) break
      if (part === null) removeKey(slot)
      else slot.owner[slot.key] = structuredClone(part)
    }
    return copy
  })

/** What an import, a program or another hand may have left as a draft: any JSON at all, or a pathway with parts spoilt. */
export const brokenDocument: fc.Arbitrary<Json> = fc.oneof(
  {
    weight: 1,
    arbitrary: fc.dictionary(fc.constantFrom('id', 'title', 'states', 'on', 'facts', 'criteria', 'tasks'), wrong),
  },
  { weight: 1, arbitrary: fc.dictionary(fc.string(), fc.jsonValue()) },
  { weight: 6, arbitrary: spoilt },
)

function removeKey({ owner, key }: { owner: Json; key: string }): void {
  if (Array.isArray(owner)) owner.splice(Number(key), 1)
  else delete owner[key]
}

/** Every key of a document, wherever it stands. */
function slotsOf(part: unknown): { owner: Json; key: string }[] {
  if (typeof part !== 'object' || part === null) return []
  const owner = part as Json
  return Object.keys(owner).flatMap((key) => [{ owner, key }, ...slotsOf(owner[key])])
}
