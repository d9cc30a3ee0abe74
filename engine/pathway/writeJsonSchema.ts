import { writeFileSync } from 'node:fs'
import { pathwayJsonSchema } from './jsonSchema.ts'

/** `npm run schema`: writes the JSON Schema beside this file. A test holds the written file to the format. */
writeFileSync(new URL('./pathway.schema.json', import.meta.url), `${formatJson(pathwayJsonSchema(), '', 0)}\n`)

/** JSON as the repository's formatter has it: short lists of plain values on one line. */
function formatJson(value: unknown, indent: string, before: number): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const inner = `${indent}  `
  if (Array.isArray(value)) {
    const line = `[${value.map((one) => JSON.stringify(one)).join(', ')}]`
    const isPlain = value.every((one) => typeof one !== 'object' || one === null)
    if (isPlain && before + line.length < 120) return line
    return `[\n${value.map((one) => inner + formatJson(one, inner, inner.length)).join(',\n')}\n${indent}]`
  }
  const entries = Object.entries(value).filter(([, one]) => one !== undefined)
  if (entries.length === 0) return '{}'
  const lines = entries.map(([key, one]) => {
    const head = `${inner}${JSON.stringify(key)}: `
    return head + formatJson(one, inner, head.length)
  })
  return `{\n${lines.join(',\n')}\n${indent}}`
}
