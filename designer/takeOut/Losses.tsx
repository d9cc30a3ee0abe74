import { Button, Modal } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answered, api } from '../app/api.ts'
import { Loading } from '../parts/Loading.tsx'
import classes from './Losses.module.css'
import { saveFile } from './saveFile.ts'

/** Before a version goes to Stately: what stays behind, since machines have no place for it. */
export function Losses({ pathway, version, onClose }: { pathway: string; version: number; onClose: () => void }) {
  const { t } = useTranslation('takeOut')
  const { t: shell } = useTranslation('shell')
  const path = { pathway, version }
  const { data } = useQuery({
    queryKey: ['xstate', path],
    queryFn: () => answered(api().GET('/api/v1/pathways/{pathway}/versions/{version}/xstate', { params: { path } })),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const kinds = [...new Set((data?.losses ?? []).map(({ what }) => kindOf(what)))]
  return (
    <Modal opened onClose={onClose} title={t('statelyTitle')} closeButtonProps={{ 'aria-label': shell('close') }}>
      {!data && <Loading />}
      {data && (
        <>
          <p className={classes.lead}>{t('statelyLoses')}</p>
          <ul className={classes.list}>
            {kinds.map((kind) => (
              <li key={kind}>{t(`lost_${kind}`)}</li>
            ))}
          </ul>
          <Button
            onClick={() => {
              saveFile(`${pathway}-${version}.xstate.json`, 'application/json', JSON.stringify(data.machine, null, 2))
              onClose()
            }}
          >
            {t('statelySave')}
          </Button>
        </>
      )}
    </Modal>
  )
}

/** What is lost, by what it is to an administrator. */
const kinds = {
  title: 'texts',
  label: 'texts',
  'sv, en': 'texts',
  sources: 'sources',
  source: 'sources',
  calendar: 'times',
  parameters: 'times',
  facts: 'criteria',
  criteria: 'criteria',
  caseRoles: 'roles',
  by: 'roles',
  taskDefinitions: 'tasks',
  tasks: 'tasks',
  followUps: 'followUps',
  modules: 'modules',
  phase: 'phases',
  proposal: 'proposals',
  exits: 'ends',
  end: 'ends',
  suspensions: 'suspensions',
  whenSuspended: 'suspensions',
} as const
type Kind = (typeof kinds)[keyof typeof kinds] | 'times' | 'others'

function kindOf(what: string): Kind {
  if (what in kinds) return kinds[what as keyof typeof kinds]
  return / ms$/.test(what) ? 'times' : 'others'
}
