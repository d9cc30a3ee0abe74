import parseAddresses from 'nodemailer/lib/addressparser'
import { z } from 'zod'

/** What `openPolku` takes as `mail`. */
export const mailOptionsSchema = z.strictObject({
  url: z.url({
    protocol: /^smtps?$/,
    hostname: /./,
    error: 'smtp:// or smtps:// and a host, such as smtp://mail.example.org:587',
  }),
  from: z
    .string()
    .refine((from) => domainOf(from) !== undefined, 'the address of one sender, such as Polku <polku@example.org>'),
  baseUrl: z
    .url({ protocol: /^https?$/, error: 'where people open Polku, such as https://polku.example.org' })
    .optional(),
})

/** The domain of a sender; undefined when it is not one address. */
export function domainOf(from: string): string | undefined {
  const [only, another] = parseAddresses(from, { flatten: true })
  return another ? undefined : /^[^\s@]+@([^\s@]+)$/.exec(only?.address ?? '')?.[1]
}
