import { LIST_FUNCTIONS } from './listFunctions.ts'
import { NUMBER_FUNCTIONS } from './numberFunctions.ts'
import type { Signature } from './Signature.ts'
import { TEMPORAL_FUNCTIONS } from './temporalFunctions.ts'
import { TEXT_FUNCTIONS } from './textFunctions.ts'

/** Every function by its FEEL name, with its signatures in the order in which they are tried. */
export const FUNCTIONS: Readonly<Record<string, readonly Signature[]>> = {
  ...NUMBER_FUNCTIONS,
  ...TEXT_FUNCTIONS,
  ...LIST_FUNCTIONS,
  ...TEMPORAL_FUNCTIONS,
}
