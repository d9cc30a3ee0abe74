import { Button } from '@mantine/core'
import { Link } from 'wouter'
import classes from './Notice.module.css'

/** A page, or a pane, that has nothing to show: what is so, why, and what to do. */
export function Notice({
  title,
  text,
  link,
  button,
}: {
  title: string
  text: string
  link?: { to: string; text: string }
  button?: { text: string; press: () => void }
}) {
  return (
    <section className={classes.notice} role="status">
      <h1 className={classes.title}>{title}</h1>
      <p>{text}</p>
      {link && <Link href={link.to}>{link.text}</Link>}
      {button && <Button onClick={button.press}>{button.text}</Button>}
    </section>
  )
}
