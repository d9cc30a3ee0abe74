/** A mail as its receiver reads it. */
export interface ReadMail {
  /** by name in lower case, decoded; of those that stand in it twice, the last */
  headers: Map<string, string>
  /** what is plain text in it, with `\n` at the ends of lines */
  text: string
}

/**
 * Reads a mail (RFC 5322): headers with encoded words (RFC 2047), text in one part or in a multipart (RFC 2046).
 * @param bytes of the mail, which may be UTF-8 where it says so
 * @throws Error when no part of it is plain text
 */
export function readMail(bytes: Buffer): ReadMail {
  const raw = bytes.toString('latin1')
  const { headers, text } = read(raw)
  if (text === undefined) throw new Error(`nothing in this mail is plain text:\n${raw}`)
  return { headers, text }
}

function read(raw: string): { headers: Map<string, string>; text: string | undefined } {
  const end = raw.indexOf('\r\n\r\n')
  const headers = headersOf(raw.slice(0, end))
  const body = raw.slice(end + 4)
  const [, type = 'text/plain'] = /^([^;]+)/.exec(headers.get('content-type') ?? '') ?? []
  const [, boundary] = /boundary="?([^";]+)/i.exec(headers.get('content-type') ?? '') ?? []
  if (boundary !== undefined) {
    const parts = body.split(`--${boundary}`).slice(1, -1)
    const texts = parts.map((part) => read(part.replace(/^\r\n/, '')).text)
    return { headers, text: texts.find((text) => text !== undefined) }
  }
  const text = type.toLowerCase() === 'text/plain' ? decoded(body, headers.get('content-transfer-encoding')) : undefined
  return { headers, text }
}

function headersOf(head: string): Map<string, string> {
  const lines = fromUtf8(head)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
  return new Map(
    lines.map((line) => {
      const colon = line.indexOf(':')
      return [line.slice(0, colon).toLowerCase(), withoutEncodedWords(line.slice(colon + 1).trim())]
    }),
  )
}

/** `=?UTF-8?Q?Teht=C3=A4v=C3=A4?=` is Tehtävä; between two of them a space is only there to fold the line. */
function withoutEncodedWords(value: string): string {
  return value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?([\w-]+)\?([BQ])\?([^?]*)\?=/gi, (_, charset: string, encoding: string, text: string) => {
      const bytes = /b/i.test(encoding) ? Buffer.from(text, 'base64') : fromQuotedPrintable(text.replaceAll('_', ' '))
      return new TextDecoder(charset).decode(bytes)
    })
}

function decoded(body: string, encoding = '7bit'): string {
  const text = {
    base64: () => Buffer.from(body, 'base64').toString('utf8'),
    'quoted-printable': () => fromQuotedPrintable(body).toString('utf8'),
  }[encoding.toLowerCase()]
  return (text?.() ?? fromUtf8(body)).replaceAll('\r\n', '\n')
}

/** The text that stands in bytes of which a string was made one by one. */
const fromUtf8 = (bytes: string): string => Buffer.from(bytes, 'latin1').toString('utf8')

function fromQuotedPrintable(text: string): Buffer {
  const joined = text.replace(/=\r\n/g, '')
  const bytes = joined.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1')
}
