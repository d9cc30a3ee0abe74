import type { shell as finnish } from '../fi/shell.ts'
import type { Translated } from '../Translated.ts'

export const shell: Translated<typeof finnish> = {
  skip: 'Gå till innehållet',
  pathways: 'Servicestigar',
  language: 'Språk',
  fi: 'Suomi',
  sv: 'Svenska',
  en: 'English',
  signOut: 'Logga ut',
  api: 'Anvisningar för gränssnittet',
  accessibility: 'Tillgänglighet',
  light: 'Ljust',
  dark: 'Mörkt',
  system: 'Enligt systemet',
  colours: 'Färger',
  loading: 'Hämtar …',
  failed: 'Det här kunde inte hämtas',
  unreachable: 'Servern kan inte nås. Kontrollera nätet och försök igen.',
  tooLarge:
    'Innehållet är för stort för att skickas till servern. Flytta delar till moduler eller be systemets förvaltare höja storleksgränsen.',
  again: 'Försök igen',
  notFresh: 'Uppgifterna kunde inte uppdateras: du ser dem som hämtades tidigare.',
  signedOut: 'Din session har upphört. Logga in igen så kan du fortsätta härifrån.',
  notSignedOut:
    'Det gick inte att logga ut. {{why}} Din session fortsätter på den här datorn: om andra använder den, lämna den inte förrän utloggningen lyckas.',
  signIn: 'Logga in (nytt fönster)',
  languageNotLoaded:
    'Språkets texter kunde inte hämtas: kontakten med servern är bruten, eller så har programmet fått en ny version. Ladda om sidan och välj språket sedan.',
  notLoaded: 'Den här delen kunde inte hämtas',
  notLoadedWhy:
    'Förbindelsen till servern är bruten, eller så har programmet fått en ny version. Inget av det du gjort har gått förlorat.',
  broken: 'Den här delen kunde inte visas',
  brokenWhy:
    'Ett fel inträffade i programmet. Inget av det du gjort har gått förlorat: dina ändringar finns på servern eller på den här datorn.',
  reload: 'Ladda om sidan',
  notFound: 'Sidan finns inte',
  notFoundWhy: 'Adressen är fel, eller så har utkastet redan publicerats eller tagits bort.',
  toPathways: 'Till servicestigarna',
  notAdministrator: 'Servicestigar ritas av administratörer',
  notAdministratorWhy:
    'Du har inte administratörens roll. Be din organisations administratör om den. Klientarbetet görs tills vidare via gränssnittet: anvisningarna finns under ditt namn.',
  datePlaceholder: 'dd.mm.åååå',
  previousMonth: 'Föregående månad',
  nextMonth: 'Nästa månad',
  previousYear: 'Föregående år',
  nextYear: 'Nästa år',
  chooseMonth: 'Välj månad',
  chooseYear: 'Välj år',
  close: 'Stäng',
  cancel: 'Avbryt',
}
