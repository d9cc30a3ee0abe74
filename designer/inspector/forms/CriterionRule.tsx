import { SegmentedControl } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { toConditions } from '../../../engine/pathway/feel/conditions.ts'
import { criterionInWords } from '../../../engine/pathway/words/index.ts'
import { stringOf } from '../../model/readValue.ts'
import { ConditionsEditor } from '../criterion/ConditionsEditor.tsx'
import { isUnwritten } from '../criterion/draftConditions.ts'
import { ExpressionEditor } from '../criterion/ExpressionEditor.tsx'
import { LiveValue } from '../criterion/LiveValue.tsx'
import { FieldFindings } from '../FormFindings.tsx'
import classes from '../fields/fields.module.css'
import { useField } from '../fields/useField.ts'
import { useReader } from '../fields/useReader.ts'
import { usePlace } from '../PlaceContext.tsx'
import { Section, Sentence } from '../Section.tsx'

/** What a criterion says, picked from facts or written as an expression, and what it says of an example client. */
export function CriterionRule({ children }: { children?: ReactNode }) {
  const { t } = useTranslation('inspectorRules')
  const { document, language } = useReader()
  const { place } = usePlace()
  const { value } = useField(['when'], t('rule'))
  const when = stringOf(value) ?? ''
  const canPick = isUnwritten(when) || toConditions(when) !== null
  const [isWriting, setWriting] = useState(false)
  if (place.kind !== 'criterion') return null
  const shown = canPick && !isWriting ? 'pick' : 'write'
  return (
    <>
      <Sentence>{isUnwritten(when) ? t('unwritten') : criterionInWords(document, place.name, language)}</Sentence>
      {children}
      <Section title={t('rule')}>
        {canPick ? (
          <SegmentedControl
            aria-label={t('ruleAs')}
            data={[
              { value: 'pick', label: t('asConditions') },
              { value: 'write', label: t('asExpression') },
            ]}
            value={shown}
            onChange={(next) => setWriting(next === 'write')}
          />
        ) : (
          <p className={classes.quiet}>{t('onlyExpression')}</p>
        )}
        {shown === 'pick' ? <ConditionsEditor /> : <ExpressionEditor />}
        <FieldFindings at={['when']} />
      </Section>
      <LiveValue />
    </>
  )
}
