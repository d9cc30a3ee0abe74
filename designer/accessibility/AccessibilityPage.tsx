import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { language, languages } from '../app/language.ts'
import { changeLanguage } from '../app/startTexts.ts'
import { usePage } from '../app/usePage.ts'
import classes from './AccessibilityPage.module.css'
import { statement } from './statement.ts'

/** The accessibility statement. Nobody needs to be signed in to read it. */
export default function AccessibilityPage() {
  const { t } = useTranslation()
  const { title, sections } = statement[language()]
  usePage(title)
  return (
    <>
      <header className={classes.header}>
        <Link href="/" className={classes.name}>
          Polku
        </Link>
        <nav aria-label={t('language')} className={classes.languages}>
          {languages.map((one) => (
            <Button
              key={one}
              lang={one}
              variant={one === language() ? 'light' : 'subtle'}
              color={one === language() ? undefined : 'gray'}
              size="compact-md"
              aria-current={one === language() || undefined}
              onClick={() => void changeLanguage(one)}
            >
              {t(one)}
            </Button>
          ))}
        </nav>
      </header>
      <main id="content" tabIndex={-1} className={classes.content}>
        <h1>{title}</h1>
        {sections.map(({ heading, paragraphs, items, links }) => (
          <section key={heading}>
            <h2>{heading}</h2>
            {paragraphs.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
            {items && (
              <ul>
                {items.map((item) => (
                  <li key={item}>{item}</li>
                ))}
              </ul>
            )}
            {links && (
              <ul className={classes.links}>
                {links.map(({ text, href }) => (
                  <li key={href}>
                    <a href={href}>{text}</a>
                  </li>
                ))}
              </ul>
            )}
          </section>
        ))}
      </main>
    </>
  )
}
