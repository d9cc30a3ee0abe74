import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

/**
 * Runs a script as a process of its own, and kills it as soon as it says something: that is in the middle
 * of what it does.
 * @returns what it said
 * @throws Error with what it complained of, when it ends by itself
 */
export async function killedInside(script: URL, ...told: string[]): Promise<string> {
  const child = spawn(process.execPath, ['--import', 'tsx', fileURLToPath(script), ...told], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await ended
  })
  const said = await new Promise<string>((resolve, reject) => {
    let complaint = ''
    child.stderr.on('data', (data: Buffer) => {
      complaint += String(data)
    })
    child.stdout.once('data', (data: Buffer) => resolve(String(data).trim()))
    child.once('close', () => reject(new Error(`${script.pathname} ended by itself: ${complaint}`)))
  })
  child.kill('SIGKILL')
  await ended
  return said
}
