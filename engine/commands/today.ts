import { localDate } from '../pathway/calendar/index.ts'
import type { Context } from './context.ts'

/** Local dates of people's work: those of every pathway's calendar. */
export const workZone = 'Europe/Helsinki'

/** The local date of people's work. */
export const todayOf = ({ clock }: Pick<Context, 'clock'>): string => localDate(clock.now().getTime(), workZone)
