/** The id of a new scenario: its name in plain letters, and a number when that is taken. */
export function scenarioIdFor(name: string, others: readonly { scenario: string }[]): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^[^A-Za-z]+|-+$/g, '')
    .toLowerCase()
    .slice(0, 50)
  const base = plain === '' ? 'scenario' : plain
  const taken = new Set(others.map(({ scenario }) => scenario))
  let id = base
  for (let number = 2; taken.has(id); number += 1) id = `${base}-${number}`
  return id
}
