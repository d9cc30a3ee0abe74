export { refusedInputs, type WithParameters } from './refusedInputs.ts'
export { ruleCodes } from './rules.ts'
export { verifyDocument } from './verifyDocument.ts'
