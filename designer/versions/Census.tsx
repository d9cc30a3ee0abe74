import { Table } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { stateName } from '../../engine/pathway/words/index.ts'
import { answered, api } from '../app/api.ts'
import type { Language } from '../app/language.ts'
import { asDraftDocument } from '../model/document.ts'
import { useVersion } from './useVersions.ts'
import classes from './Versions.module.css'

/** How many clients of a version are where; asked for when it is opened. */
export function Census({ pathway, version }: { pathway: string; version: number }) {
  const { t, i18n } = useTranslation('versions')
  const [isOpen, setOpen] = useState(false)
  const { details } = useVersion(pathway, isOpen ? version : undefined)
  const { data: census } = useQuery({
    queryKey: ['census', pathway, version],
    queryFn: () =>
      answered(
        api().GET('/api/v1/pathways/{pathway}/versions/{version}/census', { params: { path: { pathway, version } } }),
      ),
    enabled: isOpen,
  })
  const document = details && asDraftDocument(details.document)
  return (
    <details className={classes.census} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('whereTheyAre')}</summary>
      {document && census && (
        <>
          <Table withRowBorders className={classes.table}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{t('state')}</Table.Th>
                <Table.Th scope="col" className={classes.number}>
                  {t('clientsIn')}
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {census.byState.map(({ state, live }) => (
                <Table.Tr key={state}>
                  <Table.Th scope="row" style={{ paddingLeft: `${state.split('.').length * 16 - 6}px` }}>
                    {stateName(document, state, i18n.language as Language)}
                  </Table.Th>
                  <Table.Td className={classes.number}>{live}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
          <p className={classes.quiet}>{t('censusNote')}</p>
        </>
      )}
    </details>
  )
}
