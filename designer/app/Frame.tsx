import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { AccountMenu } from './AccountMenu.tsx'
import classes from './Frame.module.css'

/** What stands around every page that is not a drawing: the name, the way home, the account. */
export function Frame({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <>
      <a className={classes.skip} href="#content">
        {t('skip')}
      </a>
      <header className={classes.header}>
        <Link href="/" className={classes.name}>
          Polku
        </Link>
        <AccountMenu />
      </header>
      <main id="content" className={classes.content} tabIndex={-1}>
        {children}
      </main>
    </>
  )
}
