import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Refused } from '../app/api.ts'
import { failureInWords } from '../app/failureInWords.ts'
import { type CanvasMarks, noMarks } from '../canvas/CanvasMarks.tsx'
import { hasOwnUndo } from '../editor/hasOwnUndo.ts'
import { undoKey } from '../editor/undoKey.ts'
import type { DraftDocument } from '../model/document.ts'
import type { Place } from '../model/places.ts'
import { announce } from '../parts/Announcer.tsx'
import { localDateOf } from '../parts/localDateOf.ts'
import { describeDid, tellAll } from './describeDid.ts'
import { describeRefusal } from './describeWhy.ts'
import { keepWalk, keptWalk } from './keepWalk.ts'
import { NotPlayable } from './NotPlayable.tsx'
import { PointView } from './PointView.tsx'
import { Scenarios } from './Scenarios.tsx'
import { useWalkAnswer } from './useWalkAnswer.ts'
import { useWalkWords } from './useWalkWords.ts'
import classes from './Walk.module.css'
import { WalkContext, type Walking } from './WalkContext.tsx'
import { WalkHead } from './WalkHead.tsx'
import { keepSteps, newWalk, replaceWalk, settle, stepBack, takeStep, type Walk as WalkState } from './walkSteps.ts'
import type { FactValue, Point, Step } from './walkTypes.ts'
import type { WalkWords } from './walkWords.ts'

const noPoints: readonly Point[] = []
const nothingWritten: ReadonlyMap<string, FactValue | undefined> = new Map()

/**
 * A pathway walked by an example client: where they are, what happened, what is possible next and why something is not.
 * The walk is asked again whenever the document changes, with the same steps; none of them is ever dropped for it.
 */
