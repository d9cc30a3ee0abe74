import type { Size } from '../drawing/Drawing.ts'
import type { Direction, ToLayOut } from './LaidOut.ts'

/** A line, or the part of it, that joins two sheets which lie in the same one. */
export interface Join {
  line: string
  from: string
  to: string
  label: Size
  /** it goes on inside the sheet that it begins or ends at, so it must meet its left or right side */
  goesOnFrom: boolean
  goesOnTo: boolean
  isForward: boolean
}

/** The part of a line from the border of a sheet to a sheet inside it, or the other way. */
export interface Leaving {
  line: string
  child: string
  isOut: boolean
}

/** A line between a sheet and one that lies inside it. */
export interface OwnLine extends Leaving {
  label: Size
}

/** A sheet that others lie in, or the drawing itself (`''`), and what goes on in it. */
export interface Container {
  id: string
  head: Size
  children: readonly string[]
  isParallel: boolean
  joins: Join[]
  leavings: Leaving[]
  ownLines: OwnLine[]
}

/** A drawing by what lies in what, with each line cut where it crosses the border of a sheet. */
export interface Nested {
  containers: ReadonlyMap<string, Container>
  heads: ReadonlyMap<string, Size>
  kinds: ReadonlyMap<string, ToLayOut['sheets'][number]['kind']>
  directionOf(container: string): Direction
  containerOf(sheet: string): string
}

/** Cuts the lines of a drawing into parts that each lie in one sheet, so that each sheet can be laid out by itself. */
export function nest({ sheets, lines, direction }: ToLayOut): Nested {
  const parents = new Map(sheets.map(({ id, container }) => [id, container]))
  const heads = new Map(sheets.map(({ id, head }) => [id, head]))
  const kinds = new Map(sheets.map(({ id, kind }) => [id, kind]))
  const containers = new Map<string, Container>()
  const open = [{ id: '', head: { width: 0, height: 0 }, isParallel: false }, ...sheets.filter(({ isOpen }) => isOpen)]
  for (const { id, head, isParallel } of open) {
    const children = sheets.filter(({ container }) => container === id).map((sheet) => sheet.id)
    containers.set(id, { id, head, children, isParallel, joins: [], leavings: [], ownLines: [] })
  }
  const orders = new Map([...containers.values()].flatMap(({ children }) => children.map((child, at) => [child, at])))

  const chainOf = (sheet: string): string[] => {
    const chain: string[] = []
    for (let one: string | undefined = sheet; one !== undefined && one !== ''; one = parents.get(one)) chain.push(one)
    return [...chain, '']
  }
  for (const { id: line, source, target, label } of lines) {
    if (!parents.has(source) || !parents.has(target)) continue
    const above = chainOf(source)
    const below = chainOf(target)
    const isOwn = source !== target && (above.includes(target) || below.includes(source))
    const shared = isOwn
      ? above.includes(target)
        ? target
        : source
      : (above.slice(1).find((one) => below.slice(1).includes(one)) ?? '')
    const out = above.slice(0, above.indexOf(shared))
    const into = below.slice(0, below.indexOf(shared))
    const from = out.at(-1)
    const to = into.at(-1)
    const container = containers.get(shared)
    if (!container) continue
    if (isOwn) container.ownLines.push({ line, child: from ?? to ?? '', isOut: from !== undefined, label })
    else if (from !== undefined && to !== undefined) {
      container.joins.push({
        line,
        from,
        to,
        label,
        goesOnFrom: from !== source,
        goesOnTo: to !== target,
        isForward: (orders.get(from) ?? 0) <= (orders.get(to) ?? 0),
      })
    }
    for (const [parts, isOut] of [
      [out, true],
      [into, false],
    ] as const) {
      for (const [at, child] of parts.slice(0, -1).entries()) {
        containers.get(parts[at + 1] ?? '')?.leavings.push({ line, child, isOut })
      }
    }
  }
  return {
    containers,
    heads,
    kinds,
    directionOf: (container) => (container === '' ? direction : 'down'),
    containerOf: (sheet) => parents.get(sheet) ?? '',
  }
}
