import { describe, expect, it } from 'vitest'
import { setField } from '../../../designer/editing/edits/edit.ts'
import { asDraftDocument, type DraftDocument } from '../../../designer/model/document.ts'
import { readPathway } from '../../../designer/model/readPathway.ts'
import { keepRows } from '../../../designer/outline/keepRows.ts'
import { outlineRows, type Row } from '../../../designer/outline/outlineRows.ts'
import suunto from '../../../workflows/suunto.ts'
import { opened } from '../editing/drawnDocuments.ts'

const rowsOf = (document: DraftDocument): Row[] => {
  const model = readPathway(document)
  const open = new Set(['pathway', ...[...model.states.keys()].map((path) => `state:${path}`)])
  return outlineRows(model, { open, language: 'fi', t: (text) => text })
}

describe('an edit of one thing', () => {
  it('leaves every other row of the outline as it was', () => {
    const before = opened(asDraftDocument(suunto))
    const rows = rowsOf(before.document)
    const edit = setField({ kind: 'state', state: 'kuntoutus' }, ['phase', 'label', 'fi'], 'Kuntoutuminen')
    const after = rowsOf(edit(before).document)
    const kept = keepRows(after, rows)
    expect(kept).toEqual(after)
    const changed = kept.filter((row) => !rows.includes(row)).map(({ key }) => key)
    // the phase itself, and what leads to it
    expect(changed).toContain('state:kuntoutus')
    expect(changed.length).toBeLessThan(10)
    expect(rows.length).toBeGreaterThan(50)
  })
})
