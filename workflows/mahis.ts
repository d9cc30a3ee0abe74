import { definePathway } from '../engine/pathway/document.ts'
import { assessmentFacts, assessmentParameters, assessmentRoles, assessmentTasks } from './serviceNeed.ts'

/**
 * Mahis: a service-need assessment of twenty days (field material 000a, model M03), run as a module of Suunto.
 *
 * Rehabilitative work activity and group services go side by side, since the source gives them no order. When both are
 * over, or the days are, the assessment is recorded, and with that Mahis ends; which phase follows is the parent's matter.
 *
 * Ours, since the source is silent: who says that a part is over, how soon the assessment is recorded and reminded of,
 * and that Mahis may be interrupted. A suspension moves the twenty days: they are days of taking part.
 */
export default definePathway({
  id: 'mahis',
  title: {
    fi: 'Mahis: palvelutarpeen arviointi',
    sv: 'Mahis: bedömning av servicebehovet',
    en: 'Mahis: service-need assessment',
  },
  description: {
    fi: 'Työ- ja toimintakyky sekä palvelutarve kartoitetaan kuntouttavassa työtoiminnassa ja ryhmäpalveluissa.',
    sv: 'Arbets- och funktionsförmågan och servicebehovet kartläggs i arbetsverksamhet i rehabiliteringssyfte och grupptjänster.',
    en: 'Work and functional capacity and service need are mapped in rehabilitative work activity and group services.',
  },
  sources: ['000a:M02', '000a:M03', '000a:M07', '000a:R04', '004:CP-01', '004:SUB-4', '004:SUB-5'],
  calendar: 'fi',

  caseRoles: assessmentRoles,

  parameters: {
    kesto: {
      type: 'duration',
      label: {
        fi: 'Mahis-jakson pituus: 20 päivää; lähde ei kerro, kalenteri- vai työpäivää',
        sv: 'Mahis-periodens längd: 20 dagar; källan säger inte om kalender- eller arbetsdagar',
        en: 'Length of the Mahis period: 20 days; the source does not say calendar or working days',
      },
      default: 'P20D',
      origin: 'source',
      source: '000a:M03',
    },
    ...assessmentParameters,
  },

  facts: assessmentFacts,

  criteria: {
    arvioOnKirjattu: {
      label: { fi: 'Arvio on kirjattu', sv: 'Bedömningen är antecknad', en: 'The assessment is recorded' },
      when: 'completed_serviceNeedAssessment >= 1',
      source: '000a:M03',
    },
  },

  taskDefinitions: {
    serviceNeedAssessment: {
      ...assessmentTasks.serviceNeedAssessment,
      // a memory list of what is checked when a period ends; the source asks for none of it before anything else
      checklist: [
        {
          id: 'kirjaukset',
          label: {
            fi: 'Jakson tehtävät on tehty ja kirjattu',
            sv: 'Periodens uppgifter är utförda och antecknade',
            en: 'The tasks of the period are done and recorded',
          },
          source: '004:SUB-5',
        },
        {
          id: 'yhteenveto',
          label: {
            fi: 'Jakson yhteenveto on kirjoitettu',
            sv: 'Sammanfattningen av perioden är skriven',
            en: 'The summary of the period is written',
          },
          source: '004:CP-01',
        },
        {
          id: 'lausunto',
          label: {
            fi: 'Lausunto on annettu, jos lähettäjä pyytää sitä',
            sv: 'Utlåtande har getts, om den som hänvisade klienten ber om det',
            en: 'A statement has been given where the sender asks for one',
          },
          source: '004:SUB-4',
        },
      ],
    },
  },

  initial: 'jakso',
  states: {
    jakso: {
      type: 'parallel',
      label: { fi: 'Mahis-jakso', sv: 'Mahis-period', en: 'Mahis period' },
      states: {
        tyotoiminta: {
          label: {
            fi: 'Kuntouttava työtoiminta',
            sv: 'Arbetsverksamhet i rehabiliteringssyfte',
            en: 'Rehabilitative work activity',
          },
          initial: 'kaynnissa',
          states: {
            kaynnissa: {
              label: { fi: 'Työtoiminta käynnissä', sv: 'Arbetsverksamheten pågår', en: 'Work activity under way' },
              on: {
                tyotoimintaPaattyi: {
                  target: 'paattynyt',
                  label: {
                    fi: 'Kuntouttava työtoiminta on käyty',
                    sv: 'Arbetsverksamheten är genomförd',
                    en: 'The work activity is over',
                  },
                  by: ['assessor'],
                },
              },
            },
            paattynyt: {
              type: 'final',
              label: { fi: 'Työtoiminta käyty', sv: 'Arbetsverksamheten genomförd', en: 'Work activity over' },
            },
          },
        },
        ryhma: {
          label: { fi: 'Ryhmäpalvelut', sv: 'Grupptjänster', en: 'Group services' },
          initial: 'kaynnissa',
          states: {
            kaynnissa: {
              label: { fi: 'Ryhmäpalvelut käynnissä', sv: 'Grupptjänsterna pågår', en: 'Group services under way' },
              on: {
                ryhmaPaattyi: {
                  target: 'paattynyt',
                  label: {
                    fi: 'Ryhmäpalvelut on käyty',
                    sv: 'Grupptjänsterna är genomförda',
                    en: 'The group services are over',
                  },
                  by: ['assessor'],
                },
              },
            },
            paattynyt: {
              type: 'final',
              label: { fi: 'Ryhmäpalvelut käyty', sv: 'Grupptjänsterna genomförda', en: 'Group services over' },
            },
          },
        },
      },
      // what follows changes nothing for the client: the assessor is asked for the assessment
      onDone: {
        target: 'arvio',
        label: {
          fi: 'Mahis-jakson molemmat osat on käyty',
          sv: 'Mahis-periodens båda delar är genomförda',
          en: 'Both parts of the Mahis period are over',
        },
        automatic: true,
      },
      after: {
        kesto: {
          target: 'arvio',
          label: { fi: 'Mahis-jakso päättyy', sv: 'Mahis-perioden upphör', en: 'The Mahis period ends' },
          automatic: true,
          source: '000a:M03',
        },
      },
    },
    arvio: {
      label: {
        fi: 'Palvelutarpeen arvio kirjataan',
        sv: 'Bedömningen av servicebehovet antecknas',
        en: 'The assessment is being recorded',
      },
      tasks: ['serviceNeedAssessment'],
      // nobody is left waiting for an assessment that was made and not written down
      followUps: {
        arvioOdottaa: {
          label: {
            fi: 'Arvio odottaa kirjaamista',
            sv: 'Bedömningen har inte antecknats',
            en: 'The assessment waits to be recorded',
          },
          every: { parameter: 'arvionMaaraaika' },
          actions: 'assessmentMissing',
          source: '000a:R04',
        },
      },
      always: {
        target: 'arvioitu',
        label: {
          fi: 'Arvio on kirjattu: Mahis päättyy',
          sv: 'Bedömningen är antecknad: Mahis upphör',
          en: 'The assessment is recorded: Mahis ends',
        },
        criteria: ['arvioOnKirjattu'],
        automatic: true,
      },
    },
    arvioitu: {
      type: 'final',
      label: { fi: 'Arvio kirjattu', sv: 'Bedömning antecknad', en: 'Assessment recorded' },
      end: {
        code: 'arvioKirjattu',
        label: { fi: 'Arvio kirjattu', sv: 'Bedömning antecknad', en: 'Assessment recorded' },
        outcome: 'completed',
      },
    },
  },

  exits: {
    keskeytyi: {
      label: { fi: 'Mahis-jakso keskeytyi', sv: 'Mahis-perioden avbröts', en: 'The Mahis period was interrupted' },
      description: {
        fi: 'Meidän koodimme: lähde ei kerro keskeytymisestä.',
        sv: 'Vår egen kod: källan säger inget om avbrott.',
        en: 'Our code: the source says nothing of interruption.',
      },
      outcome: 'interrupted',
      by: ['assessor', 'adviser'],
      effect: 'service',
    },
  },
})
