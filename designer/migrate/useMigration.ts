import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { failureInWords } from '../app/failureInWords.ts'
import { atTheBeginning, countOf, type Migration, migrateAll, type Outcome, type Progress } from './migrateAll.ts'

/** A move that was cut off: it goes on under the same key from the call that was not answered. */
interface Interrupted {
  of: string
  key: string
  progress: Progress
}

/**
 * A move of clients that is tried before it is made: what has been tried counts for just what was asked for then.
 * @param migration as the form says it now
 */
export function useMigration(migration: Migration): {
  /** what would become of the clients; undefined unless just this has been tried */
  tried: Outcome | undefined
  moved: Outcome | undefined
  /** the move that is asked for was begun, and cut off */
  isCutOff: boolean
  /** what runs, and how many clients it has gone through */
  running: { what: 'trying' | 'moving'; count: number } | undefined
  /** why the last did not succeed, in words */
  wrong: string | undefined
  attempt: () => Promise<void>
  move: () => Promise<void>
} {
  const { t } = useTranslation('migrate')
  const { t: shell } = useTranslation('shell')
  const queries = useQueryClient()
  const [tried, setTried] = useState<{ of: string; outcome: Outcome }>()
  const [moved, setMoved] = useState<Outcome>()
  const [interrupted, setInterrupted] = useState<Interrupted>()
  const [running, setRunning] = useState<{ what: 'trying' | 'moving'; count: number }>()
  const [wrong, setWrong] = useState<string>()
  const asked = JSON.stringify(migration)
  const cutOff = interrupted?.of === asked ? interrupted : undefined

  const attempt = async (): Promise<void> => {
    setWrong(undefined)
    setMoved(undefined)
    setTried(undefined)
    setInterrupted(undefined)
    setRunning({ what: 'trying', count: 0 })
    try {
      const onProgress = ({ outcome }: Progress) => setRunning({ what: 'trying', count: countOf(outcome) })
      setTried({ of: asked, outcome: await migrateAll(migration, { onProgress }) })
    } catch (failure) {
      setWrong(t('tryFailed', { why: failureInWords(failure, shell) }))
    } finally {
      setRunning(undefined)
    }
  }

  const move = async (): Promise<void> => {
    setWrong(undefined)
    const { key, progress: start } = cutOff ?? { key: crypto.randomUUID(), progress: atTheBeginning }
    let progress = start
    setRunning({ what: 'moving', count: countOf(start.outcome) })
    const onProgress = (now: Progress): void => {
      progress = now
      setRunning({ what: 'moving', count: countOf(now.outcome) })
    }
    try {
      setMoved(await migrateAll(migration, { key, start, onProgress }))
      setTried(undefined)
      setInterrupted(undefined)
      for (const about of ['versions', 'census']) void queries.invalidateQueries({ queryKey: [about] })
    } catch (failure) {
      setInterrupted({ of: asked, key, progress })
      setWrong(t('moveFailed', { why: failureInWords(failure, shell), count: progress.outcome.moved }))
    } finally {
      setRunning(undefined)
    }
  }

  return {
    tried: tried?.of === asked ? tried.outcome : undefined,
    moved,
    isCutOff: cutOff !== undefined,
    running,
    wrong,
    attempt,
    move,
  }
}
