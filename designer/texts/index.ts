import { canvas } from './canvas.ts'
import { editing } from './editing.ts'
import { editor } from './editor.ts'
import { home } from './home.ts'
import { inspector } from './inspector.ts'
import { inspectorRules } from './inspectorRules.ts'
import { inspectorThings } from './inspectorThings.ts'
import { shell } from './shell.ts'

/** All texts of the designer, by the area of the screen they stand in. */
export const texts = { canvas, editing, editor, home, inspector, inspectorRules, inspectorThings, shell }
