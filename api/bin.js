#!/usr/bin/env -S node --max-semi-space-size=2
// The command `polku`: Node 20 cannot read TypeScript by itself.
import { register } from 'tsx/esm/api'

register()
await import('./polku.ts')
