import { readFileSync } from 'node:fs'

/**
 * Checks the lock files: no download address in them (they belong to whoever installs), and every optional dependency
 * that a locked package names is locked too (npm can silently lose packages of other platforms, and then `npm ci` fails
 * there).
 */
interface Locked {
  resolved?: string
  link?: boolean
  optionalDependencies?: Record<string, string>
}
type Packages = Record<string, Locked>

const problems = ['package-lock.json', 'bench/peers/package-lock.json'].flatMap((file) => {
  const { packages } = JSON.parse(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')) as {
    packages: Packages
  }
  const found = problemsOf(packages).map((problem) => `${file}: ${problem}`)
  if (found.length === 0)
    console.log(`${file}: ${Object.keys(packages).length} packages, no addresses, nothing optional missing`)
  return found
})
if (problems.length > 0) {
  console.error(problems.join('\n'))
  process.exit(1)
}

function problemsOf(packages: Packages): string[] {
  const problems: string[] = []
  for (const [path, entry] of Object.entries(packages)) {
    if (entry.resolved !== undefined)
      problems.push(`${path}: holds a download address; run "npm install" with omit-lockfile-registry-resolved`)
    for (const name of Object.keys(entry.optionalDependencies ?? {})) {
      if (!isLocked(packages, path, name))
        problems.push(
          `${path}: its optional dependency ${name} is not in the lock; delete package-lock.json and node_modules and install again`,
        )
    }
  }
  return problems
}

/** Looks where Node would look: beside the package that names it, then further out. */
function isLocked(packages: Packages, from: string, name: string): boolean {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    if (packages[`${at === '' ? '' : `${at}/`}node_modules/${name}`]) return true
    if (at === '') return false
    if (!at.includes('/node_modules/')) at = ''
    if (at === '') return Boolean(packages[`node_modules/${name}`])
  }
}
