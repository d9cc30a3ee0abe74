import { definePathway } from '../../../../engine/index.ts'

const label = (fi: string) => ({ fi })
const completed = { type: 'final', end: { code: 'valmis', label: label('Valmis'), outcome: 'completed' } } as const

/** As a pathway is written: to start is the first step, to wait is a state, the signal is an event that completes. */
export const comparedPathway = definePathway({
  id: 'vertailu',
  title: label('Vertailu'),
  initial: 'odottaa',
  states: {
    odottaa: { on: { signaali: 'valmis' } },
    valmis: completed,
  },
})

/** As peers count: to start, the first step's result, the signal, the second step's result are four commands. */
export const comparedPathwayByStep = definePathway({
  id: 'vertailuAskelin',
  title: label('Vertailu askelin'),
  initial: 'ensin',
  states: {
    ensin: { on: { ensinTehty: 'odottaa' } },
    odottaa: { on: { signaali: 'sitten' } },
    sitten: { on: { sittenTehty: 'valmis' } },
    valmis: completed,
  },
})
