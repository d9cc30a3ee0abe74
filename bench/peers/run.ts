import { scale } from '../scale.ts'
import { compare } from './compare.ts'
import { contenders } from './contenders.ts'
import { installPeers } from './install.ts'
import { keepComparison, printComparison } from './results.ts'

/**
 * `npm run bench:peers [id…]`: takes the same journeys with Polku and with its peers, all or the named, prints each one's
 * rate beside the fastest peer's, and keeps the comparison of all at full size in `bench/peers/results.json`.
 */
async function run(asked: readonly string[]): Promise<void> {
  const ids = contenders.map(({ id }) => id)
  const unknown = asked.find((id) => !ids.includes(id))
  if (unknown !== undefined) {
    console.error(`There is no contender called "${unknown}". There is: ${ids.join(', ')}.`)
    process.exitCode = 1
    return
  }
  await installPeers()
  const comparison = await compare(contenders.filter(({ id }) => asked.length === 0 || asked.includes(id)))
  printComparison(comparison)
  if (comparison.notMeasured.length > 0) process.exitCode = 1
  const isWhole = scale === 1 && asked.length === 0
  if (isWhole) keepComparison(comparison)
  console.log(isWhole ? 'Kept in bench/peers/results.json.' : 'Not all, or not at full size: a trial, not kept.')
}

await run(process.argv.slice(2))
