import { once } from 'node:events'
import type { Socket } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import { onTestFinished } from 'vitest'
import { freePort } from './freePort.ts'
import { type ReadMail, readMail } from './readMail.ts'

/** A mail that was accepted, with the addresses that it was handed over with. */
export interface ReceivedMail extends ReadMail {
  from: string
  to: string[]
}

/** A mail server on the loopback interface, which treats mails as it is told from then on. */
export interface SmtpServer {
  readonly url: string
  readonly port: number
  /** what it has accepted, in that order */
  readonly mails: readonly ReceivedMail[]
  accept(): void
  /** Refuses every receiver with this code: 400 to 499 for now, 500 to 599 for good (RFC 5321, 4.2.1). */
  refuse(code: number, words?: string): void
  /** Takes mails in and never says whether it has accepted them, which it has not. */
  hang(): void
  /** Cuts all connections; nobody listens there then. */
  close(): Promise<void>
  /** Listens again on the same port. */
  open(): Promise<void>
}

type Manner = { does: 'accept' } | { does: 'hang' } | { does: 'refuse'; code: number; words: string }

/** Starts a mail server of the running test's own, which is gone when the test ends. It asks for no password. */
export async function startSmtp(): Promise<SmtpServer> {
  const port = await freePort()
  const mails: ReceivedMail[] = []
  let manner: Manner = { does: 'accept' }
  let close = async () => {}

  const open = async () => {
    const server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      onRcptTo: (_, _session, answer) => answer(manner.does === 'refuse' ? refusal(manner) : null),
      onData: (stream, session, answer) => {
        receive(stream, session).then((mail) => {
          if (manner.does === 'hang') return
          mails.push(mail)
          answer()
        }, answer)
      },
    })
    close = await listen(server, port)
  }

  await open()
  onTestFinished(() => close())
  return {
    url: `smtp://127.0.0.1:${port}`,
    port,
    mails,
    accept: () => {
      manner = { does: 'accept' }
    },
    refuse: (code, words = 'as the test wishes') => {
      manner = { does: 'refuse', code, words }
    },
    hang: () => {
      manner = { does: 'hang' }
    },
    close: () => close(),
    open,
  }
}

async function receive(stream: SMTPServerDataStream, { envelope }: SMTPServerSession): Promise<ReceivedMail> {
  const { mailFrom, rcptTo } = envelope
  return {
    from: mailFrom === false ? '' : mailFrom.address,
    to: rcptTo.map(({ address }) => address),
    ...readMail(await buffer(stream)),
  }
}

const refusal = ({ code, words }: { code: number; words: string }): Error =>
  Object.assign(new Error(words), { responseCode: code })

/** Gives what closes it again. */
async function listen(server: SMTPServer, port: number): Promise<() => Promise<void>> {
  const sockets = new Set<Socket>()
  server.server.on('connection', (socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  // clients that go away in the middle are what some tests are about
  server.on('error', () => {})
  await once(server.listen(port, '127.0.0.1'), 'listening')
  let isOpen = true
  return async () => {
    if (!isOpen) return
    isOpen = false
    const closed = new Promise<void>((resolve) => server.close(() => resolve()))
    for (const socket of sockets) socket.destroy()
    await closed
  }
}
