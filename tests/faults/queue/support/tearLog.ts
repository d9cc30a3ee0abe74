import { closeSync, openSync, readFileSync, writeSync } from 'node:fs'

const headerBytes = 32
const frameHeaderBytes = 24

/**
 * Does to a database's log (-wal) what a crash in the middle of a commit may leave of it: after the last frame, one that
 * looks whole and is not the next, and a piece of another. Nobody may have the database open.
 * @returns how many frames there are before them
 */
export function tearLog(database: string): number {
  const file = `${database}-wal`
  const log = readFileSync(file)
  const frameBytes = frameHeaderBytes + log.readUInt32BE(8)
  // frames of the present log carry its salt; what comes after them is left of an older one
  const salt = log.subarray(16, 24)
  let frames = 0
  const placeOf = (frame: number) => headerBytes + frame * frameBytes
  while (log.subarray(placeOf(frames) + 8, placeOf(frames) + 16).equals(salt)) frames += 1
  if (frames === 0) throw new Error(`${file} holds nothing that could be torn`)
  const last = log.subarray(placeOf(frames - 1), placeOf(frames))
  const fd = openSync(file, 'r+')
  writeSync(fd, Buffer.concat([last, last.subarray(0, frameBytes / 2)]), 0, undefined, placeOf(frames))
  closeSync(fd)
  return frames
}
