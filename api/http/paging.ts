import { z } from '@hono/zod-openapi'

/** How many of a list to answer. */
export const limitQuery = z.coerce.number().int().min(1).max(200).default(50).meta({
  description: 'How many at most.',
  example: 50,
})

/** A page of a list: what follows it begins after `after`. */
export function pageOf<T extends z.ZodType>(item: T, id: string) {
  return z
    .object({
      items: z.array(item),
      after: z.string().nullable().describe('Hand it back as ?after= for the next page; null on the last one.'),
    })
    .meta({ id })
}

/**
 * Makes a page out of up to one item more than it holds, which tells whether another page follows.
 * @param cursor where the list goes on after an item
 */
export function page<T>(
  found: readonly T[],
  limit: number,
  cursor: (last: T) => string,
): { items: T[]; after: string | null } {
  const items = found.slice(0, limit)
  const last = items.at(-1)
  return { items, after: found.length > limit && last !== undefined ? cursor(last) : null }
}
