import { CsvError, parse } from 'csv-parse/sync'
import { ApiProblem } from '../problems/ApiProblem.ts'

/** A line of a CSV file, by the names of its columns. Empty cells are left out. */
export interface CsvRow {
  /** where it begins in the file; the line of names is 1 */
  line: number
  cells: Record<string, string>
}

/**
 * Reads CSV (RFC 4180) whose first line names the columns, separated by semicolons or commas: what the first line has.
 * UTF-8 with or without a byte order mark, or the encoding that the media type names.
 * @throws ApiProblem `malformed-csv`
 */
export function readCsv(bytes: ArrayBuffer, mediaType: string): CsvRow[] {
  const text = decode(bytes, mediaType)
  const [first = ''] = text.split(/\r?\n/, 1)
  try {
    const rows: { record: Record<string, string>; info: { lines: number } }[] = parse(text, {
      columns: readNames,
      delimiter: first.includes(';') ? ';' : ',',
      bom: true,
      info: true,
      trim: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
    })
    return rows.map(({ record, info }) => ({
      line: info.lines,
      cells: Object.fromEntries(Object.entries(record).filter(([, cell]) => cell !== '')),
    }))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    // its message quotes what it has read, which may be a client's data
    const line = 'lines' in error && typeof error.lines === 'number' ? ` at line ${error.lines}` : ''
    throw new ApiProblem('malformed-csv', `The body is not CSV${line}: ${reasons[error.code] ?? 'it cannot be read'}.`)
  }
}

const reasons: Readonly<Record<string, string>> = {
  CSV_RECORD_INCONSISTENT_COLUMNS: 'it has more or fewer cells than the first line has names',
  CSV_QUOTE_NOT_CLOSED: 'a quotation mark is not closed',
  CSV_INVALID_CLOSING_QUOTE: 'something follows a closing quotation mark',
  INVALID_OPENING_QUOTE: 'a quotation mark stands within a cell that does not begin with one',
  CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE: 'something follows a closing quotation mark',
}

function readNames(names: string[]): string[] {
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) throw new ApiProblem('malformed-csv', `The column "${twice.slice(0, 100)}" is there twice.`)
  if (names.includes('')) throw new ApiProblem('malformed-csv', 'A column has no name in the first line.')
  return names
}

function decode(bytes: ArrayBuffer, mediaType: string): string {
  const [, charset = 'utf-8'] = /;\s*charset="?([^";]+)"?/i.exec(mediaType) ?? []
  try {
    return new TextDecoder(charset.trim(), { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof RangeError) {
      throw new ApiProblem('malformed-csv', 'The charset of the media type is not known.', {
        accepted: ['utf-8', 'windows-1252'],
      })
    }
    throw new ApiProblem(
      'malformed-csv',
      'The body is not UTF-8. Save the file as "CSV UTF-8", or say what it is: Content-Type: text/csv; charset=windows-1252',
    )
  }
}
