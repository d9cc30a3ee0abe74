import { type ComponentType, memo, type ReactNode, useInsertionEffect, useRef, useState } from 'react'
import { isSameShown } from './isSameShown.ts'

/**
 * A control that is drawn anew only when it shows something else. What it is given may be made anew at each step:
 * lists, texts and elements are compared by what is in them, and what it calls when something is done (`onChange`,
 * `onBlur`) may be another function each time, of which it always calls the latest.
 */
export function steady<P extends object>(Shown: ComponentType<P>): (props: P) => ReactNode {
  const Kept = memo(Shown, isSameShown) as ComponentType<P>
  return function Steady(props: P) {
    return <Kept {...props} {...useSteadyHandlers(props)} />
  }
}

type Handler = (...given: unknown[]) => unknown

/** The handlers among the props of a control, always the same functions. */
function useSteadyHandlers(props: object): Record<string, Handler> {
  const latest = useRef(props)
  // before anything of what is drawn now can call them
  useInsertionEffect(() => {
    latest.current = props
  })
  const [made] = useState(() => new Map<string, Handler>())
  const handlers: Record<string, Handler> = {}
  for (const [name, value] of Object.entries(props)) {
    if (typeof value !== 'function' || !/^on[A-Z]/.test(name)) continue
    const handler = made.get(name) ?? ((...given) => Reflect.get(latest.current, name)?.(...given))
    made.set(name, handler)
    handlers[name] = handler
  }
  return handlers
}
