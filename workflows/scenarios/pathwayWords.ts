import { compilePathway } from '../../engine/pathway/compilePathway.ts'
import { documentSchema, type FactDefinition, type PathwayInput } from '../../engine/pathway/document.ts'
import { own } from '../../engine/pathway/names.ts'

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
  const { states, transitions } = compilePathway(document)
  const modules = [...states.values()].flatMap(({ definition }) => Object.entries(definition.modules ?? {}))
  const followUps = [...states.values()].flatMap(({ definition }) => Object.entries(definition.followUps ?? {}))
  const ends = [...states.values()].flatMap(({ definition }) => definition.end ?? [])
  const role = (name: string) => own(document.caseRoles, name)?.label.fi ?? name
  const factLabel = (name: string) => lower(own(document.facts, name)?.label.fi ?? name)
  const followUp = (name: string) => followUps.find(([one]) => one === name)?.[1].label?.fi ?? name
  const delay = (key: string) => [...transitions.values()].find(({ kind, event }) => kind === 'after' && event === key)
  const task = (name: string) =>
    own(document.taskDefinitions, name)?.label.fi ??
    transitions.get(name)?.definition.label?.fi ??
    (name === 'review' ? 'Tilanteen tarkistus' : name)
  return {
    transition: (id) => transitions.get(id)?.definition.label?.fi ?? id,
    event: (name) => [...transitions.values()].find(({ event }) => event === name)?.definition.label?.fi ?? name,
    phase: (state) => states.get(state)?.definition.phase?.label.fi,
    followUp,
    timer: ({ kind, name }) => {
      switch (kind) {
        case 'taskDue':
          return `${task(name)} (määräpäivä)`
        case 'after':
          return delay(name)?.definition.label?.fi ?? name
        case 'review':
          return 'Polun tarkistus'
        case 'suspensionReview':
          return 'Keskeytyksen tarkistus'
        default:
          return followUp(name)
      }
    },
    module: (name) => modules.find(([one]) => one === name)?.[1].label?.fi ?? name,
    suspension: (code) => (code === null ? 'Keskeytys' : (own(document.suspensions, code)?.label.fi ?? code)),
    task,
    role,
    escalation: (task) => {
      const escalateTo = own(document.taskDefinitions, task)?.escalateTo
      return escalateTo === undefined ? undefined : role(escalateTo)
    },
    ending: (code) => own(document.exits, code)?.label.fi ?? ends.find((end) => end.code === code)?.label.fi ?? code,
    criterion: (name) => {
      const criterion = own(document.criteria, name)
      return { label: criterion?.label.fi ?? name, sentence: criterion?.description?.fi ?? criterion?.label.fi ?? name }
    },
    factLabel,
    fact: (name, value) => `${factLabel(name)} ${valueWords(own(document.facts, name), value)}`,
  }
}

function valueWords(definition: FactDefinition | undefined, value: string | number | boolean): string {
  if (definition?.class === 'health') return '(terveystieto, ei näytetä)'
  if (definition?.type === 'choice') {
    const option = definition.options.find(({ code }) => code === value)
    return lower(option?.label.fi ?? String(value))
  }
  if (typeof value === 'boolean') return value ? 'kyllä' : 'ei'
  return typeof value === 'number' ? String(value).replace('.', ',') : String(value)
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
