import * as en from './en/index.ts'
import * as fi from './fi/index.ts'
import * as sv from './sv/index.ts'

/** All texts of the designer: by language, then by the area of the screen they stand in. */
export const texts = { fi, sv, en }
