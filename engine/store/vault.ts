import { createCipheriv, createDecipheriv, createHmac, hash, hkdfSync } from 'node:crypto'

/**
 * Seals what people have said and what is said of them. Every client has a key of their own, kept wrapped under the
 * master key: erasing a person is deleting their key.
 */
export interface Vault {
  /** Makes a client's key, and the form in which it is stored. */
  newClientKey(client: string): { key: Uint8Array; wrapped: Uint8Array }
  /** The form in which a client's key is stored. */
  wrap(key: Uint8Array, client: string): Uint8Array
  /** The key of `client`. @throws VaultError when it is another client's, or was wrapped by another master key */
  unwrap(wrapped: Uint8Array, client: string): Uint8Array
  /** Seals a JSON value; it opens only under the same key and `boundTo`, which says where it belongs (a row's id). */
  seal(key: Uint8Array, value: unknown, boundTo: string): Uint8Array
  /** @throws VaultError when the key or the place is another, or the bytes have been changed */
  open(key: Uint8Array, sealed: Uint8Array, boundTo: string): unknown
  /** A keyed hash, to look a personal identity code up by; `code` in the one form the caller has chosen. */
  hashIdentity(code: string): string
  /**
   * A mark of the blind index that clients are searched by: 48 bits of a keyed hash of a part of a name. So few that it
   * fits a number; whoever has another part with the same mark is left out when names are compared.
   */
  markOf(part: string): number
  /**
   * A keyed hash of what was asked, by which a repeated request is known. It stands unencrypted, and what people write
   * could be guessed from a hash without a key.
   */
  hashRequest(text: string): string
  /** A secret for one purpose, the same for everybody with this master key. @returns 32 bytes, base64url */
  secretFor(purpose: string): string
  /** A name of the master key itself, which tells nothing of it: by it a database says under which key it is. */
  keyName(): string
  /** while the master key is being changed: what was made under the one before stands in rows not yet changed */
  readonly previous?: Vault
  /** A name that everybody with this master key calls its database by, and that tells nobody else anything. */
  databaseName(): string
}

/** Something sealed does not open. It never says what was inside. */
export class VaultError extends Error {
  override readonly name = 'VaultError'
}

export interface VaultOptions {
  /** 32 bytes */
  masterKey: Uint8Array
  /** that many unpredictable bytes */
  random(length: number): Uint8Array
}

const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16
const MARK_BYTES = 6
const HEADER_BYTES = 1 + NONCE_BYTES + TAG_BYTES

/** Format 1: this byte, the nonce, the tag, then AES-256-GCM of the content; the byte and the place are authenticated. */
const FORMAT = 1

/** Makes the vault of a master key, which itself encrypts nothing: a key for each purpose is derived from it. */
export function createVault({ masterKey, random }: VaultOptions): Vault {
  if (masterKey.length !== KEY_BYTES)
    throw new VaultError(`A master key has ${KEY_BYTES} bytes, not ${masterKey.length}`)
  const wrappingKey = deriveKey(masterKey, 'polku client keys')
  const identityKey = deriveKey(masterKey, 'polku identity hashes')
  const markKey = deriveKey(masterKey, 'polku search marks')
  const requestKey = Buffer.from(deriveKey(masterKey, 'polku request hashes')).toString('base64')
  const wrap = (key: Uint8Array, client: string) => encrypt(wrappingKey, random(NONCE_BYTES), key, `client:${client}`)
  return {
    newClientKey(client) {
      const key = random(KEY_BYTES)
      return { key, wrapped: wrap(key, client) }
    },
    wrap,
    unwrap(wrapped, client) {
      return decrypt(wrappingKey, wrapped, `client:${client}`, `The key of client ${client}`)
    },
    seal(key, value, boundTo) {
      const text: string | undefined = JSON.stringify(value)
      if (text === undefined) throw new VaultError(`What is to be sealed for ${boundTo} is not a JSON value`)
      return encrypt(key, random(NONCE_BYTES), Buffer.from(text), boundTo)
    },
    open(key, sealed, boundTo) {
      return JSON.parse(decrypt(key, sealed, boundTo, `What is sealed for ${boundTo}`).toString('utf8'))
    },
    hashIdentity(code) {
      return createHmac('sha256', identityKey).update(code, 'utf8').digest('base64url')
    },
    secretFor(purpose) {
      return Buffer.from(deriveKey(masterKey, `polku secret: ${purpose}`)).toString('base64url')
    },
    markOf(part) {
      return createHmac('sha256', markKey).update(part, 'utf8').digest().readUIntBE(0, MARK_BYTES)
    },
    keyName() {
      return Buffer.from(deriveKey(masterKey, 'polku key name').subarray(0, 12)).toString('base64url')
    },
    databaseName() {
      return Buffer.from(deriveKey(masterKey, 'polku database name').subarray(0, 6)).toString('hex')
    },
    hashRequest(text) {
      // SHA-512/256 gives away no inner state to go on from, so a key in front does what HMAC does, at a third of the cost
      return hash('sha512-256', requestKey + text, 'base64url')
    },
  }
}

function deriveKey(masterKey: Uint8Array, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', masterKey, new Uint8Array(0), purpose, KEY_BYTES))
}

function encrypt(key: Uint8Array, nonce: Uint8Array, content: Uint8Array, boundTo: string): Uint8Array {
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
  cipher.setAAD(authenticated(boundTo))
  const encrypted = cipher.update(content)
  cipher.final()
  return Buffer.concat([Buffer.of(FORMAT), nonce, cipher.getAuthTag(), encrypted])
}

function decrypt(key: Uint8Array, sealed: Uint8Array, boundTo: string, what: string): Buffer {
  if (sealed.length < HEADER_BYTES) throw new VaultError(`${what} is cut short`)
  if (sealed[0] !== FORMAT)
    throw new VaultError(`${what} is in format ${sealed[0]}; this version reads format ${FORMAT}`)
  const nonce = sealed.subarray(1, 1 + NONCE_BYTES)
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
  decipher.setAAD(authenticated(boundTo))
  decipher.setAuthTag(sealed.subarray(1 + NONCE_BYTES, HEADER_BYTES))
  const content = decipher.update(sealed.subarray(HEADER_BYTES))
  try {
    decipher.final()
  } catch (error) {
    throw new VaultError(`${what} does not open: the key is another one, it belongs elsewhere, or it was changed`, {
      cause: error,
    })
  }
  return content
}

function authenticated(boundTo: string): Uint8Array {
  return Buffer.concat([Buffer.of(FORMAT), Buffer.from(boundTo, 'utf8')])
}
