import type { FeelInput, FeelScope } from '../../../engine/pathway/feel/index.ts'

/** Values by name; a name without one is missing. */
export type Values = Readonly<Record<string, FeelInput | undefined>>

/** A scope over plain values, at midday of 15 March 2026 in Helsinki unless told otherwise. */
export function scopeOf(values: Values = {}, clock: Partial<Pick<FeelScope, 'now' | 'zone'>> = {}): FeelScope {
  return {
    get: (name) => (Object.hasOwn(values, name) ? values[name] : undefined),
    now: clock.now ?? Date.UTC(2026, 2, 15, 10),
    zone: clock.zone ?? 'Europe/Helsinki',
  }
}
