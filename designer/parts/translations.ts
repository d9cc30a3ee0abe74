import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'

/** Whether all texts are shown in their three languages, for those who translate; else each is opened by itself. */
interface Translations {
  areShown: boolean
  show(areShown: boolean): void
}

const store = createStore<Translations>()((set) => ({ areShown: false, show: (areShown) => set({ areShown }) }))

export const useTranslations = (): Translations => useStore(store)
