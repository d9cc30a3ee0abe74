import { z } from 'zod'
import type { Mail } from './carryEmail.ts'
import { parse } from './parse.ts'

/** A mail server that takes e-mail for the people who work with Polku. */
export interface MailOptions {
  /** `smtp://` or `smtps://`, with user and password where there are; settings of nodemailer's may stand in its query */
  url: string
  /** the sender: `Polku <polku@example.org>` */
  from: string
  /** where people open Polku: an e-mail then has a link to the task or journey */
  baseUrl?: string
}

/**
 * Makes ready to send e-mail; the mail server is first asked when there is something to send. Nothing of it is loaded
 * where nobody is told by mail.
 * @throws PolkuProblem `invalid-request` when an option is not what it should be
 */
export async function openMail(options: MailOptions | undefined): Promise<Mail | undefined> {
  if (!options) return undefined
  const { mailOptionsSchema } = await import('../mail/mailOptions.ts')
  const { mail } = parse(z.strictObject({ mail: mailOptionsSchema }), { mail: options })
  const { createSmtpMailer } = await import('../mail/smtpMailer.ts')
  return { mailer: createSmtpMailer(mail), baseUrl: mail.baseUrl }
}
