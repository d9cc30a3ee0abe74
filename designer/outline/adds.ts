import type { DurationRef, Text } from '../../engine/pathway/values.ts'
import { type Edit, inTurn } from '../editing/edits/edit.ts'
import { addFollowUp, addModule, addTaskHere } from '../editing/edits/inState.ts'
import { addListed } from '../editing/edits/listed.ts'
import { freeKey, keyFrom } from '../editing/edits/names.ts'
import { addState, setParallel } from '../editing/edits/states.ts'
import { addTransition } from '../editing/edits/transitions.ts'
import type { DraftDocument } from '../model/document.ts'
import { type ListedKind, listed, type Trigger } from '../model/places.ts'
import type { Adding } from './actions.ts'

/** What the form of something new was filled with. */
export interface Filled {
  label: Text
  target: string
  trigger: Trigger
  time: DurationRef
  isRepeating: boolean
  /** a task of the document; a new one of the same name when left out */
  task: string | undefined
  pathway: string
  factType: 'number' | 'choice' | 'date' | 'boolean' | 'text'
  firstOption: Text
}

/** Adds what the form was filled with, and chooses it. A role or task that it cannot be without is made with it. */
export function addFilled(
  adding: Exclude<Adding, { what: 'retarget' }>,
  filled: Filled,
  document: DraftDocument,
): Edit {
  const { label } = filled
  switch (adding.what) {
    case 'phase':
    case 'state':
    case 'end':
    case 'history':
      return addState(adding.parent, label, adding.what, adding.after)
    case 'region':
      return inTurn(setParallel(adding.parent, true), addState(adding.parent, label, 'state'))
    case 'transition': {
      const key = filled.trigger === 'after' ? keyOfTime(filled.time) : undefined
      return addTransition(adding.state, filled.target, label, filled.trigger, key)
    }
    case 'followUp': {
      const { task, edit } = taskNamed(filled, document)
      const when = filled.isRepeating ? { every: filled.time } : { after: filled.time }
      return inTurn(edit, addFollowUp(adding.state, keyFrom(label.fi, 'seuranta'), { label, ...when, task }))
    }
    case 'taskHere': {
      const { task, edit } = taskNamed(filled, document)
      return inTurn(edit, addTaskHere(adding.state, task))
    }
    case 'module':
      return addModule(adding.state, keyFrom(label.fi, 'moduuli'), { label, pathway: filled.pathway })
    case 'task':
      return inTurn(
        roleMade(document),
        addListed('task', keyFrom(label.fi, 'tehtava'), { label, role: firstRole(document) }),
      )
    default:
      return addListed(adding.what, keyFrom(label.fi, fallbacks[adding.what]), newDefinition(adding.what, filled))
  }
}

const fallbacks = {
  fact: 'tieto',
  criterion: 'kriteeri',
  caseRole: 'rooli',
  parameter: 'asetus',
  exit: 'paattyminen',
  suspension: 'keskeytys',
} as const satisfies Record<Exclude<ListedKind, 'task'>, string>

function newDefinition(kind: Exclude<ListedKind, 'task'>, { label, factType, firstOption }: Filled): object {
  switch (kind) {
    case 'fact':
      return factType === 'choice'
        ? { type: factType, label, options: [{ code: keyFrom(firstOption.fi, 'a'), label: firstOption }] }
        : { type: factType, label }
    case 'criterion':
      // holds for nobody until it is said what must hold
      return { label, when: 'null' }
    case 'parameter':
      return { type: 'duration', label, default: 'P1M', origin: 'ours' }
    case 'exit':
      return { label, outcome: 'interrupted' }
    case 'caseRole':
    case 'suspension':
      return { label }
  }
}

/** The task that was chosen, or a new one of the same name. */
function taskNamed({ task, label }: Filled, document: DraftDocument): { task: string; edit: Edit } {
  if (task !== undefined) return { task, edit: (now) => now }
  const name = freeKey(keyFrom(label.fi, 'tehtava'), document[listed.task])
  return { task: name, edit: inTurn(roleMade(document), addListed('task', name, { label, role: firstRole(document) })) }
}

const firstRole = ({ caseRoles }: DraftDocument): string => Object.keys(caseRoles ?? {})[0] ?? 'vastuuhenkilo'

/** A task waits for somebody: where there is no role yet, the first is made. */
const roleMade = (document: DraftDocument): Edit =>
  Object.keys(document.caseRoles ?? {}).length > 0
    ? (now) => now
    : addListed('caseRole', 'vastuuhenkilo', {
        label: { fi: 'Vastuuhenkilö', sv: 'Ansvarig', en: 'Responsible person' },
      })

/** A time as the key under which transitions by time stand; working days have none, and become calendar days. */
function keyOfTime(time: DurationRef): string {
  if (typeof time === 'string') return time
  if ('parameter' in time) return time.parameter
  return 'workingDays' in time ? `P${time.workingDays}D` : String(time.milliseconds)
}
