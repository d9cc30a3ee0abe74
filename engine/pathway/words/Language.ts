/** A language that sentences are made in; texts of documents that lack it fall back to Finnish. */
export type Language = 'fi' | 'sv' | 'en'
