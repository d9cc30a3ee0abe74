import { delayOf } from '../../../engine/pathway/parameters.ts'
import {
  durationInWords,
  expressionAsPill,
  type Language,
  type TransitionAddress,
  transitionName,
} from '../../../engine/pathway/words/index.ts'
import type { DraftDocument } from '../../model/document.ts'
import type { TransitionItem } from '../../model/readPathway.ts'
import { type Line, measures, type Pill, type Size } from './Drawing.ts'
import type { Pen } from './drawPathway.ts'
import { widthOf, wrapText } from './wrapText.ts'

const name = { size: measures.textSize, weight: 600 } as const
const text = { size: measures.textSize, weight: 400 } as const

/** What stands on the line of a transition: its name, what drives it when no person does, and what must hold. */
export function lineTexts(
  document: DraftDocument,
  transition: TransitionItem,
  pen: Pen,
): Pick<Line, 'name' | 'itself' | 'pills' | 'label'> {
  const lines = wrapText(nameOfTransition(document, transition, pen.language), name, measures.labelWidth)
  const itself = itselfOf(document, transition, pen)
  const pills = (transition.definition.criteria ?? []).map((criterion) => pillOf(document, criterion, pen))
  return { name: lines, itself, pills, label: sizeOf(lines, itself, pills) }
}

/** What a transition is called: by its label, or by what drives it. */
export function nameOfTransition(document: DraftDocument, transition: TransitionItem, language: Language): string {
  return transitionName(document, addressOf(transition), language) ?? ''
}

/** A transition as the words know it. */
export function addressOf({ source, trigger, event, definition }: TransitionItem): TransitionAddress {
  const kind = trigger === 'onDone' ? 'done' : trigger
  return { source, kind, event: trigger === 'onDone' ? 'done' : event, definition }
}

function itselfOf(
  document: DraftDocument,
  { trigger, event, definition }: TransitionItem,
  { language, say }: Pen,
): Line['itself'] {
  if (trigger === 'on') return undefined
  const how = say(definition.automatic === true ? 'itself' : 'proposed')
  const isNamed = definition.label !== undefined
  const width = measures.labelWidth - measures.signWidth
  if (trigger === 'after') {
    const { parameters } = document
    const delay = delayOf(event)
    const value =
      typeof delay === 'object' && 'parameter' in delay ? (parameters?.[delay.parameter]?.default ?? delay) : delay
    const time = isNamed ? `${durationInWords(value, language, { form: 'after', parameters })} · ` : ''
    return { sign: 'clock', lines: wrapText(`${time}${how}`, text, width) }
  }
  const when = trigger === 'onDone' ? `${say('whenDone')} · ` : ''
  return { sign: 'spark', lines: wrapText(`${when}${how}`, text, width) }
}

function pillOf(document: DraftDocument, criterion: string, { language, say }: Pen): Pill {
  const known = Object.hasOwn(document.criteria ?? {}, criterion) ? document.criteria?.[criterion] : undefined
  const said = known ? expressionAsPill(document, known.when, language) : say('unknownCriterion', { name: criterion })
  const isOverridable = known?.overridable !== undefined && known.overridable !== false
  return { lines: wrapText(said, text, measures.labelWidth - 2 * measures.pillPadding), isOverridable }
}

function sizeOf(lines: readonly string[], itself: Line['itself'], pills: readonly Pill[]): Size {
  const { textLine, signWidth, pillPadding, pillGap } = measures
  const widths = [
    ...lines.map((line) => widthOf(line, name)),
    ...(itself?.lines.map((line) => signWidth + widthOf(line, text)) ?? []),
    ...pills.flatMap((pill) => pill.lines.map((line) => 2 * pillPadding + widthOf(line, text))),
  ]
  if (widths.length === 0) return { width: 0, height: 0 }
  const height =
    (lines.length + (itself?.lines.length ?? 0)) * textLine +
    pills.reduce((sum, pill) => sum + pillGap + pill.lines.length * textLine + 4, 0)
  return { width: Math.ceil(Math.max(...widths)) + 8, height: height + 4 }
}
