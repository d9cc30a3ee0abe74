import { canvas } from './canvas.ts'
import { document } from './document.ts'
import { editing } from './editing.ts'
import { editor } from './editor.ts'
import { findings } from './findings.ts'
import { home } from './home.ts'
import { inspector } from './inspector.ts'
import { inspectorRules } from './inspectorRules.ts'
import { inspectorThings } from './inspectorThings.ts'
import { outline } from './outline.ts'
import { publish } from './publish.ts'
import { shell } from './shell.ts'
import { takeOut } from './takeOut.ts'
import { versions } from './versions.ts'
import { walk } from './walk.ts'

/** All texts of the designer, by the area of the screen they stand in. */
export const texts = {
  canvas,
  document,
  editing,
  editor,
  findings,
  home,
  inspector,
  inspectorRules,
  inspectorThings,
  outline,
  publish,
  shell,
  takeOut,
  versions,
  walk,
}
