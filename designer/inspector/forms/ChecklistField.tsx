import { useTranslation } from 'react-i18next'
import { newLabel } from '../../editing/edits/newLabel.ts'
import { recordOf, stringOf, textOf } from '../../model/readValue.ts'
import { textIn } from '../../parts/inWords.ts'
import { freeId } from '../fields/freeId.ts'
import { ItemsAt } from '../fields/ItemsAt.tsx'
import { StringAt } from '../fields/StringAt.tsx'
import { SwitchAt } from '../fields/SwitchAt.tsx'
import { TextAt } from '../fields/TextAt.tsx'
import { useReader } from '../fields/useReader.ts'
import { SourceField } from './SourceField.tsx'

/** What to check and do while a task is open, ticked one by one. */
export function ChecklistField() {
  const { t } = useTranslation('inspectorThings')
  const { language } = useReader()
  return (
    <ItemsAt
      at={['checklist']}
      label={t('checklist')}
      help={t('checklistHelp')}
      addLabel={t('addChecklistItem')}
      newName={t('checklistItemName')}
      add={(name, items) => ({ id: freeId(name, 'kohta', items, 'id'), label: newLabel(name, language) })}
      nameOf={(item) => textIn(textOf(recordOf(item).label), language) || (stringOf(recordOf(item).id) ?? '')}
    >
      {(index) => (
        <>
          <TextAt at={['checklist', index, 'label']} label={t('checklistItemName')} isRequired />
          <SwitchAt at={['checklist', index, 'required']} label={t('checklistRequired')} />
          <SourceField at={['checklist', index, 'source']} />
          <StringAt at={['checklist', index, 'id']} label={t('key')} maxLength={64} isRequired form="name" />
        </>
      )}
    </ItemsAt>
  )
}
