import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { delayOf } from '../../../engine/pathway/parameters.ts'
import { criterionName, durationInWords, roleName, stateName } from '../../../engine/pathway/words/index.ts'
import type { Language } from '../../app/language.ts'
import { useModel } from '../../editor/DraftContext.tsx'
import { placeKey } from '../../model/places.ts'
import type { TransitionItem } from '../../model/readPathway.ts'
import { type OutlineText, transitionLabel } from '../outlineRows.ts'
import { SortedTable } from './SortedTable.tsx'

/** Every transition: from where, what it is called, to where, when, who may take it, and what happens by itself. */
export function TransitionTable() {
  const { t, i18n } = useTranslation('outline')
  const language = i18n.language as Language
  const model = useModel()
  const rows = useMemo(() => {
    const { document } = model
    const say = (text: OutlineText): string => t(text as 'tree')
    const options = { language, t: say, open: new Set<string>() }
    const when = ({ trigger, event, definition }: TransitionItem): string => {
      const { parameters } = document
      const time = {
        on: t('person'),
        after: durationInWords(trigger === 'after' ? delayOf(event) : 'P1D', language, { form: 'after', parameters }),
        always: t('onFacts'),
        onDone: t('onDone'),
      }[trigger]
      const asked = (definition.criteria ?? []).map((name) => criterionName(document, name, language))
      return [time, ...asked].join(' · ')
    }
    return model.transitions.map((item) => {
      const { by, automatic } = item.definition
      const to = item.targets.map((target) => stateName(document, target, language)).join(' + ')
      return {
        key: placeKey(item.place),
        place: item.place,
        cells: [
          stateName(document, item.source, language),
          transitionLabel(document, item, options),
          item.lost.length > 0 ? t('lost') : to === '' ? t('stays') : to,
          when(item),
          item.trigger !== 'on'
            ? ''
            : by
              ? by.map((role) => roleName(document, role, language)).join(', ')
              : t('anyone'),
          item.trigger === 'on' && !automatic ? t('no') : automatic ? t('yes') : t('proposal'),
        ],
      }
    })
  }, [model, language, t])
  return (
    <SortedTable
      title="transitions"
      columns={['columnFrom', 'columnName', 'columnTo', 'columnWhen', 'columnBy', 'columnItself']}
      nameColumn={1}
      rows={rows}
      empty="noTransitions"
    />
  )
}
