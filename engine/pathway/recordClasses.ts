/**
 * Kinds of records that are kept for different times, as the law has them. `from` says what the years are counted from:
 * the end of the last journey of that register, or the event itself.
 *
 * `employment`: 380/2023 s. 122, four years after the customership has ended. `socialCare`: services of working age,
 * 703/2023 annex, ten years after the matter was closed. `useLog`: who has used what, 703/2023 annex, twelve years.
 */
export const recordClasses = {
  employment: { years: 4, from: 'journeysEnded', source: '380/2023 s.122' },
  socialCare: { years: 10, from: 'journeysEnded', source: '703/2023 annex' },
  useLog: { years: 12, from: 'event', source: '703/2023 annex' },
} as const

export type RecordClass = keyof typeof recordClasses

/** The registers that journeys are kept in. */
export const registers = ['employment', 'socialCare'] as const satisfies readonly RecordClass[]
export type Register = (typeof registers)[number]

/** The register of journeys whose pathway does not say. */
export const defaultRegister: Register = 'employment'
