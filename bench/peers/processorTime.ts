import { readdirSync, readFileSync } from 'node:fs'

/** What a clock tick is on Linux, whatever the machine. Seconds. */
const tick = 0.01

interface Used {
  pid: number
  parent: number
  ticks: number
}

/**
 * The processor time that a process and all that it has started have used so far, those that have ended included.
 * On a shared machine it varies less than rates do.
 * @returns seconds, or undefined where the kernel does not tell (it is Linux that does)
 */
export function processorTime(root: number): number | undefined {
  if (process.platform !== 'linux') return undefined
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap(usedBy)
  const family = new Set([root])
  // a child may stand before its parent in the list, so go on until nobody is added
  for (let before = 0; before < family.size; ) {
    before = family.size
    for (const { pid, parent } of all) if (family.has(parent)) family.add(pid)
  }
  return tick * all.filter(({ pid }) => family.has(pid)).reduce((sum, { ticks }) => sum + ticks, 0)
}

function usedBy(pid: string): Used[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // the name of the program may hold anything, so count the fields from behind it (proc_pid_stat(5))
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    const [, parent = 0] = fields
    const ticks = fields.slice(11, 15).reduce((sum, value) => sum + value, 0)
    return [{ pid: Number(pid), parent, ticks }]
  } catch {
    return [] // it has ended meanwhile
  }
}
