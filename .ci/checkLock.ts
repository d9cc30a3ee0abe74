import { readFileSync } from 'node:fs'

/**
 * Checks the lock file: no download address in it (they belong to whoever installs), and every optional dependency that
 * a locked package names is locked too (npm can silently lose packages of other platforms, and then `npm ci` fails
 * there).
 */
interface Locked {
  resolved?: string
  link?: boolean
  optionalDependencies?: Record<string, string>
}

const lock = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8')) as {
  packages: Record<string, Locked>
}
const problems: string[] = []
for (const [path, entry] of Object.entries(lock.packages)) {
  if (entry.resolved !== undefined)
    problems.push(`${path}: holds a download address; run "npm install" with omit-lockfile-registry-resolved`)
  for (const name of Object.keys(entry.optionalDependencies ?? {})) {
    if (!isLocked(path, name))
      problems.push(
        `${path}: its optional dependency ${name} is not in the lock; delete package-lock.json and node_modules and install again`,
      )
  }
}
if (problems.length > 0) {
  console.error(problems.join('\n'))
  process.exit(1)
}
console.log(`package-lock.json: ${Object.keys(lock.packages).length} packages, no addresses, nothing optional missing`)

/** Looks where Node would look: beside the package that names it, then further out. */
function isLocked(from: string, name: string): boolean {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    if (lock.packages[`${at === '' ? '' : `${at}/`}node_modules/${name}`]) return true
    if (at === '') return false
    if (!at.includes('/node_modules/')) at = ''
    if (at === '') return Boolean(lock.packages[`node_modules/${name}`])
  }
}
