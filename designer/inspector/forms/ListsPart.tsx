import { useTranslation } from 'react-i18next'
import { language } from '../../app/language.ts'
import { addListed } from '../../editing/edits/listed.ts'
import { newLabel } from '../../editing/edits/newLabel.ts'
import { useEdits } from '../../editor/DraftContext.tsx'
import { type ListedKind, listed } from '../../model/places.ts'
import { ListedLinks } from '../fields/ListedLinks.tsx'
import { useReader } from '../fields/useReader.ts'
import { newKey, useRoles } from '../fields/useRoles.ts'
import { focusInspector } from '../PlaceLink.tsx'
import { Folded, Section } from '../Section.tsx'

const kinds = ['criterion', 'fact', 'task', 'caseRole', 'parameter', 'exit', 'suspension'] as const

/** What the pathway lists by name, with ways to the forms of each. */
export function ListsPart() {
  const { t } = useTranslation('inspector')
  const { document } = useReader()
  const { edit } = useEdits()
  const [role] = useRoles()
  const definitionOf = (kind: ListedKind, name: string): object => {
    const label = newLabel(name, language())
    switch (kind) {
      case 'criterion':
        return { label, when: 'null' }
      case 'fact':
        return { label, type: 'number' }
      case 'task':
        return { label, role: role?.value ?? '' }
      case 'parameter':
        return { label, type: 'duration', default: 'P1M', origin: 'ours' }
      case 'exit':
        return { label, outcome: 'interrupted' }
      case 'caseRole':
      case 'suspension':
        return { label }
    }
  }
  return (
    <Section title={t('lists')} help={t('listsHelp')}>
      <div>
        {kinds.map((kind) => {
          const names = Object.keys(document[listed[kind]] ?? {})
          return (
            <Folded key={kind} title={`${t(titles[kind])} (${names.length})`}>
              <ListedLinks
                label={t(titles[kind])}
                places={names.map((name) => ({ place: { kind, name }, key: name }))}
                newLabel={t(newOnes[kind])}
                newName={t('name')}
                onNew={(name) => {
                  const key = newKey(document, kind, name, fallbacks[kind])
                  edit({ text: 'addThing', values: { name } }, addListed(kind, key, definitionOf(kind, name)))
                  focusInspector()
                }}
              />
            </Folded>
          )
        })}
      </div>
    </Section>
  )
}

const titles = {
  criterion: 'listCriteria',
  fact: 'listFacts',
  task: 'listTasks',
  caseRole: 'listCaseRoles',
  parameter: 'listParameters',
  exit: 'listExits',
  suspension: 'listSuspensions',
} as const
const newOnes = {
  criterion: 'newCriterion',
  fact: 'newFact',
  task: 'newTask',
  caseRole: 'newRole',
  parameter: 'newParameter',
  exit: 'newExit',
  suspension: 'newSuspension',
} as const
const fallbacks = {
  criterion: 'kriteeri',
  fact: 'tieto',
  task: 'tehtava',
  caseRole: 'rooli',
  parameter: 'asetus',
  exit: 'loppu',
  suspension: 'syy',
} as const
