import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { useDraft } from '../editor/DraftContext.tsx'
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

/** One for each draft: what has the same name in two pathways need not be the same thing. */
const clients = new Map<string, StoreApi<ExampleClient>>()

/** The example client of the open draft. */
export function useExampleClient(): ExampleClient {
  return useStore(clientOf(useDraft(({ id }) => id)))
}

function clientOf(draft: string): StoreApi<ExampleClient> {
  const known = clients.get(draft) ?? newClient()
  clients.set(draft, known)
  return known
}

const newClient = (): StoreApi<ExampleClient> =>
  createStore<ExampleClient>()((set) => ({
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
