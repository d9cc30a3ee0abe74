import { Button, Menu, useMantineColorScheme } from '@mantine/core'
import { IconCheck, IconUserCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { api } from './api.ts'
import { language, languages } from './language.ts'
import { changeLanguage } from './startTexts.ts'
import { useViewer } from './viewer.ts'

const schemes = { auto: 'system', light: 'light', dark: 'dark' } as const

/** Who is signed in, and what is theirs to choose: language, colours, signing out. */
export function AccountMenu() {
  const { t } = useTranslation()
  const viewer = useViewer()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const signOut = async (): Promise<void> => {
    await api().DELETE('/api/v1/session')
    location.assign('/sign-in')
  }
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <Button variant="subtle" color="gray" leftSection={<IconUserCircle size={18} aria-hidden />}>
          <span data-account-name>{viewer.name}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('language')}</Menu.Label>
        {languages.map((one) => (
          <Menu.Item
            key={one}
            lang={one}
            rightSection={language() === one ? <IconCheck size={16} aria-hidden /> : null}
            onClick={() => void changeLanguage(one)}
          >
            {t(one)}
          </Menu.Item>
        ))}
        <Menu.Label>{t('colours')}</Menu.Label>
        {(['auto', 'light', 'dark'] as const).map((one) => (
          <Menu.Item
            key={one}
            rightSection={colorScheme === one ? <IconCheck size={16} aria-hidden /> : null}
            onClick={() => setColorScheme(one)}
          >
            {t(schemes[one])}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item component={Link} href="/accessibility">
          {t('accessibility')}
        </Menu.Item>
        <Menu.Item component="a" href="/docs">
          {t('api')}
        </Menu.Item>
        <Menu.Item onClick={() => void signOut()}>{t('signOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
