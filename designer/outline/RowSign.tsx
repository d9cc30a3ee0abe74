import {
  IconAdjustmentsHorizontal,
  IconArrowBackUp,
  IconArrowRight,
  IconCheckbox,
  IconCircle,
  IconClock,
  IconColumns,
  IconDoorExit,
  IconFilter,
  IconFlag,
  IconInfoCircle,
  IconListDetails,
  IconPlayerPause,
  IconPuzzle,
  IconRoute,
  IconSquare,
  IconUser,
} from '@tabler/icons-react'
import type { RowKind } from './outlineRows.ts'

const signs = {
  pathway: IconRoute,
  phase: IconSquare,
  state: IconCircle,
  parallel: IconColumns,
  end: IconFlag,
  history: IconArrowBackUp,
  transition: IconArrowRight,
  followUp: IconClock,
  module: IconPuzzle,
  taskHere: IconCheckbox,
  group: IconListDetails,
  task: IconCheckbox,
  criterion: IconFilter,
  fact: IconInfoCircle,
  caseRole: IconUser,
  parameter: IconAdjustmentsHorizontal,
  exit: IconDoorExit,
  suspension: IconPlayerPause,
} as const

/** What a row is, for the eye; its words say the same. */
export function RowSign({ kind }: { kind: RowKind }) {
  const Sign = signs[kind]
  return <Sign size={16} stroke={1.6} aria-hidden />
}
