import { listedWith } from '../listedWith.ts'

export const quote = (text: string): string => `“${text}”`
export const and = (items: readonly string[]): string => listedWith(items, ' and ')
export const or = (items: readonly string[]): string => listedWith(items, ' or ')
