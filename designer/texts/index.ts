import { canvas } from './canvas.ts'
import { document } from './document.ts'
import { editing } from './editing.ts'
import { editor } from './editor.ts'
import { home } from './home.ts'
import { publish } from './publish.ts'
import { shell } from './shell.ts'
import { takeOut } from './takeOut.ts'
import { versions } from './versions.ts'

/** All texts of the designer, by the area of the screen they stand in. */
export const texts = { canvas, document, editing, editor, home, publish, shell, takeOut, versions }
