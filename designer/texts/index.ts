import { canvas } from './canvas.ts'
import { editing } from './editing.ts'
import { editor } from './editor.ts'
import { findings } from './findings.ts'
import { home } from './home.ts'
import { outline } from './outline.ts'
import { shell } from './shell.ts'

/** All texts of the designer, by the area of the screen they stand in. */
export const texts = { canvas, editing, editor, findings, home, outline, shell }
