import { useTranslation } from 'react-i18next'
import { parentOf } from '../../model/places.ts'
import { StringAt } from '../fields/StringAt.tsx'
import { TextAt } from '../fields/TextAt.tsx'
import { usePlace, useThing } from '../PlaceContext.tsx'
import { Section } from '../Section.tsx'
import { OutcomeField } from './OutcomeField.tsx'

/** How a journey that comes here has ended. */
export function EndPart() {
  const { t } = useTranslation('inspector')
  const { place } = usePlace()
  const thing = useThing()
  if (place.kind !== 'state' || (parentOf(place.state) !== '' && thing.end === undefined)) return null
  return (
    <Section title={t('howItEnds')}>
      <TextAt at={['end', 'label']} label={t('endLabel')} help={t('endLabelHelp')} isRequired />
      <OutcomeField at={['end', 'outcome']} />
      <StringAt
        at={['end', 'code']}
        label={t('endCode')}
        help={t('endCodeHelp')}
        maxLength={64}
        isRequired
        form="name"
      />
    </Section>
  )
}
