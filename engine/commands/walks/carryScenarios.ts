import type { WriteTx } from '../../store/store.ts'

/**
 * Takes the scenarios of a draft's pathway along when it gets another id. Where the former one is still somebody's, as a
 * published pathway or in another draft, copies are taken. A pathway that there is already keeps its own.
 */
export async function carryScenarios(
  tx: WriteTx,
  draft: string,
  { from, to }: { from: string; to: string },
): Promise<void> {
  if (from === to || from === '' || to === '') return
  if ((await tx.latestVersion(to)) || (await tx.scenarios(to)).length > 0) return
  const isOthers =
    (await tx.latestVersion(from)) !== undefined || (await tx.drafts(from)).some(({ id }) => id !== draft)
  for (const scenario of await tx.scenarios(from)) {
    await tx.insertScenario({ ...scenario, pathway: to })
    if (!isOthers) await tx.deleteScenario(from, scenario.id)
  }
}
