import { definePathway } from '../engine/pathway/document.ts'

/**
 * Motivation training, or other extra support where a client moves from one phase to the next (field material 000a,
 * model M05; joints are the risk, R05). Run as a module of Suunto, and from any other pathway when a person asks for it.
 *
 * The source gives its purpose and nothing more. Ours are: how often it is asked whether it has helped, who asks, and
 * its ends. It has no length of its own: it lasts until somebody says that the client can move on.
 */
export default definePathway({
  id: 'motivaatiokoulutus',
  title: {
    fi: 'Motivaatiokoulutus ja lisätuki siirtymässä',
    sv: 'Motivationsutbildning och extra stöd vid övergången',
    en: 'Motivation training and extra support at a transition',
  },
  description: {
    fi: 'Auttaa asiakasta, kun siirtyminen palvelun vaiheesta toiseen takkuaa.',
    sv: 'Hjälper klienten när övergången från en fas till en annan stöter på hinder.',
    en: 'Helps a client at the friction point between two phases of a service.',
  },
  sources: ['000a:M05', '000a:M07', '000a:M41', '000a:R05'],
  calendar: 'fi',

  caseRoles: {
    adviser: {
      label: { fi: 'Työvoimaneuvoja', sv: 'Arbetskraftsrådgivare', en: 'Employment adviser' },
      source: '000a:M07',
    },
    studyCoach: {
      lane: 'provider',
      label: { fi: 'Koulutusvalmentaja', sv: 'Utbildningscoach', en: 'Training coach' },
      source: '000a:M41',
    },
    client: {
      label: { fi: 'Asiakas', sv: 'Klient', en: 'Client' },
      source: '000a:M07',
    },
  },

  parameters: {
    kesto: {
      type: 'duration',
      label: {
        fi: 'Kuinka pitkän ajan välein lisätuen jatkosta sovitaan; lähde ei kerro lisätuen pituutta',
        sv: 'Hur ofta man kommer överens om fortsättningen; källan säger inte hur länge stödet pågår',
        en: 'How often it is agreed whether the support goes on; the source does not say how long it lasts',
      },
      default: 'P4W',
      origin: 'ours',
    },
    kirjaamisenMaaraaika: {
      type: 'duration',
      label: {
        fi: 'Lisätuen väliarvion kirjaamisen määräaika',
        sv: 'Tid för att anteckna mellanbedömningen av stödet',
        en: 'Time to record the review of the support',
      },
      default: { workingDays: 5 },
      origin: 'ours',
    },
  },

  taskDefinitions: {
    supportReview: {
      label: { fi: 'Lisätuen väliarvio', sv: 'Mellanbedömning av stödet', en: 'Review of the support' },
      role: 'studyCoach',
      parties: ['client'],
      form: [
        {
          name: 'agreed',
          label: {
            fi: 'Miten tuki on auttanut, ja mitä sovittiin',
            sv: 'Hur stödet har hjälpt och vad man kom överens om',
            en: 'How the support has helped, and what was agreed',
          },
          required: true,
          value: { type: 'text' },
        },
      ],
      due: { parameter: 'kirjaamisenMaaraaika' },
      escalateTo: 'adviser',
      source: '000a:M05',
    },
  },

  initial: 'kaynnissa',
  states: {
    kaynnissa: {
      label: { fi: 'Lisätuki käynnissä', sv: 'Det extra stödet pågår', en: 'Extra support under way' },
      followUps: {
        valiarvio: {
          label: { fi: 'Lisätuen väliarvio', sv: 'Mellanbedömning av stödet', en: 'Review of the support' },
          every: { parameter: 'kesto' },
          shift: 'nextWorkingDay',
          task: 'supportReview',
          source: '000a:M05',
        },
      },
      on: {
        siirtymaOnnistuu: {
          target: 'valmis',
          label: {
            fi: 'Asiakas on valmis siirtymään',
            sv: 'Klienten är redo att gå vidare',
            en: 'The client is ready to move on',
          },
          by: ['studyCoach', 'adviser'],
          effect: 'service',
        },
      },
    },
    valmis: {
      type: 'final',
      label: { fi: 'Valmis siirtymään', sv: 'Redo att gå vidare', en: 'Ready to move on' },
      end: {
        code: 'valmis',
        label: { fi: 'Asiakas on valmis siirtymään', sv: 'Klienten är redo att gå vidare', en: 'Ready to move on' },
        outcome: 'completed',
      },
    },
  },

  exits: {
    keskeytyi: {
      label: { fi: 'Lisätuki keskeytyi', sv: 'Det extra stödet avbröts', en: 'The support was interrupted' },
      description: {
        fi: 'Meidän koodimme: lähde ei kerro keskeytymisestä.',
        sv: 'Vår egen kod: källan säger inget om avbrott.',
        en: 'Our code: the source says nothing of interruption.',
      },
      outcome: 'interrupted',
      by: ['studyCoach', 'adviser'],
      effect: 'service',
    },
  },
})
