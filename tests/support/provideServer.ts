import { rmSync } from 'node:fs'
import type { TestProject } from 'vitest/node'
import { buildChanged } from './buildChanged.ts'
import { bundleScripts } from './bundleScripts.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** the folder of the scripts that tests start as processes */
    scripts: string
  }
}

/** Before the first test that starts `polku`, or a script of its own, they are built as they are now. */
export default async function provideServer(project: TestProject): Promise<() => void> {
  await buildChanged()
  const scripts = await bundleScripts()
  project.provide('scripts', scripts)
  return () => rmSync(scripts, { recursive: true })
}
