import { useTranslation } from 'react-i18next'
import { newLabel } from '../../editing/edits/newLabel.ts'
import { recordOf, stringOf, textOf } from '../../model/readValue.ts'
import { textIn } from '../../parts/inWords.ts'
import { freeId } from '../fields/freeId.ts'
import { ItemsAt } from '../fields/ItemsAt.tsx'
import { RoleAt } from '../fields/RoleAt.tsx'
import { StringAt } from '../fields/StringAt.tsx'
import { TextAt } from '../fields/TextAt.tsx'
import { useReader } from '../fields/useReader.ts'
import { Section } from '../Section.tsx'
import { ResponsibilitiesField } from './ResponsibilitiesField.tsx'
import { SourceField } from './SourceField.tsx'

/** What people say of a phase: its goal, its services, who does what, and how it is measured. */
export function PhasePart() {
  const { t } = useTranslation('inspector')
  const { language } = useReader()
  const listed = (key: 'services' | 'metrics', texts: { label: string; help: string; add: string; name: string }) => (
    <ItemsAt
      at={['phase', key]}
      label={texts.label}
      help={texts.help}
      addLabel={texts.add}
      newName={texts.name}
      add={(name, items) => ({
        id: freeId(name, key === 'services' ? 'palvelu' : 'mittari', items, 'id'),
        label: newLabel(name, language),
      })}
      nameOf={(item) => textIn(textOf(recordOf(item).label), language) || (stringOf(recordOf(item).id) ?? '')}
    >
      {(index) => (
        <>
          <TextAt at={['phase', key, index, 'label']} label={texts.name} isRequired />
          <SourceField at={['phase', key, index, 'source']} />
          <StringAt at={['phase', key, index, 'id']} label={t('key')} maxLength={64} isRequired form="name" />
        </>
      )}
    </ItemsAt>
  )
  return (
    <>
      <TextAt at={['phase', 'label']} label={t('name')} isRequired />
      <TextAt at={['phase', 'goal']} label={t('goal')} help={t('goalHelp')} isRequired isLong />
      <Section title={t('whoDoesWhat')}>
        <RoleAt at={['phase', 'responsible']} label={t('responsible')} help={t('responsibleHelp')} />
        <ResponsibilitiesField />
      </Section>
      <Section title={t('servicesAndMetrics')}>
        {listed('services', {
          label: t('services'),
          help: t('servicesHelp'),
          add: t('addService'),
          name: t('serviceName'),
        })}
        {listed('metrics', { label: t('metrics'), help: t('metricsHelp'), add: t('addMetric'), name: t('metricName') })}
        <SourceField at={['phase', 'source']} />
      </Section>
    </>
  )
}
