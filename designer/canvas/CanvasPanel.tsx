import type { ReactNode } from 'react'
import { leavesForm } from '../parts/leavesForm.ts'
import classes from './Composer.module.css'

/** What stands over the drawing while something is asked. Escape leaves it, wherever in it one is; its keys are its own. */
export function CanvasPanel({ label, onDone, children }: { label: string; onDone: () => void; children: ReactNode }) {
  return (
    <fieldset
      className={`nodrag nopan nowheel ${classes.panel}`}
      data-own-undo
      onKeyDown={(event) => {
        event.stopPropagation()
        if (leavesForm(event)) onDone()
      }}
    >
      <legend className="visually-hidden">{label}</legend>
      {children}
    </fieldset>
  )
}
