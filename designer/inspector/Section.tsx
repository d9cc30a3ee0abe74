import { IconChevronRight } from '@tabler/icons-react'
import { type ReactNode, useId } from 'react'
import classes from './Inspector.module.css'

/** A titled part of a form. */
export function Section({ title, help, children }: { title: string; help?: string; children: ReactNode }) {
  const id = useId()
  return (
    <section className={classes.section} aria-labelledby={id}>
      <h3 className={classes.sectionTitle} id={id}>
        {title}
      </h3>
      {help && <p className={classes.sectionHelp}>{help}</p>}
      {children}
    </section>
  )
}

/** A part of a form that is folded away until it is wanted. */
export function Folded({ title, help, children }: { title: string; help?: string; children: ReactNode }) {
  return (
    <details className={classes.folded}>
      <summary className={classes.summary}>
        <IconChevronRight size={16} aria-hidden className={classes.chevron} />
        {title}
      </summary>
      <div className={classes.foldedBody}>
        {help && <p className={classes.sectionHelp}>{help}</p>}
        {children}
      </div>
    </details>
  )
}

/** What a rule says, in the reader's language. */
export function Sentence({ children }: { children: ReactNode }) {
  return <p className={classes.sentence}>{children}</p>
}
