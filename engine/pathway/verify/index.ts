export { ruleCodes } from './rules.ts'
export { type Verification, verifyDocument } from './verifyDocument.ts'
