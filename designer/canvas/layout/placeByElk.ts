import type { ElkExtendedEdge, ElkNode, ElkPort } from 'elkjs/lib/elk-api.js'
import type { Size } from '../drawing/Drawing.ts'
import type { Container, Join } from './containers.ts'
import { type Point, type Rect, straightened } from './geometry.ts'
import type { Direction, Inside, Route } from './LaidOut.ts'
import { gap, paddingOf } from './spacing.ts'

/** Runs ELK: in a worker on the screen. */
export type RunElk = (graph: ElkNode) => Promise<ElkNode>

const options = {
  'elk.algorithm': 'layered',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.json.edgeCoords': 'ROOT',
  'elk.padding': '[top=0,left=0,bottom=0,right=0]',
  // the order in which the pathway is written is the order in which it is read; lines against it are the ways back
  'elk.layered.cycleBreaking.strategy': 'MODEL_ORDER',
  'elk.layered.considerModelOrder.strategy': 'PREFER_NODES',
  'elk.layered.considerModelOrder.components': 'MODEL_ORDER',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.nodePlacement.favorStraightEdges': 'true',
  'elk.layered.thoroughness': '12',
  'elk.spacing.nodeNode': String(gap),
  'elk.spacing.edgeNode': '20',
  'elk.spacing.edgeEdge': '14',
  'elk.spacing.edgeLabel': '4',
  'elk.spacing.labelNode': '8',
  'elk.layered.spacing.nodeNodeBetweenLayers': '36',
  'elk.layered.spacing.edgeNodeBetweenLayers': '18',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '14',
}

/** Lays out what lies in one sheet: the sheets, the lines between them and what stands on these. */
export async function placeByElk(
  container: Container,
  sizes: ReadonlyMap<string, Size>,
  direction: Direction,
  runElk: RunElk,
): Promise<Inside> {
  const graph = await runElk(elkGraph(container, sizes, direction))
  return readGraph(container, graph)
}

/** What of a container its layout depends on, as ELK takes it. */
export function elkGraph(container: Container, sizes: ReadonlyMap<string, Size>, direction: Direction): ElkNode {
  const ports = new Map<string, ElkPort[]>()
  const goesOn = new Set(
    container.joins.flatMap(({ from, to, goesOnFrom, goesOnTo }) => [
      ...(goesOnFrom ? [from] : []),
      ...(goesOnTo ? [to] : []),
    ]),
  )
  const meet = (sheet: string, line: string, side: string): string => {
    if (!goesOn.has(sheet)) return sheet
    const id = `${line}|${sheet}|${side}`
    ports.set(sheet, [...(ports.get(sheet) ?? []), { id, layoutOptions: { 'elk.port.side': side } }])
    return id
  }
  const edges: ElkExtendedEdge[] = container.joins.map((join) => {
    const [out, into] = sidesOf(join, direction)
    return {
      id: join.line,
      sources: [meet(join.from, join.line, out)],
      targets: [meet(join.to, `${join.line}>`, into)],
      ...labelled(join.label),
    }
  })
  const own = container.ownLines.map(({ line, child, isOut, label }) => ({
    node: { id: `own ${line}`, width: 1, height: 1 },
    edge: {
      id: line,
      sources: [isOut ? meet(child, line, 'SOUTH') : `own ${line}`],
      targets: [isOut ? `own ${line}` : meet(child, line, 'NORTH')],
      ...labelled(label),
    },
  }))
  const before = own.filter((_, at) => container.ownLines[at]?.isOut === false)
  const after = own.filter((_, at) => container.ownLines[at]?.isOut === true)
  const children = container.children.map((id) => {
    const size = sizes.get(id) ?? { width: 0, height: 0 }
    return { id, ...size, ...(goesOn.has(id) && { layoutOptions: { 'elk.portConstraints': 'FIXED_SIDE' } }) }
  })
  const graph: ElkNode = {
    id: 'root',
    layoutOptions: { ...options, 'elk.direction': direction === 'right' ? 'RIGHT' : 'DOWN' },
    children: [...before.map(({ node }) => node), ...children, ...after.map(({ node }) => node)],
    edges: [...edges, ...own.map(({ edge }) => edge), ...inOrder(container)],
  }
  for (const child of graph.children ?? []) {
    const own = ports.get(child.id)
    if (own) child.ports = own
  }
  return graph
}

/** Sides at which a line leaves and arrives; ways back go back, they do not wind around. */
function sidesOf({ goesOnFrom, goesOnTo, isForward }: Join, direction: Direction): [string, string] {
  if (direction === 'right') return isForward ? ['EAST', 'WEST'] : ['WEST', 'EAST']
  const beside = isForward ? 'EAST' : 'WEST'
  return [goesOnFrom ? beside : isForward ? 'SOUTH' : 'NORTH', goesOnTo ? beside : isForward ? 'NORTH' : 'SOUTH']
}

const labelled = ({ width, height }: Size): Pick<ElkExtendedEdge, 'labels'> =>
  width > 0
    ? {
        labels: [
          {
            text: 'x',
            width,
            height,
            layoutOptions: { 'elk.edgeLabels.placement': 'CENTER', 'elk.edgeLabels.inline': 'true' },
          },
        ],
      }
    : {}

const orderEdge = 'order '

/** Sheets that nothing joins yet stand in the order in which they are written: by lines that are not drawn. */
function inOrder({ children, joins, ownLines }: Container): ElkExtendedEdge[] {
  const joined = new Set([...joins.flatMap(({ from, to }) => [from, to]), ...ownLines.map(({ child }) => child)])
  return children.flatMap((child, at) => {
    const before = children[at - 1]
    if (before === undefined || (joined.has(child) && joined.has(before))) return []
    return [{ id: `${orderEdge}${child}`, sources: [before], targets: [child] }]
  })
}

function readGraph(container: Container, graph: ElkNode): Inside {
  const padding = paddingOf(container)
  const by = { x: padding.side, y: padding.top }
  const at: Record<string, Point> = {}
  for (const { id, x = 0, y = 0 } of graph.children ?? []) {
    if (!id.startsWith('own ')) at[id] = { x: x + by.x, y: y + by.y }
  }
  const width = Math.max((graph.width ?? 0) + 2 * padding.side, container.head.width)
  const height = (graph.height ?? 0) + padding.top + padding.bottom
  const routes: Record<string, Route> = {}
  for (const edge of graph.edges ?? []) {
    if (edge.id.startsWith(orderEdge)) continue
    const points = (edge.sections ?? [])
      .flatMap(({ startPoint, bendPoints, endPoint }) => [startPoint, ...(bendPoints ?? []), endPoint])
      .map(({ x, y }) => ({ x: x + by.x, y: y + by.y }))
    const [label] = edge.labels ?? []
    routes[edge.id] = {
      points: straightened(withOwnEnd(container, edge.id, points, height)),
      label: label && rectOf(label, by),
    }
  }
  return { width, height, at, routes, rules: [], heights: {} }
}

/** A line between a sheet and one inside it begins below the sheet's rows, or ends at its lower border. */
function withOwnEnd(container: Container, line: string, points: Point[], height: number): Point[] {
  const own = container.ownLines.find((one) => one.line === line)
  const [first] = points
  const last = points.at(-1)
  if (!own || !first || !last) return points
  return own.isOut
    ? [...points.slice(0, -1), { x: last.x, y: height }]
    : [{ x: first.x, y: container.head.height }, ...points.slice(1)]
}

function rectOf({ x = 0, y = 0, width = 0, height = 0 }: Partial<Rect>, by: Point): Rect {
  return { x: x + by.x, y: y + by.y, width, height }
}
