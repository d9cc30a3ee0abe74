import { Menu } from '@mantine/core'
import { IconBraces, IconPhoto, IconSitemap } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Language } from '../app/language.ts'
import { type TakenOut, takeOutJson, takeOutMermaid, takeOutSvg } from './takeOut.ts'

/** The files that a pathway can be taken out as: items of a menu. */
export function TakeOutItems({
  read,
  onFailed,
}: {
  /** what is to be taken out, as it is when it is asked for */
  read: () => TakenOut
  onFailed: (words: string) => void
}) {
  const { t, i18n } = useTranslation('takeOut')
  const failing = (taking: Promise<void>): void => {
    taking.catch(() => onFailed(t('failed')))
  }
  return (
    <>
      <Menu.Label>{t('title')}</Menu.Label>
      <Menu.Item leftSection={<IconBraces size={18} aria-hidden />} onClick={() => takeOutJson(read())}>
        {t('json')}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconPhoto size={18} aria-hidden />}
        onClick={() => failing(takeOutSvg(read(), i18n.language as Language))}
      >
        {t('svg')}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconSitemap size={18} aria-hidden />}
        onClick={() => failing(takeOutMermaid(read(), i18n.language as Language))}
      >
        {t('mermaid')}
      </Menu.Item>
    </>
  )
}
