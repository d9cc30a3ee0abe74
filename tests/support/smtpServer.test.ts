import { once } from 'node:events'
import { connect } from 'node:net'
import { createInterface } from 'node:readline'
import { createTransport, type Transporter } from 'nodemailer'
import { expect, it, onTestFinished } from 'vitest'
import { startSmtp } from './smtpServer.ts'

const mail = {
  from: 'Polku <polku@example.org>',
  to: ['Aino Asiakas <aino@example.org>', 'mari@example.org'],
  subject: 'Asiakassalkun arviointi erääntyy – työllistymisen tehtävä odottaa, määräpäivä on jo huomenna',
  headers: { 'X-Polku-Message': '018f' },
  text: 'Hei!\n\nTehtävä odottaa sinua.\n.\nPiste yksin rivillä ei lopeta viestiä.\n',
}

/** A client of a mail server, closed when the test ends. */
function client(url: string): Transporter {
  const transport = createTransport(url)
  onTestFinished(() => transport.close())
  return transport
}

it('keeps what it accepts: envelope, headers and text', async () => {
  const server = await startSmtp()
  await client(server.url).sendMail(mail)
  expect(server.mails).toHaveLength(1)
  const [received] = server.mails
  expect(received).toMatchObject({ from: 'polku@example.org', to: ['aino@example.org', 'mari@example.org'] })
  expect(received?.headers.get('from')).toBe(mail.from)
  expect(received?.headers.get('subject')).toBe(mail.subject)
  expect(received?.headers.get('x-polku-message')).toBe('018f')
  expect(received?.text).toBe(mail.text)
})

it.each([
  ['long lines', 'pitkä '.repeat(300)],
  ['hardly a letter of ASCII', '🌲'.repeat(100)],
  ['nothing but ASCII', 'Hei!'],
])('reads text of %s', async (_, text) => {
  const server = await startSmtp()
  await client(server.url).sendMail({ ...mail, text })
  expect(server.mails[0]?.text.trim()).toBe(text.trim())
})

it('reads the text of a mail that is HTML too', async () => {
  const server = await startSmtp()
  await client(server.url).sendMail({ ...mail, html: '<p>Hei!</p>' })
  expect(server.mails[0]?.text.trim()).toBe(mail.text.trim())
})

it.each([451, 550])('refuses with %i, and accepts again when it is told to', async (code) => {
  const server = await startSmtp()
  server.refuse(code, 'not today')
  await expect(client(server.url).sendMail(mail)).rejects.toMatchObject({
    responseCode: code,
    response: expect.stringContaining('not today'),
  })
  expect(server.mails).toEqual([])
  server.accept()
  await client(server.url).sendMail(mail)
  expect(server.mails).toHaveLength(1)
})

it('leaves a client waiting when it hangs', async () => {
  const server = await startSmtp()
  server.hang()
  await expect(client(`${server.url}?socketTimeout=300`).sendMail(mail)).rejects.toMatchObject({ code: 'ETIMEDOUT' })
  expect(server.mails).toEqual([])
})

it('is not there when it is closed, and there again when it is opened', async () => {
  const server = await startSmtp()
  server.hang()
  const cutOff = expect(client(server.url).sendMail(mail)).rejects.toThrow()
  await server.close()
  await cutOff
  await expect(client(server.url).sendMail(mail)).rejects.toMatchObject({ code: 'ESOCKET' })
  await server.open()
  server.accept()
  await client(server.url).sendMail(mail)
  expect(server.mails).toHaveLength(1)
})

it('survives a client that goes away in the middle of a mail', async () => {
  const server = await startSmtp()
  const connection = connect(server.port, '127.0.0.1')
  const said = createInterface({ input: connection })[Symbol.asyncIterator]()
  await said.next()
  for (const line of ['HELO client', 'MAIL FROM:<polku@example.org>', 'RCPT TO:<aino@example.org>', 'DATA']) {
    connection.write(`${line}\r\n`)
    await said.next()
  }
  connection.write('Subject: half')
  connection.resetAndDestroy()
  await once(connection, 'close')
  await client(server.url).sendMail(mail)
  expect(server.mails).toHaveLength(1)
})
