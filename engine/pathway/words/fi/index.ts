import type { Phrases } from '../Phrases.ts'
import { changes } from './changes.ts'
import { diagram } from './diagram.ts'
import { durations } from './durations.ts'
import { expressions } from './expressions.ts'
import { and, or, quote } from './lists.ts'
import { sentences } from './sentences.ts'
import { values } from './values.ts'

export const fi: Phrases = {
  quote,
  and,
  or,
  properNames: ['Kela', 'Mahis', 'Suunto', 'Ohjaamo'],
  durations,
  values,
  expressions,
  sentences,
  changes,
  diagram,
}
