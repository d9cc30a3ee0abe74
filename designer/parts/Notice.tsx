import { Button } from '@mantine/core'
import { Link } from 'wouter'
import classes from './Notice.module.css'

/** A page, or a pane, that has nothing to show: what is so, why, and what to do. */
export function Notice({
  title,
  text,
  link,
  button,
  isPane = false,
}: {
  title: string
  text: string
  link?: { to: string; text: string }
  button?: { text: string; press: () => void }
  /** it stands in a pane: the page has a heading of its own */
  isPane?: boolean
}) {
  const Heading = isPane ? 'h2' : 'h1'
  return (
    <section className={classes.notice} role="status">
      <Heading className={classes.title}>{title}</Heading>
      <p>{text}</p>
      <div className={classes.actions}>
        {button && <Button onClick={button.press}>{button.text}</Button>}
        {link && <Link href={link.to}>{link.text}</Link>}
      </div>
    </section>
  )
}
