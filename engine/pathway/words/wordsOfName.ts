import { upper } from './upper.ts'

/**
 * A name of a document as words, for what has no label: 'aloitaKoulutus' is 'Aloita koulutus'.
 */
export function wordsOfName(name: string): string {
  const words = name
    .replaceAll(/([a-zåäö\d])([A-ZÅÄÖ])/g, (_, before: string, after: string) => `${before} ${after.toLowerCase()}`)
    .split(/[\s_.-]+/)
    .filter((word) => word !== '')
  return upper(words.join(' '))
}
