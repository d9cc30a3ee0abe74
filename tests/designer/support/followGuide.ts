import { readdirSync, readFileSync, statSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'

const docs = fileURLToPath(new URL('../../../docs/', import.meta.url))
const largestBytes = 80_000

/** A guide that somebody follows, section by section, in its own words. */
export interface Guide {
  /** Turns to the next section of this heading, when everything that the one before names has been met. */
  turnTo(heading: string): void
  /** A word of the screen that the open section names in bold. */
  named(word: string): string
  /** What the open section tells to write. */
  written(words: string): string
  /** A picture that the open section shows: taken anew with POLKU_RECORD=1, else it must be there. */
  picture(page: Page, name: string): Promise<void>
  /** Ends the last section: nothing is left that the guide names, shows, or keeps. */
  close(): void
}

/** Opens a guide. @param name its file in `docs/` */
export function followGuide(name: string): Guide {
  const [, ...sections] = readFileSync(`${docs}${name}`, 'utf8').split(/^## /m)
  const shown = new Set<string>()
  let at = -1
  let open = { heading: '', text: '', met: new Set<string>() }

  const end = (): void => {
    const bold = [...open.text.matchAll(/\*\*([^*]+)\*\*/g)].map(([, word = '']) => word.replaceAll(/\s+/g, ' '))
    const pictures = picturesOf(open.text)
    const left = [...bold.filter((word) => !open.met.has(word)), ...pictures.filter((one) => !shown.has(one))]
    if (left.length > 0) throw new Error(`"${open.heading}" names what was not met: ${left.join(', ')}`)
  }
  const meet = (what: string, how: string): void => {
    if (!open.text.replaceAll(/\s+/g, ' ').includes(how)) throw new Error(`"${open.heading}" does not say ${how}`)
    open.met.add(what)
  }
  return {
    turnTo(heading) {
      end()
      at += 1
      const [first = '', ...lines] = (sections[at] ?? '').split('\n')
      if (first !== heading) throw new Error(`after "${open.heading}" comes "${first}", not "${heading}"`)
      open = { heading, text: lines.join('\n'), met: new Set() }
    },
    named(word) {
      meet(word, `**${word}**`)
      return word
    },
    written(words) {
      meet(words, `“${words}”`)
      return words
    },
    async picture(page, picture) {
      if (!picturesOf(open.text).includes(picture)) throw new Error(`"${open.heading}" does not show ${picture}`)
      shown.add(picture)
      const file = `${docs}pictures/${picture}.webp`
      if (process.env.POLKU_RECORD === '1') await writeFile(file, await photograph(page))
      const { size } = statSync(file)
      if (size > largestBytes) throw new Error(`${picture} is ${size} bytes, more than ${largestBytes}`)
    },
    close() {
      end()
      if (at !== sections.length - 1) throw new Error(`the guide goes on after "${open.heading}"`)
      const unused = readdirSync(`${docs}pictures`).filter((file) => !shown.has(file.replace(/\.webp$/, '')))
      if (unused.length > 0) throw new Error(`docs/pictures keeps what the guide does not show: ${unused.join(', ')}`)
    },
  }
}

const picturesOf = (text: string): string[] =>
  [...text.matchAll(/\(pictures\/([\w-]+)\.webp\)/g)].map(([, one = '']) => one)

/** What a window shows, as WebP. */
async function photograph(page: Page): Promise<Buffer> {
  await page.evaluate('document.fonts.ready')
  const session = await page.context().newCDPSession(page)
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 80 })
  await session.detach()
  return Buffer.from(data, 'base64')
}
