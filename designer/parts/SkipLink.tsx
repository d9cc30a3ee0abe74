import { useTranslation } from 'react-i18next'
import classes from './SkipLink.module.css'

/** The first thing on a page that the keyboard comes to: past what is on every page, to what this one is about. */
export function SkipLink() {
  const { t } = useTranslation()
  return (
    <a className={classes.skip} href="#content">
      {t('skip')}
    </a>
  )
}
