import { type Layout, layoutSchema } from './designSchemas.ts'

/** What is drawn of a document that nobody has drawn yet. */
export const emptyLayout: Layout = { positions: {}, collapsed: [] }

/** Where the designer draws what, of a row that keeps it as JSON. */
export const layoutOf = ({ layout }: { layout: string }): Layout => layoutSchema.parse(JSON.parse(layout))
