import { Button, Menu, useMantineColorScheme } from '@mantine/core'
import { IconUserCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { type Language, language, languages } from './language.ts'
import { useSignOut } from './SigningOut.tsx'
import { changeLanguage } from './startTexts.ts'
import { useViewer } from './viewer.ts'

const schemes = ['auto', 'light', 'dark'] as const
const schemeTexts = { auto: 'system', light: 'light', dark: 'dark' } as const
const asScheme = (chosen: string): (typeof schemes)[number] => schemes.find((one) => one === chosen) ?? 'auto'
const asLanguage = (chosen: string): Language => languages.find((one) => one === chosen) ?? 'fi'

/** Who is signed in, and what is theirs to choose: language, colours, signing out. */
export function AccountMenu() {
  const { t } = useTranslation()
  const viewer = useViewer()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const signOut = useSignOut()
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <Button variant="subtle" color="gray" leftSection={<IconUserCircle size={18} aria-hidden />}>
          <span data-account-name title={viewer.name}>
            {viewer.name}
          </span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('language')}</Menu.Label>
        <Menu.RadioGroup value={language()} onChange={(chosen) => void changeLanguage(asLanguage(chosen))}>
          {languages.map((one) => (
            <Menu.RadioItem key={one} value={one} lang={one} closeMenuOnClick>
              {t(one)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Label>{t('colours')}</Menu.Label>
        <Menu.RadioGroup value={colorScheme} onChange={(chosen) => setColorScheme(asScheme(chosen))}>
          {schemes.map((one) => (
            <Menu.RadioItem key={one} value={one} closeMenuOnClick>
              {t(schemeTexts[one])}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item component={Link} href="/accessibility">
          {t('accessibility')}
        </Menu.Item>
        <Menu.Item component="a" href="/docs">
          {t('api')}
        </Menu.Item>
        <Menu.Item onClick={signOut}>{t('signOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
