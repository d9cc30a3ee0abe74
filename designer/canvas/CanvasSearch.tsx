import { Select } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useEdits, useModel } from '../editor/DraftContext.tsx'
import { placeName } from '../model/placeName.ts'
import { type Place, placeKey } from '../model/places.ts'
import { useListKnown } from '../parts/useListKnown.ts'
import { CanvasPanel } from './CanvasPanel.tsx'
import { useSay } from './useDrawing.ts'

/** Finds a state or a transition by its name, and chooses it. */
export function CanvasSearch({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('canvas')
  useListKnown()
  const { language } = useSay()
  const model = useModel()
  const { select } = useEdits()
  const found = useMemo(() => {
    const nameOf = (place: Place): string => placeName(model.document, place, language)
    const states = [...model.states.values()]
      .filter(({ path }) => path !== '')
      .map(({ path }): Place => ({ kind: 'state', state: path }))
    const transitions = model.transitions.map(({ place }) => place)
    const places = new Map([...states, ...transitions].map((place) => [placeKey(place), place]))
    const options = (all: Place[]) =>
      all.map((place) => {
        const from = place.kind === 'transition' ? place.state : undefined
        const name = nameOf(place)
        return {
          value: placeKey(place),
          label: from === undefined ? name : `${nameOf({ kind: 'state', state: from })} → ${name}`,
        }
      })
    return {
      places,
      data: [
        { group: t('states'), items: options(states) },
        { group: t('transitions'), items: options(transitions) },
      ],
    }
  }, [model, language, t])
  return (
    <CanvasPanel label={t('search')} onDone={onDone}>
      <Select
        label={t('search')}
        placeholder={t('searchHint')}
        searchable
        autoFocus
        openOnFocus
        limit={40}
        nothingFoundMessage={t('nothingFound')}
        data={found.data}
        value={null}
        onChange={(value) => {
          const place = value === null ? undefined : found.places.get(value)
          if (place) select(place)
          onDone()
        }}
      />
    </CanvasPanel>
  )
}
