import { useStore } from '@xyflow/react'

/** Below this size nothing that stands on sheets and lines can be read. */
const unreadable = 0.22

/** Whether the drawing is looked at from so far that only its form is seen. What cannot be read is not drawn then. */
export const useIsFar = (): boolean => useStore(({ transform }) => transform[2] < unreadable)
