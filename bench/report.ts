import { readResults } from './results.ts'
import { markdownTable } from './table.ts'

/** `npx tsx bench/report.ts`, or `npm run bench report`: the kept results as a table for `docs/performance.md`. */
console.log(markdownTable(readResults()))
