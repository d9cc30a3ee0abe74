/** A value that an expression may ask about. */
interface Asked {
  name: string
  type: 'number' | 'choice' | 'date' | 'boolean' | 'text'
  /** of a choice */
  options: readonly { value: string }[]
}

/** An expression as an example: about what this pathway asks, so that it would work as it stands. */
export const exampleOf = (values: readonly Asked[]): string => values.flatMap(questionAbout).slice(0, 2).join(' and ')

function questionAbout({ name, type, options }: Asked): string[] {
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
