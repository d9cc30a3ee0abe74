import { createTransport, type NodemailerError } from 'nodemailer'
import { type Mailer, PermanentFailure } from './mailer.ts'
import { domainOf } from './mailOptions.ts'

/** As `mailOptionsSchema` takes them. */
export interface SmtpMailerOptions {
  /** `smtp://` or `smtps://`; settings of nodemailer's may stand in its query */
  url: string
  /** the sender */
  from: string
}

/**
 * Where the address says nothing else. A server that does not answer is given up within 25 seconds, before the delivery
 * is. A connection that the server has closed is made anew once, with nothing sent: every other attempt is ours to make
 * and to tell of.
 */
const defaults = {
  dnsTimeout: 5_000,
  connectionTimeout: 5_000,
  greetingTimeout: 5_000,
  socketTimeout: 10_000,
  idleTimeout: 30_000,
  maxRequeues: 1,
  maxConnections: 5,
} as const

/** Sends e-mail by SMTP, over a few connections that are kept while there is something to send. */
export function createSmtpMailer({ url, from }: SmtpMailerOptions): Mailer {
  const domain = domainOf(from)
  const transport = createTransport({
    url: withDefaults(url),
    pool: true,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async send({ id, to, subject, text, language, at, attempt }, signal) {
      try {
        await transport.sendMail({
          from,
          to,
          subject,
          text,
          messageId: `<${id}@${domain}>`,
          date: new Date(at),
          // nobody is away on holiday for it (RFC 3834)
          headers: {
            'Auto-Submitted': 'auto-generated',
            'Content-Language': language,
            'X-Polku-Attempt': String(attempt),
          },
          signal,
        })
      } catch (error) {
        throw isRefusedForGood(error as NodemailerError) ? new PermanentFailure((error as Error).message) : error
      }
    },
    close: () => transport.close(),
  }
}

/**
 * Whether the server refuses this receiver or this e-mail (RFC 5321, 4.2.1: 5yz). What it has against the sender or the
 * password an administrator will put right.
 */
function isRefusedForGood({ permanent, code, command }: NodemailerError): boolean {
  return permanent === true && (code === 'EMESSAGE' || (code === 'EENVELOPE' && command === 'RCPT TO'))
}

function withDefaults(given: string): string {
  const url = new URL(given)
  for (const [name, value] of Object.entries(defaults)) {
    if (!url.searchParams.has(name)) url.searchParams.set(name, String(value))
  }
  return url.href
}
