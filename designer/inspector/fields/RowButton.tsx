import { ActionIcon } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react'
import { steady } from '../../parts/steady.tsx'

const icons = { up: IconArrowUp, down: IconArrowDown, remove: IconX } as const

/** At the end of a row: moves it among the others, or takes it away. */
export const RowButton = steady(function RowButton({
  does,
  label,
  size = 36,
  isIdle = false,
  onPress,
}: {
  does: keyof typeof icons
  label: string
  /** as high as what it stands beside, in pixels */
  size?: 24 | 28 | 36
  /** there is nowhere to move to: it can be reached, and does nothing */
  isIdle?: boolean
  onPress: () => void
}) {
  const Icon = icons[does]
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={size}
      data-action={does}
      aria-label={label}
      aria-disabled={isIdle}
      onClick={() => {
        if (!isIdle) onPress()
      }}
    >
      <Icon size={16} aria-hidden />
    </ActionIcon>
  )
})
