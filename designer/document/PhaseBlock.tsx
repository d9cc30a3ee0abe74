import { useTranslation } from 'react-i18next'
import { roleName } from '../../engine/pathway/words/index.ts'
import type { DraftState } from '../model/document.ts'
import { textIn } from '../parts/inWords.ts'
import classes from './PathwayDocument.module.css'
import type { DocumentPart } from './PathwayDocument.tsx'
import { Rule } from './Rule.tsx'
import { RuleList } from './RuleList.tsx'

/** What a phase is for and who does what in it (000a:M04). */
export function PhaseBlock({ document, language, phase }: DocumentPart & { phase: NonNullable<DraftState['phase']> }) {
  const { t } = useTranslation('document', { lng: language })
  const { goal, responsible, responsibilities = {}, services = [], metrics = [], source } = phase
  const listed = (all: typeof services) =>
    all.map(({ id, label, source }) => ({ key: id, words: textIn(label, language), source }))
  return (
    <>
      <dl className={classes.rows}>
        <div>
          <dt>{t('goal')}</dt>
          <dd>
            <Rule words={textIn(goal, language)} source={source} language={language} />
          </dd>
        </div>
        <div>
          <dt>{t('responsible')}</dt>
          <dd>{roleName(document, responsible, language)}</dd>
        </div>
      </dl>
      <RuleList title={t('services')} rules={listed(services)} language={language} />
      <RuleList
        title={t('responsibilities')}
        language={language}
        rules={Object.entries(responsibilities).map(([role, text]) => ({
          key: role,
          words: `${roleName(document, role, language)}: ${textIn(text, language)}`,
        }))}
      />
      <RuleList title={t('metrics')} rules={listed(metrics)} language={language} />
    </>
  )
}
