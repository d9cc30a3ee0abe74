export type { Change } from './Change.ts'
export { changeInWords } from './changeInWords.ts'
export { comparePathways } from './comparePathways.ts'
