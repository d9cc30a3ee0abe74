import type { ListedKind } from '../model/places.ts'
import type { PathwayModel } from '../model/readPathway.ts'
import { type Direction, moveInOutline } from './moves.ts'
import type { OutlineText, Row, RowKind } from './outlineRows.ts'

/** What can be added: a form asks for what it needs. */
export type Adding =
  | { what: 'phase' | 'state' | 'end' | 'history' | 'region'; parent: string; after: string | undefined }
  | { what: 'transition' | 'followUp' | 'taskHere' | 'module'; state: string }
  | { what: 'retarget'; state: string }
  | { what: ListedKind }

/** What can be added, by its name in menus. */
export type AddAction = Extract<Action, { do: 'add' }>

/** What can be done with a row: from its menu, and where it has keys, by them. */
export type Action = { text: OutlineText; keys?: string } & (
  | { do: 'add'; adding: Adding }
  | { do: 'move'; direction: Direction }
  | { do: 'open' | 'rename' | 'remove' | 'copy' | 'cut' | 'paste' | 'pasteInside' | 'duplicate' }
  | { do: 'parallel' | 'sequential' | 'first' | 'extract' }
)

const listedText = {
  fact: 'addFact',
  criterion: 'addCriterion',
  task: 'addTaskDefinition',
  caseRole: 'addCaseRole',
  parameter: 'addParameter',
  exit: 'addExit',
  suspension: 'addSuspension',
} as const satisfies Record<ListedKind, OutlineText>

/** What can be added at a row, what `n` adds first and what Shift and `n` adds second. */
export function addingAt(row: Pick<Row, 'list' | 'state' | 'kind'>, model: PathwayModel): AddAction[] {
  if (row.list !== undefined) return [{ do: 'add', text: listedText[row.list], adding: { what: row.list }, keys: 'N' }]
  const state = row.state ?? ''
  const item = model.states.get(state)
  if (!item) return []
  const isLive = item.type !== 'final' && item.type !== 'history'
  const beside = state === '' || row.kind === 'transition' ? undefined : { parent: item.parent ?? '', after: item.key }
  const inside = { parent: state, after: undefined }
  const isTop = beside?.parent === ''
  const add = (text: OutlineText, adding: Adding, keys?: string): AddAction => ({
    do: 'add',
    text,
    adding,
    ...(keys !== undefined && { keys }),
  })
  return [
    ...(state === ''
      ? [
          add('addPhase', { what: 'phase', ...inside }, 'N'),
          add('state', { what: 'state', ...inside }),
          add('addEnd', { what: 'end', ...inside }),
        ]
      : []),
    ...(beside && isTop ? [add('addPhaseAfter', { what: 'phase', ...beside }, 'N')] : []),
    ...(beside && !isTop ? [add('addAfter', { what: 'state', ...beside }, 'N')] : []),
    ...(isLive && state !== '' ? [add('addInside', { what: 'state', ...inside }, 'Shift+N')] : []),
    ...(isLive && state !== '' ? [add('addRegion', { what: 'region', ...inside })] : []),
    ...(isLive && state !== '' ? [add('addEndInside', { what: 'end', ...inside })] : []),
    ...(beside ? [add('addEnd', { what: 'end', ...beside })] : []),
    ...(isLive && state !== '' && item.children.length > 0 ? [add('addHistory', { what: 'history', ...inside })] : []),
    ...(isLive
      ? [
          add('addTransition', { what: 'transition', state }, 'T'),
          add('addFollowUp', { what: 'followUp', state }),
          add('addTask', { what: 'taskHere', state }),
        ]
      : []),
    // an end has what goes on after it, such as a check six months later
    ...(item.type === 'history' ? [] : [add('addModule', { what: 'module', state })]),
  ]
}

/** What is listed once and named from elsewhere: what takes it off its list takes it away from there too. */
const referredTo: ReadonlySet<RowKind> = new Set(['fact', 'criterion', 'task', 'caseRole', 'parameter'])

/** What else can be done with a row. */
export function actionsAt(row: Row, model: PathwayModel): Action[] {
  const { place, kind } = row
  if (!place) return [{ do: 'paste', text: 'paste', keys: 'Ctrl+V' }]
  if (kind === 'pathway') {
    return [
      { do: 'open', text: 'open', keys: 'Enter' },
      { do: 'rename', text: 'rename', keys: 'F2' },
      { do: 'paste', text: 'paste', keys: 'Ctrl+V' },
    ]
  }
  const item = place.kind === 'state' ? model.states.get(place.state) : undefined
  const parent = item && model.states.get(item.parent ?? '')
  const isHolder = item !== undefined && item.children.length > 0
  const isLive = item?.type !== 'final' && item?.type !== 'history'
  const isShared = referredTo.has(kind)
  const moves = (
    place.kind === 'transition'
      ? ([
          ['up', 'earlier', 'Alt+↑'],
          ['down', 'later', 'Alt+↓'],
        ] as const)
      : ([
          ['up', 'up', 'Alt+↑'],
          ['down', 'down', 'Alt+↓'],
          ['into', 'into', 'Alt+→'],
          ['out', 'out', 'Alt+←'],
        ] as const)
  ).flatMap(([direction, text, keys]): Action[] =>
    moveInOutline(model, place, direction) ? [{ do: 'move', direction, text, keys }] : [],
  )
  return [
    { do: 'open', text: 'open', keys: 'Enter' },
    { do: 'rename', text: 'rename', keys: 'F2' },
    ...(place.kind === 'transition'
      ? ([{ do: 'add', text: 'retarget', adding: { what: 'retarget', state: place.state } }] satisfies Action[])
      : []),
    ...moves,
    ...(item && isLive && parent?.type === 'compound' && parent.definition.initial !== item.key
      ? ([{ do: 'first', text: 'makeFirst' }] satisfies Action[])
      : []),
    ...(isHolder && item.type === 'compound' ? ([{ do: 'parallel', text: 'makeParallel' }] satisfies Action[]) : []),
    ...(isHolder && item.type === 'parallel'
      ? ([{ do: 'sequential', text: 'makeSequential' }] satisfies Action[])
      : []),
    ...(isHolder ? ([{ do: 'extract', text: 'extract' }] satisfies Action[]) : []),
    { do: 'copy', text: 'copy', keys: 'Ctrl+C' },
    { do: 'cut', text: isShared ? 'cutEverywhere' : 'cut', keys: 'Ctrl+X' },
    { do: 'paste', text: 'paste', keys: 'Ctrl+V' },
    ...(item && isLive ? ([{ do: 'pasteInside', text: 'pasteInside' }] satisfies Action[]) : []),
    { do: 'duplicate', text: 'duplicate', keys: 'Ctrl+D' },
    {
      do: 'remove',
      text: kind === 'taskHere' ? 'removeHere' : isShared ? 'removeEverywhere' : 'remove',
      keys: 'Delete',
    },
  ]
}