export default function Walk({
  document,
  keptAs,
  onChoose,
  onClose,
  onFindings,
  onMarks,
}: {
  document: DraftDocument
  /** under which name the walk is kept while this window is open */
  keptAs: string
  onChoose?: (place: Place) => void
  onClose: () => void
  onFindings?: () => void
  onMarks?: (marks: CanvasMarks) => void
}) {
  const { t } = useTranslation('walk')
  const { t: shell } = useTranslation('shell')
  const titleId = useId()
  const [walk, setWalk] = useState(() => keptWalk(keptAs) ?? newWalk(t('exampleName'), localDateOf(new Date())))
  const [shown, setShown] = useState<number>()
  const [isListing, setListing] = useState(false)
  const [isTall, setTall] = useState(false)
  const [role, setRole] = useState<string>()
  const [writing, setWriting] = useState(nothingWritten)
  const [wanted, setWanted] = useState<string>()

  const { answer, walked, isAsking, failure, again } = useWalkAnswer(document, walk)
  const points = answer?.points ?? noPoints
  const words = useWalkWords(document, points)
  const now = points.length - 1
  const at = shown === undefined ? now : Math.min(shown, now)
  const point = points[at]
  // a step was taken, and it is not known yet what it came to
  const isCounting = answer?.isPlayable === true && points.length > 0 && points.length !== walk.steps.length + 1
  const isLastRefused = (points[walk.steps.length]?.refused ?? null) !== null

  useEffect(() => keepWalk(keptAs, walk), [keptAs, walk])
  const hasSucceeded = !isCounting && points.length > 0 && !isLastRefused
  useEffect(() => {
    if (hasSucceeded && walk.isTrying) setWalk(settle)
  }, [hasSucceeded, walk.isTrying])
  useMarks(point, onMarks)
  useHeard(point, isAsking, words)
  const panel = useFocusInside(point)

  const change = (next: WalkState): void => {
    setWalk(next)
    setShown(undefined)
  }
  // what was done last is here a step: the draft behind the panel stays as it is
  const onKeyDown = (event: KeyboardEvent): void => {
    const asked = undoKey(event)
    if (asked === undefined || hasOwnUndo(event.target)) return
    event.preventDefault()
    event.stopPropagation()
    if (asked === 'undo' && walk.steps.length > 0) change(stepBack(walk))
  }
  const walking = useMemo((): Walking | undefined => {
    if (!point) return undefined
    return {
      document,
      words,
      point,
      isNow: at === now,
      take: (step: Step) => {
        if (isCounting) return
        const by = role === undefined ? undefined : [role]
        setWalk((before) => takeStep(before, { ...(by && { by }), ...step }, isLastRefused))
        setShown(undefined)
      },
      choose: onChoose,
      writing,
      write: setWriting,
      recordFirst: (names) => {
        setWriting((before) => new Map([...before, ...names.map((name) => [name, before.get(name)] as const)]))
        setWanted(names[0])
      },
    }
  }, [document, words, point, at, now, isCounting, role, isLastRefused, onChoose, writing])

  return (
    <section
      ref={panel}
      data-own-undo
      className={classes.panel}
      aria-labelledby={titleId}
      aria-busy={isAsking}
      data-tall={isTall}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <WalkHead
        titleId={titleId}
        document={document}
        walk={walk}
        points={points}
        at={at}
        words={words}
        isAsking={isAsking}
        isListing={isListing}
        isTall={isTall}
        onChange={change}
        onShow={(index) => setShown(index === now ? undefined : index)}
        onTake={walking?.isNow ? walking.take : undefined}
        onListing={() => setListing(!isListing)}
        onTall={() => setTall(!isTall)}
        onClose={onClose}
      />
      {failure && !isAsking && (
        <p role="alert" className={classes.wrong}>
          {failure instanceof Refused ? t('failed', { why: failureInWords(failure, shell) }) : t('unreachable')}{' '}
          <button type="button" className={classes.link} onClick={again}>
            {t('again')}
          </button>
        </p>
      )}
      {answer?.refused && (
        <p role="alert" className={classes.wrong}>
          {t('startRefused', { why: describeRefusal(answer.refused, null, words).join(' ') })}
        </p>
      )}
      {isListing ? (
        <Scenarios
          document={document}
          walk={walk}
          words={words}
          onOpen={(opened) => {
            change(replaceWalk(walk, opened))
            setListing(false)
          }}
          onSaved={(saved) => setWalk((before) => (saved.steps === before.steps ? saved : replaceWalk(before, saved)))}
          onBack={() => setListing(false)}
        />
      ) : answer && walked && !answer.isPlayable ? (
        <NotPlayable document={walked} findings={answer.findings} onChoose={onChoose} onFindings={onFindings} />
      ) : walking ? (
        <WalkContext.Provider value={walking}>
          <PointView
            walk={walk}
            index={at}
            role={role}
            onRole={setRole}
            wanted={wanted}
            onWanted={() => setWanted(undefined)}
            onChange={change}
            onGoOn={() => change(keepSteps(walk, at))}
            onNow={() => setShown(undefined)}
            onDrop={() => change(stepBack(walk))}
          />
        </WalkContext.Provider>
      ) : (
        !failure && <p className={classes.asking}>{t('asking')}</p>
      )}
    </section>
  )
}

/** What somebody who does not see the panel hears of a step: said when it is another than before. */
function useHeard(point: Point | undefined, isAsking: boolean, words: WalkWords): void {
  const heard =
    point === undefined
      ? ''
      : point.refused
        ? describeRefusal(point.refused, point.step, words).join(' ')
        : tellAll(describeDid(point, words)) || words.say('nothingHappened')
  useEffect(() => {
    if (!isAsking && heard !== '') announce(heard)
  }, [isAsking, heard])
}

/** Marks where the client is in the drawing, while the panel is open. */
function useMarks(point: Point | undefined, onMarks: ((marks: CanvasMarks) => void) | undefined): void {
  useEffect(() => {
    const taken = point?.did.flatMap((one) => (one.module === null ? one.taken.map(({ id }) => id) : []))
    onMarks?.(point && taken ? { active: point.states, taken } : noMarks)
  }, [point, onMarks])
  useEffect(() => () => onMarks?.(noMarks), [onMarks])
}

/** Begins in the panel, stays in it when what was pressed is gone, and goes back to where it came from. */
function useFocusInside(point: Point | undefined) {
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    const from = document.activeElement
    panel.current?.focus()
    return () => {
      if (from instanceof HTMLElement && from.isConnected) from.focus()
    }
  }, [])
  const seen = useRef(point)
  useEffect(() => {
    if (seen.current === point) return
    seen.current = point
    // another point takes away what was pressed
    if (document.activeElement === document.body) panel.current?.focus()
  }, [point])
  return panel
}
