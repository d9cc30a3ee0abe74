import { memo, Suspense, useCallback, useDeferredValue, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDraft, useOpenDraft } from '../editor/DraftContext.tsx'
import { isSamePlace, type Place, placeKey } from '../model/places.ts'
import { stateIn, thingAt } from '../model/thingAt.ts'
import { Loading } from '../parts/Loading.tsx'
import { type LazyPart, lazyPart } from '../parts/lazyPart.tsx'
import { useTranslations } from '../parts/translations.ts'
import { FindingsProvider, ThingFindings } from './FormFindings.tsx'
import { Switch } from './fields/controls.ts'
import { kindName } from './fields/Uses.tsx'
import { useReader } from './fields/useReader.ts'
import classes from './Inspector.module.css'
import { PlaceProvider } from './PlaceContext.tsx'
import { Trail } from './Trail.tsx'
import { thingName } from './thingName.ts'
import { useFocusInView } from './useFocusInView.ts'
import { useFromTheTop } from './useFromTheTop.ts'

// each form is fetched when the first thing of its kind is chosen
const forms: Record<Place['kind'], LazyPart<object>> = {
  pathway: lazyPart(() => import('./forms/PathwayForm.tsx')),
  state: lazyPart(() => import('./forms/StateForm.tsx')),
  transition: lazyPart(() => import('./forms/TransitionForm.tsx')),
  followUp: lazyPart(() => import('./forms/FollowUpForm.tsx')),
  module: lazyPart(() => import('./forms/ModuleForm.tsx')),
  task: lazyPart(() => import('./forms/TaskForm.tsx')),
  criterion: lazyPart(() => import('./forms/CriterionForm.tsx')),
  fact: lazyPart(() => import('./forms/FactForm.tsx')),
  caseRole: lazyPart(() => import('./forms/CaseRoleForm.tsx')),
  parameter: lazyPart(() => import('./forms/ParameterForm.tsx')),
  exit: lazyPart(() => import('./forms/ExitForm.tsx')),
  suspension: lazyPart(() => import('./forms/SuspensionForm.tsx')),
}

/** Fetches the form that an editor opens with. */
export const prepareInspector = (): Promise<void> => forms.pathway.prepare()

/**
 * The form of what is chosen. Where only something else has been chosen it comes a moment later, so that whoever goes
 * along the pathway does not wait for forms; an edit is shown at once, with what it chose. What is pressed meanwhile is
 * meant for the form that is coming, and the one that is still there does not take it.
 */
export function Inspector() {
  const now = useDraft((draft) => draft.now)
  const before = useDeferredValue(now)
  const { selection } = before.document === now.document ? before : now
  return (
    <div className={classes.pane} data-late={!isSamePlace(selection, now.selection)}>
      <ChosenForm selection={selection} />
    </div>
  )
}

const ChosenForm = memo(function ChosenForm({ selection }: { selection: Place }) {
  const { t } = useTranslation('inspector')
  const { document, language } = useReader()
  const { store } = useOpenDraft()
  const { areShown, show } = useTranslations()
  const root = useRef<HTMLElement>(null)
  useFocusInView(root)
  const [isKept, setKept] = useState(false)
  const [form, setForm] = useState({ place: selection, number: 0 })
  if (!isSamePlace(form.place, selection)) {
    // what has only got another key or turn keeps its form, and the focus in it
    setForm({ place: selection, number: form.number + (isKept ? 0 : 1) })
    setKept(false)
  }
  const asSame = useCallback(
    (act: () => void) => {
      const before = store.getState().now.selection
      act()
      if (!isSamePlace(before, store.getState().now.selection)) setKept(true)
    },
    [store],
  )
  useFromTheTop(root, form.number)
  const place = isSamePlace(form.place, selection) ? form.place : selection
  const isThere = useDraft(({ now }) => thingAt(now.document, place) !== undefined)
  const isPhase = useDraft(
    ({ now }) => place.kind === 'state' && stateIn(now.document, place.state)?.phase !== undefined,
  )
  const kind = place.kind === 'state' && !isPhase ? 'kindStep' : kindName[place.kind]
  const Form = forms[place.kind]
  return (
    <section
      ref={root}
      className={classes.root}
      id="inspector"
      tabIndex={-1}
      data-place={placeKey(place)}
      aria-labelledby="inspector-title"
    >
      <Trail place={place} />
      <div className={classes.head}>
        <h2 className={classes.title} id="inspector-title">
          <span className={classes.kind}>{t(kind)}: </span>
          {isThere ? thingName(document, place, language) : t('gone')}
        </h2>
      </div>
      {isThere && (
        <FindingsProvider key={form.number} place={place}>
          <PlaceProvider place={place} asSame={asSame}>
            <ThingFindings />
            <Suspense fallback={<Loading />}>
              <div className={classes.form} data-form={place.kind}>
                <Form />
              </div>
            </Suspense>
          </PlaceProvider>
        </FindingsProvider>
      )}
      <Switch
        className={classes.translations}
        label={t('allTranslations')}
        checked={areShown}
        onChange={({ currentTarget }) => show(currentTarget.checked)}
      />
    </section>
  )
})
