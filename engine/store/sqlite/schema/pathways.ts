/** What has been published, what is being drawn, and the walks that prove it. */
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** What the designer has drawn nothing of yet. */
const noLayout = '{"positions":{},"collapsed":[]}'

export const pathwayVersions = sqliteTable(
  'pathway_versions',
  {
    pathway: text().notNull(),
    version: integer().notNull(),
    document: text().notNull(),
    parameters: text().notNull(),
    publishedAt: integer('published_at').notNull(),
    publishedBy: text('published_by').notNull(),
    note: text(),
    /** who decided that it be published */
    approver: text(),
    /** the local date from which journeys begin on it; empty: from its publishing on */
    startsOn: text('starts_on').notNull().default(''),
    /** where the designer draws what, as JSON */
    layout: text().notNull().default(noLayout),
  },
  (row) => [primaryKey({ columns: [row.pathway, row.version] })],
)

export const drafts = sqliteTable(
  'drafts',
  {
    id: text().primaryKey().notNull(),
    pathway: text().notNull(),
    document: text().notNull(),
    revision: integer().notNull(),
    savedAt: integer('saved_at').notNull(),
    savedBy: text('saved_by').notNull(),
    layout: text().notNull().default(noLayout),
    /** the published version that it began from */
    basedOn: integer('based_on'),
  },
  (row) => [index('drafts_of_pathway').on(row.pathway, row.id)],
)

/** Walks of example clients that were kept, with how each must come out. */
export const scenarios = sqliteTable(
  'scenarios',
  {
    pathway: text().notNull(),
    id: text().notNull(),
    name: text().notNull(),
    /** the walk and what is expected of it, as JSON */
    content: text().notNull(),
    revision: integer().notNull(),
    savedAt: integer('saved_at').notNull(),
    savedBy: text('saved_by').notNull(),
  },
  (row) => [primaryKey({ columns: [row.pathway, row.id] })],
)
