export { criterionInWords } from './criterionInWords.ts'
export type { DraftDocument } from './DraftDocument.ts'
export { type DraftState, draftStates } from './draftStates.ts'
export {
  type DraftTransition,
  draftTransitions,
  type TransitionAddress,
  targetsOf,
} from './draftTransitions.ts'
export { durationInWords } from './durationInWords.ts'
export { exitInWords, outcomeInWords } from './exitInWords.ts'
export { expressionAsPill } from './expressionAsPill.ts'
export { expressionInWords } from './expressionInWords.ts'
export { factInWords, typeInWords } from './factInWords.ts'
export { followUpInWords } from './followUpInWords.ts'
export type { Language } from './Language.ts'
export { moduleInWords } from './moduleInWords.ts'
export { parameterInWords } from './parameterInWords.ts'
export {
  criterionName,
  eventName,
  exitName,
  factName,
  followUpName,
  moduleName,
  parameterName,
  roleName,
  stateName,
  suspensionName,
  taskName,
  transitionName,
} from './partNames.ts'
export { phaseInWords } from './phaseInWords.ts'
export { phrasesOf } from './phrasesOf.ts'
export { suspensionInWords } from './suspensionInWords.ts'
export { taskInWords } from './taskInWords.ts'
export { actionNames, transitionInWords } from './transitionInWords.ts'
export { labelSaysUnit, unitInWords } from './unitInWords.ts'
export { valueInWords } from './valueInWords.ts'
export { wordsOfName } from './wordsOfName.ts'
