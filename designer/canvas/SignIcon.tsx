import type { Sign } from './drawing/Drawing.ts'
import { signPaths } from './signPaths.ts'

/** A sign of the drawing; the text beside it says the same. */
export function SignIcon({ sign }: { sign: Sign }) {
  return (
    <svg
      width="16"
      height="16"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden
    >
      {signPaths[sign].map((path) => (
        <path key={path} d={path} />
      ))}
    </svg>
  )
}
