import { writeFileSync } from 'node:fs'
import { rightsTable } from './rightsTable.ts'

writeFileSync(new URL('../../docs/rights.md', import.meta.url), rightsTable())
