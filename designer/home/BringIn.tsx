import { Button, FileButton } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { failureInWords } from '../app/failureInWords.ts'
import { useOneAtATime } from '../parts/useOneAtATime.ts'
import { keepImport } from './keepImport.ts'
import { UnreadableFile } from './readDraftFile.ts'
import { draftFromFile } from './startDraft.ts'

/** Makes a draft of a file that the person chooses; what cannot be read is told in words. */
export function BringIn({
  onStart,
  onDone,
  onFailed,
}: {
  onStart: () => void
  onDone: (draft: string) => void
  onFailed: (words: string) => void
}) {
  const { t } = useTranslation('home')
  const { t: shared } = useTranslation('shell')
  const { isBusy, begin } = useOneAtATime()
  const bringIn = async (file: File): Promise<void> => {
    onStart()
    try {
      const { draft, notes } = await draftFromFile(file)
      // what there is to say is said where it can be mended
      if (notes.length > 0) keepImport(draft, { file: file.name, notes })
      onDone(draft)
    } catch (failure) {
      onFailed(t('importWrong', { file: file.name, why: why(failure) }))
    }
  }
  const why = (failure: unknown): string => {
    if (!(failure instanceof UnreadableFile)) return failureInWords(failure, shared)
    if (failure.reason === 'notPathway') return t('importNotPathway')
    return failure.line === undefined ? t('importNotJson') : t('importNotJsonAt', { line: failure.line })
  }
  return (
    <FileButton accept="application/json,.json" onChange={(file) => file && begin(() => bringIn(file))}>
      {(props) => (
        <Button
          {...props}
          variant="default"
          loading={isBusy}
          leftSection={<IconFileImport size={18} aria-hidden />}
          title={t('importHint')}
        >
          {t('importFile')}
        </Button>
      )}
    </FileButton>
  )
}
