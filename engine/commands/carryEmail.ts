import { type Mailer, PermanentFailure } from '../mail/mailer.ts'
import type { OutboxRow } from '../store/outboxRows.ts'
import type { Context } from './context.ts'
import { settingsOf } from './notificationSettings.ts'
import type { Language, NotificationTemplate } from './schemas.ts'
import { writeEmail } from './writeEmail.ts'

export interface Mail {
  mailer: Mailer
  /** where people open Polku, for links */
  baseUrl?: string
}

/**
 * Sends the notification that a message of the outbox carries, to where its recipient wishes e-mail to go by now. Its id
 * goes with it, so that an attempt which comes after one that did arrive is known as the same e-mail.
 * @throws PermanentFailure when there is no such address any more, or the mail server refuses for good
 */
export async function carryEmail(
  { store }: Context,
  mail: Mail | undefined,
  message: OutboxRow,
  attempt: number,
  signal: AbortSignal,
): Promise<void> {
  if (!mail) throw new Error('this worker has no mail server: open Polku with `mail`')
  const { notification: id } = JSON.parse(message.payload) as { notification: string }
  const { row, email } = await store.read(async (tx) => {
    const row = await tx.notification(id)
    if (!row) throw new Error(`there is no notification ${id}`)
    return { row, email: (await settingsOf(tx, row.recipient)).email }
  })
  if (email === null) throw new PermanentFailure(`${row.recipient} has no e-mail address any more`)
  const { journey, createdAt: at } = row
  const { task } = JSON.parse(row.payload) as { task?: string }
  const [template, language] = [row.template as NotificationTemplate, row.language as Language]
  const words = writeEmail({ template, language, journey, task }, mail.baseUrl)
  await mail.mailer.send({ id, to: email, ...words, language, at, attempt }, signal)
}
