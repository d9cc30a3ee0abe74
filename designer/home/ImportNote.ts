import type { components } from '../../api/client/schema.d.ts'

/** What an import could not carry over, or changed. */
export type ImportNote = components['schemas']['ImportNote']
