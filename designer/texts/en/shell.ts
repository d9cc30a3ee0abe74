import type { shell as finnish } from '../fi/shell.ts'
import type { Translated } from '../Translated.ts'

export const shell: Translated<typeof finnish> = {
  skip: 'Skip to content',
  pathways: 'Pathways',
  language: 'Language',
  fi: 'Suomi',
  sv: 'Svenska',
  en: 'English',
  signOut: 'Sign out',
  api: 'API guide',
  accessibility: 'Accessibility',
  light: 'Light',
  dark: 'Dark',
  system: 'As the system',
  colours: 'Colours',
  loading: 'Loading …',
  failed: 'This could not be loaded',
  unreachable: 'The server cannot be reached. Check the network and try again.',
  tooLarge:
    'The content is too large to be sent to the server. Move parts into modules, or ask whoever runs the system to raise the size limit.',
  again: 'Try again',
  notFresh: 'This could not be brought up to date: you see what was loaded earlier.',
  signedOut: 'Your session has ended. Sign in again to go on from here.',
  notSignedOut:
    'Signing out did not succeed. {{why}} Your session goes on on this machine: if others use it, do not leave it before signing out succeeds.',
  signIn: 'Sign in (new window)',
  languageNotLoaded:
    'The texts of that language could not be fetched: the connection to the server is cut, or the program has a new version. Reload the page, then choose the language.',
  notLoaded: 'This part could not be loaded',
  notLoadedWhy:
    'The connection to the server is cut, or there is a new version of the program. Nothing that you have done is lost.',
  broken: 'This part could not be shown',
  brokenWhy:
    'The program made an error. Nothing that you have done is lost: your changes are on the server or kept on this machine.',
  reload: 'Load the page again',
  notFound: 'There is no such page',
  notFoundWhy: 'The address is wrong, or the draft has been published or deleted already.',
  toPathways: 'To the pathways',
  notAdministrator: 'Pathways are designed by administrators',
  notAdministratorWhy:
    'You do not have the administrator’s role. Ask your organisation’s administrator for it. Client work is done through the API for now: its guide is found under your name.',
  datePlaceholder: 'd.m.yyyy',
  previousMonth: 'Previous month',
  nextMonth: 'Next month',
  previousYear: 'Previous year',
  nextYear: 'Next year',
  chooseMonth: 'Choose a month',
  chooseYear: 'Choose a year',
  close: 'Close',
  cancel: 'Cancel',
}
