/** Waits for all works, also when one fails. @throws the first failure, when all have come to their end */
export async function settleAll<T>(works: readonly Promise<T>[]): Promise<T[]> {
  const ends = await Promise.allSettled(works)
  const failed = ends.find((one) => one.status === 'rejected')
  if (failed) throw failed.reason
  return ends.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
}
