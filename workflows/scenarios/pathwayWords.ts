import { documentSchema, type PathwayInput } from '../../engine/pathway/document.ts'
import { own } from '../../engine/pathway/own.ts'
import {
  criterionName,
  draftStates,
  draftTransitions,
  eventName,
  exitName,
  factName,
  followUpName,
  moduleName,
  roleName,
  stateName,
  suspensionName,
  taskName,
  transitionName,
  valueInWords,
} from '../../engine/pathway/words/index.ts'
import { lower } from '../../engine/pathway/words/lower.ts'

/** What the parts of a pathway are called in Finnish. */
export interface PathwayWords {
  transition(id: string): string
  event(name: string): string
  phase(state: string): string | undefined
  followUp(name: string): string
  /** what comes due with a timer */
  timer(timer: { kind: string; name: string }): string
  module(name: string): string
  /** a coded reason for a suspension */
  suspension(code: string | null): string
  task(name: string): string
  role(name: string): string
  /** the case role that gets a task besides when it is overdue */
  escalation(task: string): string | undefined
  ending(code: string): string
  criterion(name: string): { label: string; sentence: string }
  factLabel(name: string): string
  /** a value in its place: 'päiviä viikossa 4'; what is about health is not shown */
  fact(name: string, value: string | number | boolean): string
}

export function pathwayWords(input: PathwayInput): PathwayWords {
  const document = documentSchema.parse(input)
  const states = draftStates(document)
  const transitions = draftTransitions(document)
  const ends = new Map(
    Object.values(document.states).flatMap(({ end }) => (end ? [[end.code, end.label.fi] as const] : [])),
  )
  const holderOf = (section: 'followUps' | 'modules', name: string) =>
    states.find(({ definition }) => Object.hasOwn(Object(definition[section]), name))?.path ?? ''
  const followUp = (name: string) => followUpName(document, holderOf('followUps', name), name, 'fi')
  const transition = (id: string) => {
    const found = transitions.find((one) => one.id === id)
    return found && transitionName(document, found, 'fi')
  }
  const delay = (key: string) => transitions.find(({ kind, event }) => kind === 'after' && event === key)
  const factLabel = (name: string) => lower(factName(document, name, 'fi'), 'fi')
  const role = (name: string) => roleName(document, name, 'fi')
  const task = (name: string) => {
    if (own(document.taskDefinitions, name)) return taskName(document, name, 'fi')
    return name === 'review' ? 'Tilanteen tarkistus' : (transition(name) ?? name)
  }
  return {
    transition: (id) => transition(id) ?? id,
    event: (name) => eventName(document, name, 'fi'),
    phase: (state) => {
      const isPhase = states.some(({ path, definition }) => path === state && definition.phase !== undefined)
      return isPhase ? stateName(document, state, 'fi') : undefined
    },
    followUp,
    timer: ({ kind, name }) => {
      switch (kind) {
        case 'taskDue':
          return `${task(name)} (määräpäivä)`
        case 'after': {
          const found = delay(name)
          return (found && transitionName(document, found, 'fi')) ?? name
        }
        case 'review':
          return 'Polun tarkistus'
        case 'suspensionReview':
          return 'Keskeytyksen tarkistus'
        default:
          return followUp(name)
      }
    },
    module: (name) => moduleName(document, holderOf('modules', name), name, 'fi'),
    suspension: (code) => (code === null ? 'Keskeytys' : suspensionName(document, code, 'fi')),
    task,
    role,
    escalation: (name) => {
      const escalateTo = own(document.taskDefinitions, name)?.escalateTo
      return escalateTo === undefined ? undefined : role(escalateTo)
    },
    ending: (code) => ends.get(code) ?? exitName(document, code, 'fi'),
    criterion: (name) => {
      const label = criterionName(document, name, 'fi')
      return { label, sentence: own(document.criteria, name)?.description?.fi ?? label }
    },
    factLabel,
    fact: (name, value) => {
      const definition = own(document.facts, name)
      if (definition?.class === 'health') return `${factLabel(name)} (terveystieto, ei näytetä)`
      // the label says what is counted, so a number goes without its unit
      const said = valueInWords(value, typeof value === 'number' ? undefined : definition, 'fi')
      return `${factLabel(name)} ${lower(said, 'fi')}`
    },
  }
}
