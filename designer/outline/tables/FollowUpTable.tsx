import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { followUpName, roleName, stateName, taskName } from '../../../engine/pathway/words/index.ts'
import type { Language } from '../../app/language.ts'
import { useModel } from '../../editor/DraftContext.tsx'
import { type Place, placeKey } from '../../model/places.ts'
import { timeInWords } from '../outlineRows.ts'
import { SortedTable, type TableRow } from './SortedTable.tsx'

/** What is promised in time, and what people do: where, what, when, who. */
export function FollowUpTable() {
  const { t, i18n } = useTranslation('outline')
  const language = i18n.language as Language
  const model = useModel()
  const rows = useMemo(() => {
    const { document } = model
    const who = (task: string | undefined): string => {
      const role = task === undefined ? undefined : document.taskDefinitions?.[task]?.role
      return role ? roleName(document, role, language) : ''
    }
    return [...model.states.values()].flatMap(({ path, definition }): TableRow[] => {
      const where = stateName(document, path, language)
      const followUps = Object.entries(definition.followUps ?? {}).map(([name, followUp]) => {
        const place: Place = { kind: 'followUp', state: path, name }
        const what = followUpName(document, path, name, language)
        const when = timeInWords(document, followUp, language)
        return { key: placeKey(place), place, cells: [where, what, when, who(followUp.task)] }
      })
      const tasks = (definition.tasks ?? []).map((name, index) => ({
        key: `here:${path}:${name}:${index}`,
        place: { kind: 'task' as const, name, openedIn: path },
        cells: [where, taskName(document, name, language), t('onEntry'), who(name)],
      }))
      return [...followUps, ...tasks]
    })
  }, [model, language, t])
  return (
    <SortedTable
      title="followUpsAndTasks"
      columns={['columnWhere', 'columnWhat', 'columnWhen', 'columnWho']}
      nameColumn={1}
      rows={rows}
      empty="noFollowUps"
    />
  )
}
