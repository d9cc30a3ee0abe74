#!/usr/bin/env -S node --max-semi-space-size=2
// The command `polku`: what `npm run build` has made of polku.ts.
import { existsSync } from 'node:fs'

const built = new URL('../dist/server/polku.mjs', import.meta.url)
if (existsSync(built)) await import(built.href)
else {
  console.error('Polku has not been built yet: npm run build')
  process.exitCode = 1
}
