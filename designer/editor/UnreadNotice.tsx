import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { language } from '../app/language.ts'
import { fieldInWords } from '../findings/fieldInWords.ts'
import { whereInWords } from '../findings/whereInWords.ts'
import { pathOf, placeAt } from '../model/places.ts'
import { Banner } from '../parts/Banner.tsx'
import { takeOutJson } from '../takeOut/takeOut.ts'
import { useDraft } from './DraftContext.tsx'

/** More places than this are counted rather than named. */
const mostNamed = 5

/** Says what of the draft could not be read and would be left out, and hands out the draft with it before that. */
export function UnreadNotice() {
  const { t } = useTranslation('editor')
  const { t: findings } = useTranslation('findings')
  const unread = useDraft((draft) => draft.unread)
  const document = useDraft((draft) => draft.foundIn)
  const [read, setRead] = useState<typeof unread>()
  if (!unread || unread === read) return null
  const names = new Set(
    unread.paths.map((path) => {
      const place = placeAt(path)
      const field = path.length > pathOf(place).length ? fieldInWords(path, findings) : undefined
      const where = whereInWords(document, place, language()) || t('untitled')
      return field === undefined ? where : `${where} (${field})`
    }),
  )
  const left = names.size - mostNamed
  const what = [...names].slice(0, mostNamed).concat(left > 0 ? [t('unreadMore', { count: left })] : [])
  return (
    <Banner role="alert" onClose={() => setRead(unread)}>
      <span>{t('unread', { what: what.join(', ') })}</span>
      <Button
        size="compact-md"
        variant="default"
        leftSection={<IconDownload size={16} aria-hidden />}
        onClick={() => takeOutJson({ document: unread.written, name: `${document.id}-${t('draft')}` })}
      >
        {t('download')}
      </Button>
    </Banner>
  )
}
