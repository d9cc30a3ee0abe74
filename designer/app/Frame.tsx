import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { SkipLink } from '../parts/SkipLink.tsx'
import { Told } from '../parts/Told.tsx'
import { AccountMenu } from './AccountMenu.tsx'
import classes from './Frame.module.css'

/** What stands around every page that is not a drawing: the name, the way home, the account. */
export function Frame({ children }: { children: ReactNode }) {
  return (
    <>
      <SkipLink />
      <header className={classes.header}>
        <Link href="/" className={classes.name}>
          Polku
        </Link>
        <AccountMenu />
      </header>
      <main id="content" className={classes.content} tabIndex={-1}>
        {children}
      </main>
      <Told />
    </>
  )
}
