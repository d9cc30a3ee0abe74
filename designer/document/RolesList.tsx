import { useTranslation } from 'react-i18next'
import { roleName } from '../../engine/pathway/words/index.ts'
import type { DocumentPart } from './PathwayDocument.tsx'
import { RuleList } from './RuleList.tsx'

/** Who is what to a journey, and who of them may come from outside. */
export function RolesList({ document, language }: DocumentPart) {
  const { t } = useTranslation('document', { lng: language })
  const roles = Object.entries(document.caseRoles ?? {})
  if (roles.length === 0) return null
  return (
    <section>
      <h2>{t('caseRoles')}</h2>
      <RuleList
        language={language}
        rules={roles.map(([name, { lane, source }]) => ({
          key: name,
          words: [`${roleName(document, name, language)}.`, ...(lane ? [t(lane)] : [])].join(' '),
          source,
        }))}
      />
    </section>
  )
}
