/** The paths of the states that are active in a value, the pathway's own among them. */
export function activeIn(value: unknown): string[] {
  const within = (inside: unknown, path: string): string[] => {
    const below = typeof inside === 'string' ? { [inside]: {} } : (inside as Record<string, unknown>)
    return [path, ...Object.entries(below).flatMap(([key, one]) => within(one, path === '' ? key : `${path}.${key}`))]
  }
  return within(value, '').sort()
}
