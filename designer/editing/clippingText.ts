import type { Clipping } from './edits/clipboard.ts'

/**
 * What was copied, as the text that the system's clipboard holds: so it can be pasted into another draft, another window,
 * another machine's Polku, or a mail.
 */
export const clippingText = (clipping: Clipping): string => JSON.stringify({ polku: 'clipping', ...clipping }, null, 2)
