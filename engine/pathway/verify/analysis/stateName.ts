/** A state as messages name it. */
export const stateName = (path: string): string => (path === '' ? 'The pathway' : `The state "${path}"`)
