import type { canvas } from '../../texts/fi/canvas.ts'

type Keys = keyof typeof canvas
/** A text by its name; one that changes with a count has a name for each form, and is asked for without. */
type Text = Keys extends infer Key ? (Key extends `${infer Plural}_${'one' | 'other'}` ? Plural : Key) : never

/** Says a text of the canvas in the language of the drawing. */
export type Say = (text: Text, values?: Readonly<Record<string, string | number>>) => string
