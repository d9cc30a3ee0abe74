import { Tabs } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useCallback, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Canvas } from '../canvas/Canvas.tsx'
import { CanvasMarksContext, noMarks } from '../canvas/CanvasMarks.tsx'
import { FindingsAnnouncer } from '../findings/FindingsAnnouncer.tsx'
import { FindingsList } from '../findings/FindingsList.tsx'
import { Inspector } from '../inspector/Inspector.tsx'
import { Outline } from '../outline/Outline.tsx'
import { Announcer } from '../parts/Announcer.tsx'
import { WalkPanel } from '../walk/WalkPanel.tsx'
import { useSelection } from './DraftContext.tsx'
import classes from './EditorFrame.module.css'
import { EditorHeader } from './EditorHeader.tsx'
import { RemoveNotice } from './RemoveNotice.tsx'
import { SavingNotice } from './SavingNotice.tsx'
import { useFocusKept } from './useFocusKept.ts'
import { useUndoKeys } from './useUndoKeys.ts'

/** The outline, the drawing and what is chosen, side by side; on a narrow screen one after the other. */
export function EditorFrame() {
  const { t } = useTranslation('editor')
  const isNarrow = useMediaQuery('(max-width: 900px)', window.innerWidth <= 900)
  const [isWalking, setWalking] = useState(false)
  const [isListing, setListing] = useState(false)
  const [isRemoving, setRemoving] = useState(false)
  const [marks, setMarks] = useState(noMarks)
  const page = useRef<HTMLDivElement>(null)
  useUndoKeys()
  useFocusKept(page)

  const findings = isListing ? <FindingsList onClose={() => setListing(false)} /> : null
  const showFindings = useCallback((): void => setListing(true), [])
  const closeWalk = useCallback((): void => setWalking(false), [])
  const walk = isWalking ? <WalkPanel onClose={closeWalk} onMarks={setMarks} onFindings={showFindings} /> : null
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
        {isRemoving && <RemoveNotice onCancel={() => setRemoving(false)} />}
        <SavingNotice />
        <Announcer />
        <FindingsAnnouncer />
        {isNarrow ? (
          // on a narrow screen the walk is a view of its own
          <div className={classes.narrow} hidden={isWalking}>
            <NarrowPanes />
            {findings}
          </div>
        ) : (
          <div className={classes.panes}>
            <section className={classes.outline} aria-label={t('outline')}>
              <Outline />
            </section>
            <main className={classes.canvas} id="content" tabIndex={-1} aria-label={t('canvas')}>
              <Canvas />
            </main>
            <section className={classes.inspector} aria-label={t('inspector')}>
              {findings}
              <Inspector />
            </section>
          </div>
        )}
        {walk}
      </div>
    </CanvasMarksContext>
  )
}

/** The outline first; what is chosen there opens beside it, and the drawing is a view of its own. */
function NarrowPanes() {
  const { t } = useTranslation('editor')
  const [tab, setTab] = useState<string | null>('outline')
  const selection = useSelection()
  return (
    <Tabs value={tab} onChange={setTab} className={classes.tabs} keepMounted={false}>
      <Tabs.List>
        <Tabs.Tab value="outline">{t('outline')}</Tabs.Tab>
        <Tabs.Tab value="inspector" disabled={selection === undefined}>
          {t('inspector')}
        </Tabs.Tab>
        <Tabs.Tab value="canvas">{t('canvas')}</Tabs.Tab>
      </Tabs.List>
      <main id="content" tabIndex={-1}>
        <Tabs.Panel value="outline">
          <Outline onOpen={() => setTab('inspector')} />
        </Tabs.Panel>
        <Tabs.Panel value="inspector">
          <Inspector />
        </Tabs.Panel>
        <Tabs.Panel value="canvas" className={classes.canvasTab}>
          <Canvas onOpen={() => setTab('inspector')} />
        </Tabs.Panel>
      </main>
    </Tabs>
  )
}
