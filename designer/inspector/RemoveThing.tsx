import { IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Edit } from '../editing/edits/edit.ts'
import type { EditName } from '../editing/history.ts'
import { useEdits } from '../editor/DraftContext.tsx'
import { Button } from './fields/controls.ts'
import { useReader } from './fields/useReader.ts'
import classes from './Inspector.module.css'
import { usePlace } from './PlaceContext.tsx'
import { focusInspector } from './PlaceLink.tsx'
import { thingName } from './thingName.ts'

/** Takes the thing away. Undo brings it back, so nothing is asked. */
export function RemoveThing({ edit, text, help }: { edit: Edit; text: EditName['text']; help?: string }) {
  const { t } = useTranslation('inspector')
  const { document, language } = useReader()
  const { place } = usePlace()
  const edits = useEdits()
  const name = thingName(document, place, language)
  return (
    <div className={classes.end}>
      <Button
        variant="default"
        classNames={{ root: classes.wrapping, label: classes.wrappingLabel }}
        leftSection={<IconTrash size={16} aria-hidden />}
        onClick={() => {
          edits.edit({ text, values: { name } }, edit)
          focusInspector()
        }}
      >
        {t('removeName', { name })}
      </Button>
      {help && <p className={classes.sectionHelp}>{help}</p>}
    </div>
  )
}
