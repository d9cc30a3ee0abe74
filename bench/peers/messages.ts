import type { Journeys } from './contender.ts'

/** What a contender's process is asked, one thing at a time. */
export type Asked = { ask: 'open' } | { ask: 'runJourneys'; count: number; atOnce: number }

/** What it answers. */
export type Answered =
  | { answer: 'opened'; name: string; syncing: string }
  | { answer: 'ran'; journeys: Journeys }
  | { answer: 'failed'; why: string }
