/** What allows a name or not. */
interface NameRule {
  safeParse(name: string): { success: boolean }
}

/** Gives each key a name of its own that the rule allows: itself where it can be, else like it. */
export function namer(
  rule: NameRule,
  fallback: string,
  taken: readonly string[] = [],
): (key: string, like?: string) => string {
  const given = new Map<string, string>()
  const used = new Set(taken)
  return (key, like = key) => {
    const known = given.get(key)
    if (known !== undefined) return known
    const base = slug(like, rule, fallback)
    let name = base
    for (let count = 2; used.has(name); count++) name = `${base.slice(0, 56)}_${count}`
    used.add(name)
    given.set(key, name)
    return name
  }
}

/** A name like the given one that the rule allows. */
export function slug(written: string, rule: NameRule, fallback: string): string {
  if (rule.safeParse(written).success) return written
  const plain = written
    .slice(0, 200)
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^A-Za-z0-9_.-]+/g, '_')
    .replaceAll(/^[^A-Za-z]+|[^A-Za-z0-9]+$/g, '')
    .slice(0, 56)
  const candidates = [
    plain,
    plain.replaceAll('.', '_'),
    plain.replaceAll(/[.-]/g, '_'),
    `${fallback}_${plain.replaceAll(/[.-]/g, '_')}`,
  ]
  return candidates.find((name) => rule.safeParse(name).success) ?? fallback
}
