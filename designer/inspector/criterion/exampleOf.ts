import type { NamedValue } from './useValueNames.ts'

/** An expression as an example: about what this pathway asks, so that it would work as it stands. */
export const exampleOf = (values: readonly NamedValue[]): string =>
  values.flatMap(questionAbout).slice(0, 2).join(' and ')

function questionAbout({ name, type, options }: NamedValue): string[] {
  switch (type) {
    case 'number':
      return [`${name} >= 5`]
    case 'boolean':
      return [name]
    case 'choice':
      return options.slice(0, 1).map(({ value }) => `${name} = "${value}"`)
    case 'date':
    case 'text':
      return []
  }
}
