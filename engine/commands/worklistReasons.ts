import type { WholeText } from './notificationTexts.ts'

/** Why a line stands on a worklist. Programs go by the code. */
export const worklistReasons = {
  assigned: {
    fi: 'Tehtävä on annettu nimetylle henkilölle',
    sv: 'Uppgiften har getts till en namngiven person',
    en: 'The task has been given to a named person',
  },
  unassigned: {
    fi: 'Tehtävä odottaa tekijää',
    sv: 'Uppgiften väntar på någon som gör den',
    en: 'The task waits for somebody to do it',
  },
  responsible: {
    fi: 'Vastuulla oleva polku, ei avoimia tehtäviä',
    sv: 'En stig med ansvarig person, inga öppna uppgifter',
    en: 'A journey somebody answers for, with no open task',
  },
  overdue: { fi: 'Tehtävä on myöhässä', sv: 'Uppgiften är försenad', en: 'The task is overdue' },
  dueToday: { fi: 'Tehtävän määräpäivä on tänään', sv: 'Uppgiften ska vara klar i dag', en: 'The task is due today' },
  waitingPerson: {
    fi: 'Odottaa toista henkilöä',
    sv: 'Väntar på en annan person',
    en: 'Waits for another person',
  },
  waitingRole: {
    fi: 'Odottaa toista roolia asiassa',
    sv: 'Väntar på en annan roll i ärendet',
    en: 'Waits for another case role',
  },
  suspended: { fi: 'Polku on keskeytetty', sv: 'Stigen är avbruten', en: 'The journey is suspended' },
  new: { fi: 'Uusi minulle', sv: 'Ny för mig', en: 'New to me' },
  changed: {
    fi: 'Muuttunut sen jälkeen, kun katsoin',
    sv: 'Ändrad sedan jag tittade',
    en: 'Changed since I looked',
  },
  review: {
    fi: 'Polku on tarkistettava: muu ei sitä valvonut',
    sv: 'Stigen ska ses över: inget annat har bevakat den',
    en: 'The journey is to be reviewed: nothing else watched over it',
  },
  timerDead: {
    fi: 'Ajastin ei toimi: seuranta on pysähtynyt',
    sv: 'En tidtagare fungerar inte: uppföljningen har stannat',
    en: 'A timer does not work: the follow-up has stopped',
  },
  uncovered: {
    fi: 'Mikään ei valvo polkua',
    sv: 'Inget bevakar stigen',
    en: 'Nothing watches over the journey',
  },
  nobody: { fi: 'Kukaan ei vastaa polusta', sv: 'Ingen ansvarar för stigen', en: 'Nobody answers for the journey' },
} as const satisfies Record<string, WholeText>

export type WorklistReason = keyof typeof worklistReasons
export const isWorklistReason = (code: string): code is WorklistReason => Object.hasOwn(worklistReasons, code)
