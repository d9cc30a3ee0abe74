/** A name in a query of Prometheus, with the labels that its selector names. */
export interface Selector {
  name: string
  labels: string[]
}

/** Labels that Prometheus adds itself. */
const ofPrometheus = new Set(['job', 'instance', 'le'])

/** The metrics that a query asks for, with the labels by which it picks and groups them. */
export function selectorsIn(query: string): { selectors: Selector[]; groupedBy: string[] } {
  const selectors = [...query.matchAll(/\b((?:polku|process|nodejs)_[a-z0-9_]+)(?:\{([^}]*)\})?/g)].map(
    ([, name = '', inside = '']) => ({ name, labels: labelsIn(inside) }),
  )
  const groupedBy = [...query.matchAll(/\bby \(([^)]*)\)/g)].flatMap(([, list = '']) =>
    list.split(',').map((one) => one.trim()),
  )
  return { selectors, groupedBy: groupedBy.filter((one) => !ofPrometheus.has(one)) }
}

const labelsIn = (inside: string): string[] =>
  [...inside.matchAll(/([a-z_]+)\s*(?:=~|!~|!=|=)\s*"/g)]
    .map(([, label = '']) => label)
    .filter((one) => !ofPrometheus.has(one))
