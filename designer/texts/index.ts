import { canvas } from './canvas.ts'
import { editing } from './editing.ts'
import { editor } from './editor.ts'
import { home } from './home.ts'
import { shell } from './shell.ts'
import { walk } from './walk.ts'

/** All texts of the designer, by the area of the screen they stand in. */
export const texts = { canvas, editing, editor, home, shell, walk }
