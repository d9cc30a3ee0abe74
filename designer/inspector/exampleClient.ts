import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { todayInFinland } from '../publish/todayInFinland.ts'

/** An invented client on whom rules are tried: when they enter, and what is known of them. Kept while the page is open. */
interface ExampleClient {
  /** local date */
  entersOn: string
  values: Readonly<Record<string, string | number | boolean>>
  enter(date: string): void
  /** `undefined`: it is not known */
  know(name: string, value: string | number | boolean | undefined): void
}

const store = createStore<ExampleClient>()((set) => ({
  entersOn: todayInFinland(),
  values: {},
  enter: (date) => {
    if (/^\d{4}-\d{2}-\d{2}$/.test(date)) set({ entersOn: date })
  },
  know: (name, value) =>
    set(({ values }) => {
      const { [name]: _, ...others } = values
      return { values: value === undefined ? others : { ...others, [name]: value } }
    }),
}))

export const useExampleClient = (): ExampleClient => useStore(store)
