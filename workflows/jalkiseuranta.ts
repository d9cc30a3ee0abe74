import { definePathway } from '../engine/pathway/document.ts'

/**
 * A review after the end: how the client fares when the pathway is over. A module that is left running.
 *
 * Follow-up after the end is wished to be permanent and expected to improve placement (field material 000a, R15), but
 * for Suunto the source gives none. So its length is ours, and so are the question, the ends and who asks. It comes again
 * until it has been done. A suspension does not move it: how things are after six months is a question about a date.
 */
export default definePathway({
  id: 'jalkiseuranta',
  title: { fi: 'Jälkiseuranta', sv: 'Uppföljning efteråt', en: 'Review after the end' },
  description: {
    fi: 'Polun päätyttyä katsotaan, miten asiakkaalle on käynyt.',
    sv: 'När processen är slut ser man efter hur det har gått för klienten.',
    en: 'When the pathway is over, it is looked how the client fares.',
  },
  sources: ['000a:M02', '000a:R15'],
  calendar: 'fi',

  caseRoles: {
    jobCoach: {
      lane: 'provider',
      label: { fi: 'Työhönvalmentaja', sv: 'Arbetstränare', en: 'Work coach' },
      source: '000a:M02',
    },
    client: {
      label: { fi: 'Asiakas', sv: 'Klient', en: 'Client' },
      source: '000a:R15',
    },
  },

  parameters: {
    aika: {
      type: 'duration',
      label: {
        fi: 'Kuinka pitkän ajan kuluttua päättymisestä tilanne tarkistetaan',
        sv: 'Hur lång tid efter slutet situationen följs upp',
        en: 'How long after the end the situation is reviewed',
      },
      default: 'P6M',
      origin: 'ours',
    },
    kirjaamisenMaaraaika: {
      type: 'duration',
      label: {
        fi: 'Jälkiseurannan kirjaamisen määräaika',
        sv: 'Tid för att anteckna uppföljningen',
        en: 'Time to record the review',
      },
      default: { workingDays: 10 },
      origin: 'ours',
    },
  },

  facts: {
    inWork: {
      type: 'boolean',
      label: { fi: 'Työssä', sv: 'I arbete', en: 'In work' },
      description: {
        fi: 'Onko asiakas työssä, kun polun päättymisestä on kulunut sovittu aika.',
        sv: 'Om klienten är i arbete när den överenskomna tiden har gått efter slutet.',
        en: 'Whether the client is in work when the agreed time has passed since the end.',
      },
      source: '000a:R15',
    },
  },

  // an earlier review may have recorded the fact, so the review of this journey must have been done as well
  criteria: {
    onTyossa: {
      label: { fi: 'On työssä seurannassa', sv: 'I arbete vid uppföljningen', en: 'In work at the review' },
      when: 'completed_afterReview >= 1 and inWork = true',
      source: '000a:R15',
    },
    eiTyossa: {
      label: {
        fi: 'Ei ole työssä seurannassa',
        sv: 'Inte i arbete vid uppföljningen',
        en: 'Not in work at the review',
      },
      when: 'completed_afterReview >= 1 and inWork = false',
      source: '000a:R15',
    },
  },

  taskDefinitions: {
    afterReview: {
      label: { fi: 'Jälkiseuranta', sv: 'Uppföljning efteråt', en: 'Review after the end' },
      role: 'jobCoach',
      parties: ['client'],
      form: [
        { fact: 'inWork', required: true },
        {
          name: 'situation',
          label: { fi: 'Miten asiakkaalla menee', sv: 'Hur det går för klienten', en: 'How the client fares' },
          required: true,
          value: { type: 'text' },
        },
      ],
      due: { parameter: 'kirjaamisenMaaraaika' },
      whenSuspended: 'keep',
      source: '000a:R15',
    },
  },

  initial: 'seuranta',
  states: {
    seuranta: {
      label: { fi: 'Seurataan', sv: 'Följs upp', en: 'Followed up' },
      followUps: {
        jalkiseuranta: {
          label: { fi: 'Jälkiseuranta', sv: 'Uppföljning efteråt', en: 'Review after the end' },
          every: { parameter: 'aika' },
          shift: 'nextWorkingDay',
          whenSuspended: 'keep',
          task: 'afterReview',
          source: '000a:R15',
        },
      },
      always: [
        {
          target: 'tyossa',
          label: { fi: 'Asiakas on työssä', sv: 'Klienten är i arbete', en: 'The client is in work' },
          criteria: ['onTyossa'],
          automatic: true,
        },
        {
          target: 'ilmanTyota',
          label: { fi: 'Asiakas ei ole työssä', sv: 'Klienten är inte i arbete', en: 'The client is not in work' },
          criteria: ['eiTyossa'],
          automatic: true,
        },
      ],
    },
    tyossa: {
      type: 'final',
      label: { fi: 'Työssä', sv: 'I arbete', en: 'In work' },
      end: {
        code: 'tyossa',
        label: { fi: 'Asiakas on työssä', sv: 'Klienten är i arbete', en: 'The client is in work' },
        outcome: 'completed',
      },
    },
    ilmanTyota: {
      type: 'final',
      label: { fi: 'Ilman työtä', sv: 'Utan arbete', en: 'Out of work' },
      end: {
        code: 'ilmanTyota',
        label: { fi: 'Asiakas ei ole työssä', sv: 'Klienten är inte i arbete', en: 'The client is not in work' },
        outcome: 'completed',
      },
    },
  },

  exits: {
    eiTavoitettu: {
      label: { fi: 'Asiakasta ei tavoitettu', sv: 'Klienten nåddes inte', en: 'The client was not reached' },
      description: {
        fi: 'Meidän koodimme: lähde ei kerro, mitä silloin tehdään.',
        sv: 'Vår egen kod: källan säger inte vad man då gör.',
        en: 'Our code: the source does not say what is done then.',
      },
      outcome: 'interrupted',
      by: ['jobCoach'],
    },
  },
})
