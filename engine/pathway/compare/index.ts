export type { Change, SubjectType } from './Change.ts'
export { changeInWords } from './changeInWords.ts'
export { comparePathways } from './comparePathways.ts'
