import { Gauge, type Registry } from 'prom-client'

/** A gauge that is told only while its value is known: an old value would be taken for a new one. */
export interface Figure {
  /** sets nothing where there is no value */
  set(value: number | undefined, labels?: Readonly<Record<string, string>>): void
}

export type MakeFigure = (name: string, help: string, labelNames?: readonly string[]) => Figure

/** Figures that are looked up together: makes them, and gives what looks their values up and then sets them. */
export type Part = (make: MakeFigure) => () => Promise<() => void>

/** Makes the figures of a part in a registry. */
export function figuresIn(registry: Registry): { make: MakeFigure; clear(): void } {
  const clears: (() => void)[] = []
  return {
    make(name, help, labelNames = []) {
      const gauge = new Gauge({ name, help, labelNames: [...labelNames], registers: [registry] })
      // one without labels would be reset to 0
      const clear = () => (labelNames.length === 0 ? gauge.remove() : gauge.reset())
      clear()
      clears.push(clear)
      return {
        set: (value, labels = {}) => {
          if (value !== undefined) gauge.set(labels, value)
        },
      }
    },
    clear: () => {
      for (const clear of clears) clear()
    },
  }
}
