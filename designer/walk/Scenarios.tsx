import { Button, TextInput } from '@mantine/core'
import { IconPlayerPlay } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Refused } from '../app/api.ts'
import { failureInWords } from '../app/failureInWords.ts'
import { language } from '../app/language.ts'
import { useName } from '../app/useName.ts'
import type { DraftDocument } from '../model/document.ts'
import { announce } from '../parts/Announcer.tsx'
import { momentInWords } from '../parts/inWords.ts'
import { useOneAtATime } from '../parts/useOneAtATime.ts'
import { ScenarioRow } from './ScenarioRow.tsx'
import { scenarioIdFor } from './scenarioId.ts'
import classes from './Walk.module.css'
import { listScenarios, removeScenario, runScenarios, saveScenario } from './walkApi.ts'
import { askOf, openScenario, type Walk } from './walkSteps.ts'
import type { Scenario, ScenarioResult } from './walkTypes.ts'
import type { WalkWords } from './walkWords.ts'

/** The pathway's scenarios: saved walks that are run at every publish. Here they are run on the draft as it stands. */
export function Scenarios({
  document,
  walk,
  words,
  onOpen,
  onSaved,
  onBack,
}: {
  document: DraftDocument
  walk: Walk
  words: WalkWords
  onOpen: (walk: Walk) => void
  onSaved: (walk: Walk) => void
  onBack: () => void
}) {
  const { t } = useTranslation('walk')
  const { t: shell } = useTranslation('shell')
  const queries = useQueryClient()
  const pathway = document.id
  const [name, setName] = useState(walk.scenario?.name ?? '')
  const [said, setSaid] = useState('')
  const [failure, setFailure] = useState<unknown>()
  const stale = staleOf(failure)
  const staleBy = useName(stale?.savedBy ?? '')
  const { isBusy, begin } = useOneAtATime()
  const list = useQuery({ queryKey: ['scenarios', pathway], queryFn: () => listScenarios(pathway) })
  const howItWent = (results: readonly ScenarioResult[]): string => {
    const count = results.filter(({ passed }) => !passed).length
    return count === 0 ? t('allPassed') : t('someDiffer', { count })
  }
  const run = useMutation({
    mutationFn: (draft: DraftDocument) => runScenarios(pathway, draft),
    onSuccess: (answer) => announce(howItWent(answer.scenarios)),
  })
  const scenarios = list.data ?? []
  // a draft that has been edited since would have to be run again
  const result = run.variables === document ? run.data : undefined
  const ran = result?.scenarios

  /** Does something to the scenarios, and says how it went. */
  const act = (what: () => Promise<string>): void => begin(() => told(what))
  const told = async (what: () => Promise<string>): Promise<void> => {
    setFailure(undefined)
    try {
      const done = await what()
      setSaid(done)
      announce(done)
      await queries.invalidateQueries({ queryKey: ['scenarios', pathway] })
    } catch (error) {
      setSaid('')
      setFailure(error)
    }
  }
  const reasonOf = (error: unknown): string => {
    if (!(error instanceof Refused)) return t('unreachable')
    return stale && error === failure
      ? t('scenarioStale', { who: staleBy, when: momentInWords(stale.savedAt, language()) })
      : t('scenarioFailed', { why: failureInWords(error, shell) })
  }
  const save = (id: string, called: string, saved: Walk, revision?: number): void =>
    act(async () => {
      const body = { ...askOf(document, saved), name: called, ...(revision !== undefined && { revision }) }
      const answer = await saveScenario(pathway, id, body)
      onSaved({ ...saved, scenario: { id, name: called, revision: answer.revision } })
      return t('savedScenario', { name: called })
    })
  const saveNew = (event: FormEvent): void => {
    event.preventDefault()
    const called = name.trim()
    if (called === '' || walk.steps.length === 0) return
    const same = scenarios.find((one) => one.name === called)
    save(same?.scenario ?? scenarioIdFor(called, scenarios), called, walk, same?.revision)
  }
  const remove = (scenario: Scenario): void =>
    act(async () => {
      await removeScenario(scenario)
      return t('removedScenario', { name: scenario.name })
    })

  return (
    <div className={classes.body} data-double>
      <section className={classes.column} aria-labelledby="walk-scenarios">
        <div className={classes.headRow}>
          <h3 id="walk-scenarios" className={classes.heading}>
            {t('scenarios')}
          </h3>
          <Button variant="subtle" size="compact-md" onClick={onBack}>
            {t('toWalk')}
          </Button>
        </div>
        <p>{t('scenariosWhat')}</p>
        <form className={classes.saving} onSubmit={saveNew}>
          <TextInput
            label={t('scenarioName')}
            placeholder={t('scenarioNameHint')}
            value={name}
            maxLength={200}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
          />
          <Button type="submit" loading={isBusy} disabled={name.trim() === '' || walk.steps.length === 0}>
            {t('saveAs')}
          </Button>
        </form>
        {walk.steps.length === 0 && <p className={classes.quiet}>{t('saveFirst')}</p>}
        {said !== '' && <p className={classes.good}>{said}</p>}
        {failure !== undefined && (
          <p role="alert" className={classes.wrong}>
            {reasonOf(failure)}
          </p>
        )}
      </section>
      <section className={classes.column} aria-label={t('scenarios')}>
        {list.isSuccess && scenarios.length === 0 && <p className={classes.quiet}>{t('noScenarios')}</p>}
        {list.error && (
          <p role="alert" className={classes.wrong}>
            {reasonOf(list.error)}
          </p>
        )}
        {scenarios.length > 0 && (
          <div className={classes.row}>
            <Button
              variant="default"
              leftSection={<IconPlayerPlay size={16} aria-hidden />}
              loading={run.isPending}
              onClick={() => run.mutate(document)}
            >
              {t('runAll')}
            </Button>
            <span>{ran && howItWent(ran)}</span>
          </div>
        )}
        {run.error && (
          <p role="alert" className={classes.wrong}>
            {reasonOf(run.error)}
          </p>
        )}
        {result?.isPlayable === false && <p className={classes.wrong}>{t('notPlayableWhy')}</p>}
        <ul className={classes.plain}>
          {scenarios.map((scenario) => (
            <li key={scenario.scenario} className={classes.card}>
              <ScenarioRow
                scenario={scenario}
                result={ran?.find((one) => one.scenario === scenario.scenario)}
                words={words}
                onOpen={() => onOpen(openScenario(scenario))}
                onSaveAnew={() => save(scenario.scenario, scenario.name, openScenario(scenario), scenario.revision)}
                onRemove={() => remove(scenario)}
              />
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}

/** Who has saved a scenario meanwhile, and when, where that is why it was refused. */
function staleOf(failure: unknown): { savedBy: string; savedAt: string } | undefined {
  if (!(failure instanceof Refused)) return undefined
  const { code, savedBy, savedAt } = failure.problem as { code: string; savedBy?: string; savedAt?: string }
  const isStale = code === 'stale-revision' || code === 'precondition-failed'
  return isStale && savedBy !== undefined && savedAt !== undefined ? { savedBy, savedAt } : undefined
}
