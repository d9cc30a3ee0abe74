import { emailTexts, notificationTexts } from './notificationTexts.ts'
import type { Language, NotificationTemplate } from './schemas.ts'

/** What an e-mail is about. */
export interface Noticed {
  template: NotificationTemplate
  language: Language
  journey: string
  /** the task's id, where it is about one */
  task?: string
}

/**
 * A notification as an e-mail: what awaits, and which journey or task it is, by id. A mailbox is no place for what is
 * known of a client, so nothing of that is in it.
 * @param baseUrl where people open Polku; with it there is a link
 */
export function writeEmail(noticed: Noticed, baseUrl?: string): { subject: string; text: string } {
  const { template, language, journey, task } = noticed
  const what = notificationTexts[template][language]
  const [label, id, path] =
    task === undefined ? [emailTexts.journey, journey, 'journeys'] : [emailTexts.task, task, 'tasks']
  const about = [`${label[language]}: ${id}`]
  if (baseUrl !== undefined) about.push(`${baseUrl.replace(/\/+$/, '')}/${path}/${id}`)
  return {
    subject: `Polku: ${what}`,
    text: [`${what}.`, about.join('\n'), emailTexts.footer[language], ''].join('\n\n'),
  }
}
