export { ruleCodes } from './rules.ts'
export { verifyDocument } from './verifyDocument.ts'
