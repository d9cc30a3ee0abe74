import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { steady } from '../../parts/steady.tsx'

/** Begins something new. Where its name is asked for first, the focus comes back to this after that. */
export const NewButton = steady(function NewButton({
  onPress,
  children,
}: {
  onPress: () => void
  children: ReactNode
}) {
  return (
    <Button
      variant="subtle"
      size="compact-md"
      data-action="new"
      leftSection={<IconPlus size={16} aria-hidden />}
      onClick={onPress}
    >
      {children}
    </Button>
  )
})
