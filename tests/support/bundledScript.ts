import { join } from 'node:path'
import { inject } from 'vitest'
import type { ScriptName } from './bundleScripts.ts'

/** The file from which a process runs a script, compiled before the first test. */
export const bundledScript = (name: ScriptName): string => join(inject('scripts'), `${name}.mjs`)
