import { Tabs } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { type ReactNode, useCallback, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { language } from '../app/language.ts'
import { usePage } from '../app/usePage.ts'
import { Canvas, prepareDrawing } from '../canvas/Canvas.tsx'
import { CanvasMarksContext, noMarks } from '../canvas/CanvasMarks.tsx'
import { FindingsAnnouncer } from '../findings/FindingsAnnouncer.tsx'
import { FindingsList } from '../findings/FindingsList.tsx'
import { Inspector, prepareInspector } from '../inspector/Inspector.tsx'
import { Outline } from '../outline/Outline.tsx'
import { Announcer } from '../parts/Announcer.tsx'
import { Boundary } from '../parts/Boundary.tsx'
import { textIn } from '../parts/inWords.ts'
import { Told } from '../parts/Told.tsx'
import { WalkPanel } from '../walk/WalkPanel.tsx'
import { BroughtInNotice } from './BroughtInNotice.tsx'
import { useDraft } from './DraftContext.tsx'
import classes from './EditorFrame.module.css'
import { EditorHeader } from './EditorHeader.tsx'
import { focusMoreMenu } from './MoreMenu.tsx'
import { RemoveNotice } from './RemoveNotice.tsx'
import { RestoredNotice } from './RestoredNotice.tsx'
import { SavingNotice } from './SavingNotice.tsx'
import { UnreadNotice } from './UnreadNotice.tsx'
import { useFocusKept } from './useFocusKept.ts'
import { useUndoKeys } from './useUndoKeys.ts'
import { type PaneName, WayBack } from './WayBack.tsx'

/** Where the drawing is a view of its own. */
const narrow = '(max-width: 900px)'

/** Fetches what stands side by side in an editor, for a draft that is being fetched. */
export async function prepareEditor(): Promise<void> {
  if (!window.matchMedia(narrow).matches) await Promise.all([prepareDrawing(), prepareInspector()])
}

/** The outline, the drawing and what is chosen, side by side; on a narrow screen one after the other. */
export function EditorFrame() {
  const { t } = useTranslation('editor')
  const isNarrow = useMediaQuery(narrow, window.matchMedia(narrow).matches)
  const [isWalking, setWalking] = useState(false)
  const [isListing, setListing] = useState(false)
  const [isRemoving, setRemoving] = useState(false)
  const [marks, setMarks] = useState(noMarks)
  const page = useRef<HTMLDivElement>(null)
  usePage(useDraft(({ now }) => textIn(now.document.title, language())) || t('untitled'))
  useUndoKeys()
  useFocusKept(page)

  const findings = isListing ? (
    <Pane>
      <FindingsList onClose={() => setListing(false)} />
    </Pane>
  ) : null
  const showFindings = useCallback((): void => setListing(true), [])
  const cancelRemoving = (): void => {
    setRemoving(false)
    // that is where it was asked for
    focusMoreMenu()
  }
  const closeWalk = useCallback((): void => setWalking(false), [])
  const walk = isWalking ? (
    <Pane>
      <WalkPanel onClose={closeWalk} onMarks={setMarks} onFindings={showFindings} />
    </Pane>
  ) : null
  return (
    <CanvasMarksContext value={marks}>
      <div ref={page} className={classes.page}>
        <EditorHeader
          isListing={isListing}
          isWalking={isWalking}
          onFindings={() => setListing(!isListing)}
          onWalk={() => setWalking(!isWalking)}
          onRemove={() => setRemoving(true)}
        />
        {isRemoving && <RemoveNotice onCancel={cancelRemoving} />}
        <SavingNotice />
        <RestoredNotice />
        <UnreadNotice />
        <BroughtInNotice />
        <Announcer />
        <Told />
        <FindingsAnnouncer />
        {isNarrow ? (
          // on a narrow screen the walk is a view of its own
          <div className={classes.narrow} hidden={isWalking}>
            <NarrowPanes />
            {findings}
          </div>
        ) : (
          <div className={classes.panes}>
            <WayBack />
            <section className={classes.outline} data-pane="outline" aria-label={t('outline')}>
              <Pane>
                <Outline />
              </Pane>
            </section>
            <main className={classes.canvas} data-pane="canvas" id="content" tabIndex={-1} aria-label={t('canvas')}>
              <Pane>
                <Canvas />
              </Pane>
            </main>
            <section className={classes.inspector} aria-label={t('inspector')}>
              {findings}
              <Pane>
                <Inspector />
              </Pane>
            </section>
          </div>
        )}
        {walk}
      </div>
    </CanvasMarksContext>
  )
}

/** What goes wrong in a pane stays in it, until something else is drawn or chosen there. */
function Pane({ children }: { children: ReactNode }) {
  const document = useDraft(({ now }) => now.document)
  const selection = useDraft(({ now }) => now.selection)
  return <Boundary resetOn={[document, selection]}>{children}</Boundary>
}

/** The outline first; what is chosen there opens beside it, and the drawing is a view of its own. */
function NarrowPanes() {
  const { t } = useTranslation('editor')
  const [tab, setTab] = useState<string | null>('outline')
  const goBack = useCallback((pane: PaneName): void => flushSync(() => setTab(pane)), [])
  return (
    <Tabs value={tab} onChange={setTab} className={classes.tabs} keepMounted={false}>
      <Tabs.List>
        <Tabs.Tab value="outline">{t('outline')}</Tabs.Tab>
        <Tabs.Tab value="inspector">{t('inspector')}</Tabs.Tab>
        <Tabs.Tab value="canvas">{t('canvas')}</Tabs.Tab>
      </Tabs.List>
      <WayBack onBack={goBack} />
      <main id="content" tabIndex={-1}>
        <Tabs.Panel value="outline" data-pane="outline">
          <Pane>
            <Outline onOpen={() => setTab('inspector')} />
          </Pane>
        </Tabs.Panel>
        <Tabs.Panel value="inspector">
          <Pane>
            <Inspector />
          </Pane>
        </Tabs.Panel>
        <Tabs.Panel value="canvas" data-pane="canvas" className={classes.canvasTab}>
          <Pane>
            <Canvas onOpen={() => setTab('inspector')} />
          </Pane>
        </Tabs.Panel>
      </main>
    </Tabs>
  )
}
