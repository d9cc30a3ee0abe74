import { Button, FileButton } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { failureInWords } from '../app/failureInWords.ts'
import { UnreadableFile } from './readDraftFile.ts'
import { draftFromFile, type ImportNote } from './startDraft.ts'

/** A draft that was made of a file. */
export interface BroughtIn {
  draft: string
  /** the file's name */
  file: string
  notes: ImportNote[]
}

/** Makes a draft of a file that the person chooses; what cannot be read is told in words. */
export function BringIn({
  onStart,
  onDone,
  onFailed,
}: {
  onStart: () => void
  onDone: (done: BroughtIn) => void
  onFailed: (words: string) => void
}) {
  const { t } = useTranslation('home')
  const { t: shared } = useTranslation('shell')
  const [isReading, setReading] = useState(false)
  const bringIn = async (file: File | null): Promise<void> => {
    if (!file) return
    onStart()
    setReading(true)
    try {
      onDone({ ...(await draftFromFile(file)), file: file.name })
    } catch (failure) {
      onFailed(t('importWrong', { file: file.name, why: why(failure) }))
    } finally {
      setReading(false)
    }
  }
  const why = (failure: unknown): string => {
    if (!(failure instanceof UnreadableFile)) return failureInWords(failure, shared)
    if (failure.reason === 'notPathway') return t('importNotPathway')
    return failure.line === undefined ? t('importNotJson') : t('importNotJsonAt', { line: failure.line })
  }
  return (
    <FileButton accept="application/json,.json" onChange={(file) => void bringIn(file)}>
      {(props) => (
        <Button
          {...props}
          variant="default"
          loading={isReading}
          leftSection={<IconFileImport size={18} aria-hidden />}
          title={t('importHint')}
        >
          {t('importFile')}
        </Button>
      )}
    </FileButton>
  )
}
