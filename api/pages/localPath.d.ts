export const localPathPattern: RegExp
export function localPath(given: string | null): string
