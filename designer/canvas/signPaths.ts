import type { Sign } from './drawing/Drawing.ts'

/** The signs of the drawing as strokes in a square of 24: the same on the screen and in a file. */
export const signPaths: Readonly<Record<Sign, readonly string[]>> = {
  clock: ['M3 12a9 9 0 1 0 18 0a9 9 0 1 0 -18 0', 'M12 7v5l3 3'],
  box: ['M5 4h14a1 1 0 0 1 1 1v14a1 1 0 0 1 -1 1h-14a1 1 0 0 1 -1 -1v-14a1 1 0 0 1 1 -1z'],
  module: ['M4 4h10v10h-10z', 'M10 18v2h10v-10h-2'],
  stays: ['M19 12a7 7 0 1 1 -3 -5.7', 'M16 2v5h5'],
  lost: ['M12 4l9 16h-18z', 'M12 10v4', 'M12 17v.01'],
  wrong: ['M3 12a9 9 0 1 0 18 0a9 9 0 1 0 -18 0', 'M12 8v4', 'M12 16v.01'],
  end: ['M3 12a9 9 0 1 0 18 0a9 9 0 1 0 -18 0', 'M9 9h6v6h-6z'],
  history: ['M4 12a8 8 0 1 0 3 -6.2', 'M4 3v5h5', 'M12 8v4l2 2'],
  exit: ['M14 4h-8v16h8', 'M10 12h11', 'M18 9l3 3l-3 3'],
  spark: ['M13 3l-7 11h6l-1 7l7 -11h-6z'],
  folded: ['M4 8l8 4l8 -4l-8 -4z', 'M4 13l8 4l8 -4'],
}
