import type { Text } from '../pathway/values.ts'
import type { Language, NotificationTemplate } from './schemas.ts'

/** A text in every language that a person may choose. */
export type WholeText = Required<Text> & Record<Language, string>

/** What each template says: no name, no fact, nothing by which a client could be known. */
export const notificationTexts: Readonly<Record<NotificationTemplate, WholeText>> = {
  'task.opened': {
    fi: 'Sinulle on avattu tehtävä',
    sv: 'En uppgift har öppnats för dig',
    en: 'A task was opened for you',
  },
  'task.delegated': {
    fi: 'Sinulle on annettu tehtävä',
    sv: 'Du har fått en uppgift',
    en: 'A task was given to you',
  },
  'task.overdue': {
    fi: 'Tehtävä on myöhässä',
    sv: 'En uppgift är försenad',
    en: 'A task is overdue',
  },
  'proposal.opened': {
    fi: 'Ehdotus odottaa päätöstäsi',
    sv: 'Ett förslag väntar på ditt beslut',
    en: 'A proposal waits for your decision',
  },
  'review.opened': {
    fi: 'Palvelupolku odottaa tarkistustasi',
    sv: 'En servicestig väntar på din genomgång',
    en: 'A journey waits for your review',
  },
  'followUp.warning': {
    fi: 'Seurannan määräaika lähestyy palvelupolulla, josta vastaat',
    sv: 'Tiden för en uppföljning närmar sig på en servicestig som du ansvarar för',
    en: 'A follow-up comes due soon on a journey that you answer for',
  },
  'journey.started': {
    fi: 'Uusi palvelupolku on vastuullasi',
    sv: 'Du ansvarar för en ny servicestig',
    en: 'A new journey is yours to answer for',
  },
  'journey.handedOver': {
    fi: 'Palvelupolku on siirretty vastuullesi',
    sv: 'Ansvaret för en servicestig har överförts på dig',
    en: 'A journey was handed over to you',
  },
}

/** What stands around it in an e-mail. */
export const emailTexts = {
  task: { fi: 'Tehtävä', sv: 'Uppgift', en: 'Task' },
  journey: { fi: 'Palvelupolku', sv: 'Servicestig', en: 'Journey' },
  footer: {
    fi: 'Viestissä ei ole asiakkaan tietoja: ne näet Polusta. Viesti on lähetetty automaattisesti, eikä siihen voi vastata.',
    sv: 'Meddelandet innehåller inga uppgifter om klienten: dem ser du i Polku. Det har skickats automatiskt och kan inte besvaras.',
    en: 'This message tells nothing about the client: look into Polku for that. It was sent automatically and cannot be answered.',
  },
} as const satisfies Record<string, WholeText>
