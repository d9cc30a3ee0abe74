import type { FollowUpDefinition, ModuleDefinition } from '../../../engine/pathway/states.ts'
import {
  durationInWords,
  exitName,
  factName,
  followUpName,
  moduleName,
  taskName,
} from '../../../engine/pathway/words/index.ts'
import type { DraftDocument } from '../../model/document.ts'
import type { Place } from '../../model/places.ts'
import type { PathwayModel, StateItem } from '../../model/readPathway.ts'
import { textIn } from '../../parts/inWords.ts'
import { measures, type SheetRow, type Sign } from './Drawing.ts'
import type { Pen } from './drawPathway.ts'
import { nameOfTransition } from './lineTexts.ts'
import { wrapText } from './wrapText.ts'

/**
 * What stands on a sheet below its title: what is promised in time, what a person does, what runs beside it, what happens
 * without leaving it, and how it ends.
 */
export function sheetRows(model: PathwayModel, state: StateItem, pen: Pen, isFolded: boolean): SheetRow[] {
  const { document } = model
  const { language, say } = pen
  const { definition, path } = state
  const here: Place = path === '' ? { kind: 'pathway' } : { kind: 'state', state: path }
  const rows: SheetRow[] = []
  const add = (sign: Sign, text: string, place: Place, isAmber = false): void => {
    const width = measures.textWidth - measures.signWidth
    rows.push({ sign, lines: wrapText(text, { size: measures.textSize, weight: 400 }, width), place, isAmber })
  }
  for (const [name, followUp] of Object.entries(definition.followUps ?? {})) {
    add('clock', followUpText(document, path, name, followUp, pen), { kind: 'followUp', state: path, name })
  }
  for (const name of definition.tasks ?? []) {
    add('box', taskName(document, name, language), { kind: 'task', name, openedIn: path })
  }
  for (const [name, module] of Object.entries(definition.modules ?? {})) {
    add('module', moduleText(document, path, name, module, pen), { kind: 'module', state: path, name })
  }
  for (const transition of model.leaving.get(path) ?? []) {
    if (transition.targets.length > 0) continue
    const isLost = transition.lost.length > 0
    const name = nameOfTransition(document, transition, language)
    add(isLost ? 'lost' : 'stays', isLost ? say('lostTarget', { name }) : name, transition.place, isLost)
  }
  if (path === '') {
    for (const [name, exit] of Object.entries(document.exits ?? {})) {
      const text = say('exitRow', { name: exitName(document, name, language), outcome: say(exit.outcome) })
      add('exit', text, { kind: 'exit', name })
    }
  }
  if (state.type === 'final') {
    const { end } = definition
    const text = end
      ? say('endsJourney', { label: textIn(end.label, language), outcome: say(end.outcome), code: end.code })
      : say('endsPart')
    add('end', text, here)
  }
  if (isFolded && state.children.length > 0) add('folded', say('hidden', { count: countInside(model, state) }), here)
  return rows
}

function followUpText(
  document: DraftDocument,
  path: string,
  name: string,
  followUp: FollowUpDefinition,
  { language, say }: Pen,
): string {
  const within = (duration: unknown, form: 'every' | 'after' | 'short'): string =>
    durationInWords(withoutParameter(duration, document), language, { form })
  const { every, after, until, shift, anchor } = followUp
  const time = every !== undefined ? within(every, 'every') : within(after, 'after')
  const parts = [
    time,
    typeof anchor === 'object' ? say('fromDate', { fact: factName(document, anchor.fact, language) }) : '',
    until !== undefined ? say(every !== undefined ? 'repeatsUntil' : 'latest', { time: within(until, 'short') }) : '',
    shift === 'nextWorkingDay'
      ? say('nextWorkingDay')
      : shift === 'previousWorkingDay'
        ? say('previousWorkingDay')
        : '',
  ]
  return `${followUpName(document, path, name, language)}: ${parts.filter((part) => part.trim() !== '').join(', ')}`
}

/** A duration, or what the parameter that it names is set to: which setting it is, the inspector says. */
function withoutParameter(duration: unknown, document: DraftDocument): unknown {
  if (typeof duration !== 'object' || duration === null || !('parameter' in duration)) return duration
  const { parameter } = duration
  if (typeof parameter !== 'string' || !Object.hasOwn(document.parameters ?? {}, parameter)) return duration
  return document.parameters?.[parameter]?.default
}

function moduleText(
  document: DraftDocument,
  path: string,
  name: string,
  { start }: ModuleDefinition,
  { language, say }: Pen,
): string {
  const said = moduleName(document, path, name, language)
  if (start === 'adHoc') return say('moduleWhenNeeded', { name: said })
  return typeof start === 'object' ? say('moduleByEvent', { name: said }) : say('moduleRow', { name: said })
}

function countInside(model: PathwayModel, state: StateItem): number {
  return state.children.reduce((count, child) => {
    const inside = model.states.get(child)
    return count + 1 + (inside ? countInside(model, inside) : 0)
  }, 0)
}
