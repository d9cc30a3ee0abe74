import { describe, expect, it } from 'vitest'
import { ownPathway } from '../../../designer/home/ownPathway.ts'
import type { DraftDocument } from '../../../designer/model/document.ts'
import { readPathway } from '../../../designer/model/readPathway.ts'

const seuranta: DraftDocument = {
  id: 'seuranta',
  title: { fi: 'Seuranta', sv: 'Uppföljning' },
  initial: 'alku',
  states: { alku: { on: { valmis: { target: '#seuranta.loppu' } } }, loppu: { id: 'seurantaKopio2', type: 'final' } },
}

describe('a pathway of one’s own', () => {
  it('has a title and an id that nothing else has, and leads where the other led', () => {
    const own = ownPathway(seuranta, ['seuranta', 'seurantaKopio'])
    expect(own.id).toBe('seurantaKopio3')
    expect(own.title).toEqual({ fi: 'Seuranta (kopio)', sv: 'Uppföljning (kopia)' })
    expect(readPathway(own).transitions.map(({ targets }) => targets)).toEqual([['loppu']])
  })
})
