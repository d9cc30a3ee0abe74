import { definePathway } from '../engine/pathway/document.ts'
import { assessmentFacts, assessmentParameters, assessmentRoles, assessmentTasks } from './serviceNeed.ts'

/**
 * Suunto: the phased client process (field material 000a, models M02, M03, M06, M07, M41). The example to read first.
 *
 * Four phases, each with its goal, services and division of labour. A client usually goes through them in order, but
 * moves by individual situation: the assessment chooses where to begin, every step back is possible with a reason, and
 * a phase may be entered by a reasoned jump. One criterion alone is given as numbers: `sitoutuminen`.
 *
 * Three modules run beside it, each with a clock of its own: Mahis begins with the mapping (000a:M03), motivation training
 * or other support where a client hesitates between phases (000a:M05), and a review after the end (000a:R15) outlives it.
 * What a module comes to is proposed to the responsible person: nobody is left waiting, and nothing moves a client by itself.
 *
 * A suspension moves every date but one. The network meeting keeps its own: it is there that the organisations agree what
 * happens next to a client who stands still (no waiting, 000a:R04). Mahis days, the three-party meeting and the portfolio
 * review belong to taking part, so they wait for the client.
 *
 * What the source leaves open is a parameter, with a default that is ours wherever `origin` says so. Ours as well, since
 * the source is silent: who answers for a phase, why a journey may end early or stand still (`exits`, `suspensions`), what
 * becomes of a client whose Mahis is interrupted, and the wording of the goals. Most metrics are not given either, so two
 * phases have none.
 */
export default definePathway({
  id: 'suunto',
  title: {
    fi: 'Suunto: vaiheistettu asiakasprosessi',
    sv: 'Suunto: den fasindelade klientprocessen',
    en: 'Suunto: the phased client process',
  },
  description: {
    fi: 'Kuntoutuvan asiakkaan polku kartoituksesta työhön: jokainen palvelu vie asiakasta eteenpäin, ja kaikki toimijat näkevät saman vaiheen, saman tehtävänjaon ja samat kriteerit.',
    sv: 'Vägen från kartläggning till arbete för en klient som rehabiliteras: varje tjänst för klienten framåt, och alla aktörer ser samma fas, samma arbetsfördelning och samma kriterier.',
    en: 'The way from mapping to work for a client in rehabilitation: every service carries the client forward, and all organisations see the same phase, division of labour and criteria.',
  },
  sources: [
    '000a:M02',
    '000a:M03',
    '000a:M04',
    '000a:M05',
    '000a:M06',
    '000a:M07',
    '000a:M41',
    '000a:R15',
    '004:CP-13',
    '004:CP-14',
  ],
  calendar: 'fi',

  caseRoles: {
    ...assessmentRoles,
    municipalWorker: {
      label: {
        fi: 'Kunnan sosiaali- ja terveyspalvelut',
        sv: 'Kommunens social- och hälsovårdstjänster',
        en: 'Municipal social and health services',
      },
      source: '000a:M02',
    },
    rehabilitationWorker: {
      lane: 'provider',
      label: { fi: 'Kuntoutuksen ohjaaja', sv: 'Rehabiliteringshandledare', en: 'Rehabilitation worker' },
      source: '000a:M02',
    },
    studyCoach: {
      lane: 'provider',
      label: { fi: 'Koulutusvalmentaja', sv: 'Utbildningscoach', en: 'Training coach' },
      source: '000a:M41',
    },
    vocationalTeacher: {
      lane: 'provider',
      label: { fi: 'Ammatillinen opettaja', sv: 'Yrkeslärare', en: 'Vocational teacher' },
      source: '000a:M07',
    },
    schoolRepresentative: {
      lane: 'provider',
      label: {
        fi: 'Oppilaitoksen toinen edustaja',
        sv: 'Läroanstaltens andra representant',
        en: 'Second representative of the school',
      },
      source: '000a:M07',
    },
    jobCoach: {
      lane: 'provider',
      label: { fi: 'Työhönvalmentaja', sv: 'Arbetstränare', en: 'Work coach' },
      source: '000a:M02',
    },
    client: {
      label: { fi: 'Asiakas', sv: 'Klient', en: 'Client' },
      source: '000a:M07',
    },
  },

  parameters: {
    mahisKesto: {
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
    verkostotapaamisenVali: {
      type: 'duration',
      label: {
        fi: 'Verkostotapaamisten väli',
        sv: 'Intervall mellan nätverksmöten',
        en: 'Interval between network meetings',
      },
      default: 'P3M',
      origin: 'ours',
    },
    kirjaamisenMaaraaika: {
      type: 'duration',
      label: {
        fi: 'Verkostotapaamisen ja asiakassalkun kirjaaminen',
        sv: 'Tid för att anteckna nätverksmötet och klientportfolion',
        en: 'Time to record a network meeting or a portfolio review',
      },
      default: { workingDays: 10 },
      origin: 'ours',
    },
    sitoutumistiedonVoimassaolo: {
      type: 'duration',
      label: {
        fi: 'Kuinka kauan tieto sitoutumisesta on voimassa',
        sv: 'Hur länge uppgiften om förmågan att delta gäller',
        en: 'How long a recorded ability to commit counts',
      },
      default: 'P6M',
      origin: 'ours',
    },
    jalkiseurannanAika: {
      type: 'duration',
      label: {
        fi: 'Jälkiseuranta tämän ajan kuluttua työllistymisestä; lähde ei kerro Suunnolle jälkiseurantaa',
        sv: 'Uppföljning så här länge efter att klienten fått arbete; källan anger ingen för Suunto',
        en: 'Review this long after the client got a job; the source gives none for Suunto',
      },
      default: 'P6M',
      origin: 'ours',
    },
  },

  facts: {
    ...assessmentFacts,
    daysPerWeek: {
      type: 'number',
      label: { fi: 'Päiviä viikossa', sv: 'Dagar i veckan', en: 'Days a week' },
      description: {
        fi: 'Kuinka monena päivänä viikossa asiakas pystyy osallistumaan.',
        sv: 'Hur många dagar i veckan klienten kan delta.',
        en: 'On how many days a week the client is able to take part.',
      },
      unit: 'pv/vko',
      min: 0,
      max: 7,
      shelfLife: { parameter: 'sitoutumistiedonVoimassaolo' },
      source: '000a:M02',
    },
    hoursPerDay: {
      type: 'number',
      label: { fi: 'Tunteja päivässä', sv: 'Timmar om dagen', en: 'Hours a day' },
      description: {
        fi: 'Kuinka monta tuntia päivässä asiakas pystyy osallistumaan.',
        sv: 'Hur många timmar om dagen klienten kan delta.',
        en: 'For how many hours a day the client is able to take part.',
      },
      unit: 'h/pv',
      min: 0,
      max: 24,
      shelfLife: { parameter: 'sitoutumistiedonVoimassaolo' },
      source: '000a:M02',
    },
  },

  criteria: {
    tarveKuntoutus: {
      label: {
        fi: 'Palvelutarve on kuntoutus',
        sv: 'Servicebehovet är rehabilitering',
        en: 'The service need is rehabilitation',
      },
      when: 'serviceNeed = "kuntoutus"',
      source: '000a:M02',
      overridable: { by: ['adviser'] },
    },
    tarveKoulutus: {
      label: { fi: 'Palvelutarve on koulutus', sv: 'Servicebehovet är utbildning', en: 'The service need is training' },
      when: 'serviceNeed = "koulutus"',
      source: '000a:M02',
      overridable: { by: ['adviser'] },
    },
    tarveTyollistyminen: {
      label: {
        fi: 'Palvelutarve on työllistyminen',
        sv: 'Servicebehovet är sysselsättning',
        en: 'The service need is employment',
      },
      when: 'serviceNeed = "tyollistyminen"',
      source: '000a:M02',
      overridable: { by: ['adviser'] },
    },
    sitoutuminen: {
      label: {
        fi: 'Sitoutuu viiteen kuuden tunnin päivään viikossa',
        sv: 'Kan binda sig till fem sextimmarsdagar i veckan',
        en: 'Able to commit to five six-hour days a week',
      },
      description: {
        fi: 'Kuntoutuksesta koulutukseen pääsee, kun asiakas pystyy 5 päivään viikossa ja 6 tuntiin päivässä.',
        sv: 'Från rehabilitering till utbildning går klienten när hen klarar 5 dagar i veckan och 6 timmar om dagen.',
        en: 'The way from rehabilitation to training opens when the client manages 5 days a week and 6 hours a day.',
      },
      when: 'daysPerWeek >= 5 and hoursPerDay >= 6',
      source: '000a:M02',
      overridable: { by: ['adviser'] },
    },
  },

  taskDefinitions: {
    ...assessmentTasks,
    developService: {
      label: { fi: 'Kehitä puuttuva palvelu', sv: 'Utveckla den tjänst som saknas', en: 'Develop the missing service' },
      description: {
        fi: 'Sopivaa palvelua ei ole: kirjaa tarve ja kehitä palvelu yhdessä toimijoiden kanssa.',
        sv: 'Det finns ingen lämplig tjänst: anteckna behovet och utveckla tjänsten tillsammans med aktörerna.',
        en: 'No suitable service exists: record the need and develop a service together with the other organisations.',
      },
      role: 'adviser',
      form: [
        {
          name: 'unmetNeed',
          label: {
            fi: 'Tarve, johon palvelua ei ole',
            sv: 'Behov som ingen tjänst möter',
            en: 'Need that no service meets',
          },
          required: true,
          value: { type: 'text' },
        },
        {
          name: 'developedService',
          label: { fi: 'Kehitetty palvelu', sv: 'Utvecklad tjänst', en: 'Service developed' },
          value: { type: 'text' },
        },
      ],
      source: '000a:M02',
    },
    networkMeeting: {
      label: { fi: 'Verkostotapaaminen', sv: 'Nätverksmöte', en: 'Network meeting' },
      description: {
        fi: 'Käydään läpi asiakkaan tilanne ja tavoitteet siinä vaiheessa, jossa hän on.',
        sv: 'Klientens situation och mål gås igenom i den fas där hen är.',
        en: 'Reviews the client’s situation and goals in the phase where the client is.',
      },
      role: 'adviser',
      parties: ['rehabilitationWorker', 'studyCoach', 'jobCoach', 'client'],
      form: [
        {
          name: 'situationAndGoals',
          label: { fi: 'Tilanne ja tavoitteet', sv: 'Situation och mål', en: 'Situation and goals' },
          required: true,
          value: { type: 'text' },
        },
        { fact: 'daysPerWeek' },
        { fact: 'hoursPerDay' },
      ],
      due: { parameter: 'kirjaamisenMaaraaika' },
      whenSuspended: 'keep',
      source: '000a:M02',
    },
    threePartyMeeting: {
      label: { fi: 'Kolmikantaneuvottelu', sv: 'Trepartssamtal', en: 'Three-party meeting' },
      description: {
        fi: 'Käydään läpi koulutusjakson ja tutkinnon osien eteneminen ja tuetaan polkua kohti työtä.',
        sv: 'Utbildningsperiodens och examensdelarnas framsteg gås igenom och vägen mot arbete stöds.',
        en: 'Goes through the progress of the training and of the parts of the qualification, and supports the way to work.',
      },
      role: 'adviser',
      parties: ['vocationalTeacher', 'schoolRepresentative', 'client'],
      durationMinutes: 60,
      form: [
        {
          name: 'progress',
          label: {
            fi: 'Koulutusjakson eteneminen',
            sv: 'Utbildningsperiodens framsteg',
            en: 'Progress of the training',
          },
          required: true,
          value: { type: 'text' },
        },
        {
          name: 'completedParts',
          label: {
            fi: 'Suoritetut tutkinnon osat',
            sv: 'Avlagda examensdelar',
            en: 'Completed parts of the qualification',
          },
          value: { type: 'text' },
        },
        {
          name: 'nextSteps',
          label: { fi: 'Seuraavat askeleet', sv: 'Följande steg', en: 'Next steps' },
          required: true,
          value: { type: 'text' },
        },
      ],
      source: '000a:M07',
    },
    studyPlan: {
      label: { fi: 'Henkilökohtainen opiskelusuunnitelma', sv: 'Personlig studieplan', en: 'Personal study plan' },
      role: 'studyCoach',
      parties: ['vocationalTeacher', 'client'],
      form: [
        {
          name: 'learningStyle',
          label: { fi: 'Oppimistyyli', sv: 'Inlärningsstil', en: 'Learning style' },
          value: { type: 'text' },
        },
        {
          name: 'supportDuringStudies',
          label: { fi: 'Tuki opintojen aikana', sv: 'Stöd under studierna', en: 'Support during the studies' },
          required: true,
          value: { type: 'text' },
        },
      ],
      source: '000a:M41',
    },
    portfolioReview: {
      label: { fi: 'Asiakassalkun arviointi', sv: 'Genomgång av klientportfolion', en: 'Client portfolio review' },
      role: 'jobCoach',
      parties: ['adviser', 'client'],
      form: [
        {
          name: 'review',
          label: {
            fi: 'Miten palveluprosessi etenee',
            sv: 'Hur serviceprocessen framskrider',
            en: 'How the service process advances',
          },
          required: true,
          value: { type: 'text' },
        },
      ],
      due: { parameter: 'kirjaamisenMaaraaika' },
      source: '000a:M06',
    },
  },

  // in every phase the network reviews the client's situation and goals; the source does not say how often
  followUps: {
    verkostotapaaminen: {
      label: { fi: 'Verkostotapaaminen', sv: 'Nätverksmöte', en: 'Network meeting' },
      every: { parameter: 'verkostotapaamisenVali' },
      shift: 'nextWorkingDay',
      whenSuspended: 'keep',
      task: 'networkMeeting',
      source: '000a:M02',
    },
  },

  initial: 'kartoitus',
  states: {
    kartoitus: {
      phase: {
        label: { fi: 'Kartoitus', sv: 'Kartläggning', en: 'Mapping' },
        goal: {
          fi: 'Asiakkaan työ- ja toimintakyky sekä palvelutarve tunnetaan.',
          sv: 'Klientens arbets- och funktionsförmåga samt servicebehov är kända.',
          en: 'The client’s work and functional capacity and service need are known.',
        },
        services: [
          {
            id: 'mahis',
            label: {
              fi: 'Mahis-palvelutarpeen arviointi: kuntouttava työtoiminta ja ryhmäpalvelut',
              sv: 'Mahis-bedömning av servicebehovet: arbetsverksamhet i rehabiliteringssyfte och grupptjänster',
              en: 'Mahis service-need assessment: rehabilitative work activity and group services',
            },
            source: '000a:M03',
          },
        ],
        responsible: 'adviser',
        responsibilities: {
          municipalWorker: {
            fi: 'Lähettää asiakkaan, kun hän on yhteisen kuvauksen ja mittareiden mukaan oikeassa vaiheessa.',
            sv: 'Hänvisar klienten när hen enligt den gemensamma beskrivningen och mätarna är i rätt fas.',
            en: 'Refers the client when the shared description and metrics show that the phase is right.',
          },
          assessor: {
            fi: 'Järjestää Mahis-jakson ja kirjaa arvion.',
            sv: 'Ordnar Mahis-perioden och antecknar bedömningen.',
            en: 'Arranges the Mahis period and records the assessment.',
          },
          adviser: {
            fi: 'Valitsee arvion perusteella asiakkaan kanssa vaiheen, josta hän jatkaa.',
            sv: 'Väljer utifrån bedömningen tillsammans med klienten den fas där hen fortsätter.',
            en: 'Chooses, from the assessment and together with the client, the phase to go on to.',
          },
        },
        source: '000a:M02',
      },
      initial: 'arviointi',
      states: {
        arviointi: {
          label: {
            fi: 'Palvelutarpeen arviointi',
            sv: 'Bedömning av servicebehovet',
            en: 'Assessment of the service need',
          },
          on: {
            eiSopivaaPalvelua: {
              target: 'palveluaKehitetaan',
              label: {
                fi: 'Sopivaa palvelua ei ole',
                sv: 'Det finns ingen lämplig tjänst',
                en: 'No suitable service exists',
              },
              by: ['adviser', 'assessor'],
              reasonRequired: true,
              actions: 'unmetNeedRecorded',
            },
          },
          initial: 'mahis',
          states: {
            mahis: {
              label: { fi: 'Arviointi Mahis-jaksolla', sv: 'Bedömning i Mahis', en: 'Assessment in Mahis' },
              modules: {
                mahis: {
                  label: { fi: 'Mahis', sv: 'Mahis-perioden', en: 'The Mahis period' },
                  pathway: 'mahis',
                  inputs: { kesto: { parameter: 'mahisKesto' }, arvionMaaraaika: { parameter: 'arvionMaaraaika' } },
                  outputs: { arvioKirjattu: 'arvioKirjattu', keskeytyi: 'arvioiIlmanMahista' },
                  source: '000a:M03',
                },
              },
              on: {
                // Mahis sends it, and the responsible person is asked whether to begin the phase that the need points to
                arvioKirjattu: [
                  {
                    target: '#suunto.kuntoutus',
                    label: {
                      fi: 'Arvio on kirjattu: aloita kuntoutus',
                      sv: 'Bedömningen är antecknad: inled rehabilitering',
                      en: 'The assessment is recorded: begin rehabilitation',
                    },
                    criteria: ['tarveKuntoutus'],
                    by: ['adviser'],
                    effect: 'service',
                    source: '000a:M02',
                  },
                  {
                    target: '#suunto.koulutus',
                    label: {
                      fi: 'Arvio on kirjattu: aloita koulutus',
                      sv: 'Bedömningen är antecknad: inled utbildning',
                      en: 'The assessment is recorded: begin training',
                    },
                    criteria: ['tarveKoulutus'],
                    by: ['adviser'],
                    effect: 'service',
                    source: '000a:M02',
                  },
                  {
                    target: '#suunto.tyollistyminen',
                    label: {
                      fi: 'Arvio on kirjattu: aloita työllistyminen',
                      sv: 'Bedömningen är antecknad: inled sysselsättning',
                      en: 'The assessment is recorded: begin employment',
                    },
                    criteria: ['tarveTyollistyminen'],
                    by: ['adviser'],
                    effect: 'service',
                    source: '000a:M02',
                  },
                ],
                arvioiIlmanMahista: {
                  target: 'ilmanMahista',
                  label: {
                    fi: 'Arvioi palvelutarve ilman Mahis-jaksoa',
                    sv: 'Bedöm servicebehovet utan Mahis',
                    en: 'Assess the service need without Mahis',
                  },
                  by: ['adviser'],
                  effect: 'service',
                },
              },
            },
            // a client whose Mahis came to nothing still needs an assessment before a phase can be chosen
            ilmanMahista: {
              label: { fi: 'Arviointi ilman Mahis-jaksoa', sv: 'Bedömning utan Mahis', en: 'Assessment without Mahis' },
              tasks: ['serviceNeedAssessment'],
            },
          },
        },
        palveluaKehitetaan: {
          label: { fi: 'Palvelua kehitetään', sv: 'En tjänst utvecklas', en: 'A service is being developed' },
          tasks: ['developService'],
          on: {
            arvioiUudelleen: {
              target: 'arviointi',
              label: {
                fi: 'Arvioi palvelutarve uudelleen',
                sv: 'Bedöm servicebehovet på nytt',
                en: 'Assess the service need anew',
              },
              by: ['adviser'],
            },
          },
        },
      },
      on: {
        aloitaKuntoutus: {
          target: 'kuntoutus',
          label: { fi: 'Aloita kuntoutus', sv: 'Inled rehabilitering', en: 'Begin rehabilitation' },
          criteria: ['tarveKuntoutus'],
          by: ['adviser'],
          effect: 'service',
        },
        aloitaKoulutus: {
          target: 'koulutus',
          label: { fi: 'Aloita koulutus', sv: 'Inled utbildning', en: 'Begin training' },
          criteria: ['tarveKoulutus'],
          by: ['adviser'],
          effect: 'service',
        },
        aloitaTyollistyminen: {
          target: 'tyollistyminen',
          label: { fi: 'Aloita työllistyminen', sv: 'Inled sysselsättning', en: 'Begin employment' },
          criteria: ['tarveTyollistyminen'],
          by: ['adviser'],
          effect: 'service',
        },
      },
    },

    kuntoutus: {
      enterable: { by: ['adviser'] },
      phase: {
        label: { fi: 'Kuntoutus', sv: 'Rehabilitering', en: 'Rehabilitation' },
        goal: {
          fi: 'Asiakas pystyy sitoutumaan koulutukseen ja tietää, mihin hakeutuu.',
          sv: 'Klienten kan binda sig till utbildning och vet vart hen söker sig.',
          en: 'The client is able to commit to training and knows where to apply.',
        },
        services: [
          {
            id: 'ammatillinenKuntoutus',
            label: {
              fi: 'Ammatillinen kuntoutus (kaupunki)',
              sv: 'Yrkesinriktad rehabilitering (staden)',
              en: 'Vocational rehabilitation (city)',
            },
            source: '000a:M02',
          },
          {
            id: 'terveyspalvelut',
            label: {
              fi: 'Työvoiman palvelukeskuksen terveyspalvelut',
              sv: 'Hälsotjänster vid servicecentret för arbetskraften',
              en: 'Health services of the joint service centre',
            },
            source: '000a:M02',
          },
        ],
        responsible: 'adviser',
        responsibilities: {
          rehabilitationWorker: {
            fi: 'Toteuttaa kuntoutuksen ja seuraa, kuinka paljon asiakas jaksaa osallistua.',
            sv: 'Genomför rehabiliteringen och följer hur mycket klienten orkar delta.',
            en: 'Carries out the rehabilitation and follows how much the client is able to take part.',
          },
          studyCoach: {
            fi: 'Auttaa jo kuntoutuksen aikana pohtimaan koulutusvaihtoehtoja.',
            sv: 'Hjälper redan under rehabiliteringen att fundera på utbildningsalternativ.',
            en: 'Helps to think through the choices of training already during rehabilitation.',
          },
        },
        source: '000a:M02',
      },
      modules: {
        motivaatiokoulutus: {
          label: { fi: 'Motivaatiokoulutus', sv: 'Motivationsutbildning', en: 'Motivation training' },
          pathway: 'motivaatiokoulutus',
          start: { event: 'aloitaMotivaatiokoulutus' },
          outputs: { valmis: 'aloitaKoulutus' },
          source: '000a:M05',
        },
      },
      on: {
        aloitaMotivaatiokoulutus: {
          label: {
            fi: 'Aloita motivaatiokoulutus',
            sv: 'Inled motivationsutbildning',
            en: 'Begin motivation training',
          },
          by: ['adviser', 'studyCoach'],
          effect: 'service',
          source: '000a:M05',
        },
        aloitaKoulutus: {
          target: 'koulutus',
          label: { fi: 'Aloita koulutus', sv: 'Inled utbildning', en: 'Begin training' },
          criteria: ['sitoutuminen'],
          by: ['adviser'],
          effect: 'service',
        },
        jatkaKoulutusta: {
          target: '#suunto.koulutus.keskeytynyt',
          label: {
            fi: 'Jatka keskeytynyttä koulutusta',
            sv: 'Återuppta avbruten utbildning',
            en: 'Resume interrupted training',
          },
          criteria: ['sitoutuminen'],
          by: ['adviser'],
          effect: 'service',
        },
        aloitaTyollistyminen: {
          target: 'tyollistyminen',
          label: {
            fi: 'Siirry suoraan työllistymiseen',
            sv: 'Gå direkt till sysselsättning',
            en: 'Go straight to employment',
          },
          by: ['adviser'],
          effect: 'service',
          reasonRequired: true,
        },
        palaaKartoitukseen: {
          target: 'kartoitus',
          label: { fi: 'Palaa kartoitukseen', sv: 'Återgå till kartläggning', en: 'Return to mapping' },
          by: ['adviser'],
          effect: 'service',
          reasonRequired: true,
        },
      },
    },

    // two things at once: the studies, and beside them a coach for those who need one
    koulutus: {
      type: 'parallel',
      enterable: { by: ['adviser'] },
      phase: {
        label: { fi: 'Koulutus', sv: 'Utbildning', en: 'Training' },
        goal: {
          fi: 'Tutkinto tai sen osa etenee, ja asiakas näkee, miten se vie kohti työtä.',
          sv: 'Examen eller en del av den framskrider, och klienten ser hur den leder mot arbete.',
          en: 'A qualification or a part of it advances, and the client sees how it leads to work.',
        },
        services: [
          {
            id: 'ryhmaohjaus',
            label: { fi: 'Ryhmäohjaus', sv: 'Grupphandledning', en: 'Group guidance' },
            source: '000a:M02',
          },
          {
            id: 'raataloityKoulutus',
            label: {
              fi: 'Tarpeen mukaan räätälöity koulutus',
              sv: 'Utbildning skräddarsydd efter behov',
              en: 'Training tailored to the need',
            },
            source: '000a:M02',
          },
          {
            id: 'koulutusvalmennus',
            label: { fi: 'Koulutusvalmennus', sv: 'Utbildningscoachning', en: 'Training coaching' },
            source: '000a:M41',
          },
        ],
        responsible: 'adviser',
        responsibilities: {
          vocationalTeacher: {
            fi: 'Opettaa ja seuraa tutkinnon osien etenemistä.',
            sv: 'Undervisar och följer hur examensdelarna framskrider.',
            en: 'Teaches and follows the progress of the parts of the qualification.',
          },
          studyCoach: {
            fi: 'Tukee hakemisessa, aloituksessa, opinnoissa ja siirtymisessä harjoitteluun tai työhön.',
            sv: 'Stöder vid ansökan, starten, studierna och övergången till praktik eller arbete.',
            en: 'Supports applying, starting, studying and the move to practice or work.',
          },
          adviser: {
            fi: 'Kutsuu koolle kolmikantaneuvottelun ja sovittaa koulutuksen ja työllistymisen yhteen.',
            sv: 'Sammankallar trepartssamtalet och samordnar utbildning och sysselsättning.',
            en: 'Convenes the three-party meeting and fits training and employment together.',
          },
        },
        metrics: [
          {
            id: 'tutkinnot',
            label: { fi: 'Suoritetut tutkinnot', sv: 'Avlagda examina', en: 'Qualifications completed' },
            source: '000a:M02',
          },
        ],
        source: '000a:M02',
      },
      modules: {
        lisatuki: {
          label: { fi: 'Lisätuki', sv: 'Extra stöd', en: 'Extra support' },
          pathway: 'motivaatiokoulutus',
          start: 'adHoc',
          outputs: { valmis: 'aloitaTyollistyminen' },
          source: '000a:M05',
        },
      },
      states: {
        opinnot: {
          label: { fi: 'Opinnot', sv: 'Studier', en: 'Studies' },
          // two to three months after training began: the task opens at two and is due by three
          followUps: {
            kolmikanta: {
              label: { fi: 'Kolmikantaneuvottelu', sv: 'Trepartssamtal', en: 'Three-party meeting' },
              after: 'P2M',
              until: 'P3M',
              shift: 'nextWorkingDay',
              task: 'threePartyMeeting',
              source: '000a:M07',
            },
          },
          initial: 'tutkinnonOsa',
          states: {
            tutkinnonOsa: {
              label: { fi: 'Tutkinnon osa', sv: 'Examensdel', en: 'Part of the qualification' },
              on: {
                tutkinnonOsaPaattymassa: {
                  target: 'osanLoppuvaihe',
                  label: {
                    fi: 'Tutkinnon osa on loppuvaiheessa',
                    sv: 'Examensdelen är i slutskedet',
                    en: 'The part is nearing its end',
                  },
                  by: ['vocationalTeacher', 'studyCoach', 'adviser'],
                },
              },
            },
            // the meeting is held again towards the end of each part
            osanLoppuvaihe: {
              label: { fi: 'Tutkinnon osan loppuvaihe', sv: 'Examensdelens slutskede', en: 'End of the part' },
              tasks: ['threePartyMeeting'],
              on: {
                seuraavaTutkinnonOsa: {
                  target: 'tutkinnonOsa',
                  label: {
                    fi: 'Aloita seuraava tutkinnon osa',
                    sv: 'Börja följande examensdel',
                    en: 'Begin the next part',
                  },
                  by: ['vocationalTeacher', 'studyCoach', 'adviser'],
                },
                opinnotPaattyvat: {
                  target: 'opinnotPaattyneet',
                  label: { fi: 'Opinnot päättyvät', sv: 'Studierna avslutas', en: 'The studies end' },
                  by: ['vocationalTeacher', 'studyCoach', 'adviser'],
                },
              },
            },
            opinnotPaattyneet: {
              type: 'final',
              label: { fi: 'Opinnot ovat päättyneet', sv: 'Studierna är avslutade', en: 'The studies have ended' },
            },
          },
          // not automatic, so it is proposed: nobody is left waiting after training, and a person decides
          onDone: {
            target: '#suunto.tyollistyminen',
            label: {
              fi: 'Opinnot ovat päättyneet: aloita työllistyminen',
              sv: 'Studierna är avslutade: inled sysselsättning',
              en: 'The studies have ended: begin employment',
            },
            by: ['adviser'],
            effect: 'service',
          },
        },
        koulutusvalmennus: {
          label: { fi: 'Koulutusvalmennus', sv: 'Utbildningscoachning', en: 'Training coaching' },
          initial: 'eiKaynnissa',
          states: {
            eiKaynnissa: {
              label: { fi: 'Ei koulutusvalmennusta', sv: 'Ingen utbildningscoachning', en: 'No training coaching' },
              on: {
                aloitaKoulutusvalmennus: {
                  target: 'kaynnissa',
                  label: {
                    fi: 'Aloita koulutusvalmennus',
                    sv: 'Inled utbildningscoachning',
                    en: 'Begin training coaching',
                  },
                  by: ['adviser', 'studyCoach'],
                  effect: 'service',
                },
              },
            },
            kaynnissa: {
              label: {
                fi: 'Koulutusvalmennus käynnissä',
                sv: 'Utbildningscoachning pågår',
                en: 'Training coaching under way',
              },
              tasks: ['studyPlan'],
              on: {
                paataKoulutusvalmennus: {
                  target: 'eiKaynnissa',
                  label: {
                    fi: 'Päätä koulutusvalmennus',
                    sv: 'Avsluta utbildningscoachning',
                    en: 'End training coaching',
                  },
                  by: ['adviser', 'studyCoach'],
                  effect: 'service',
                },
              },
            },
          },
        },
        // training that is resumed goes on where it was left, coaching and the time of the meeting included
        keskeytynyt: { type: 'history', history: 'deep' },
      },
      on: {
        aloitaTyollistyminen: {
          target: 'tyollistyminen',
          label: { fi: 'Aloita työllistyminen', sv: 'Inled sysselsättning', en: 'Begin employment' },
          by: ['adviser'],
          effect: 'service',
        },
        palaaKuntoutukseen: {
          target: 'kuntoutus',
          label: { fi: 'Palaa kuntoutukseen', sv: 'Återgå till rehabilitering', en: 'Return to rehabilitation' },
          by: ['adviser'],
          effect: 'service',
          reasonRequired: true,
        },
      },
    },

    tyollistyminen: {
      enterable: { by: ['adviser'] },
      phase: {
        label: { fi: 'Työllistyminen', sv: 'Sysselsättning', en: 'Employment' },
        goal: {
          fi: 'Asiakas pääsee työhön ilman odottelua ja katkoksia.',
          sv: 'Klienten får arbete utan väntan och avbrott.',
          en: 'The client gets to work without waiting and gaps.',
        },
        services: [
          {
            id: 'tyohonvalmennus',
            label: { fi: 'Työhönvalmennus', sv: 'Arbetsträning', en: 'Work coaching' },
            source: '000a:M02',
          },
        ],
        responsible: 'jobCoach',
        responsibilities: {
          jobCoach: {
            fi: 'Valmentaa työhön ja arvioi asiakassalkun kahden kuukauden välein.',
            sv: 'Tränar för arbete och går igenom klientportfolion varannan månad.',
            en: 'Coaches towards work and reviews the client portfolio every two months.',
          },
          adviser: {
            fi: 'Huolehtii, että oikea asiakas on palkkatuetussa työssä oikeaan aikaan.',
            sv: 'Ser till att rätt klient är i lönesubventionerat arbete i rätt tid.',
            en: 'Sees to it that the right client is in wage-subsidised work at the right time.',
          },
        },
        metrics: [
          {
            id: 'palkkatuettuTyo',
            label: {
              fi: 'Oikeat asiakkaat oikeaan aikaan palkkatuetussa työssä',
              sv: 'Rätt klienter i rätt tid i lönesubventionerat arbete',
              en: 'The right clients at the right time in wage-subsidised work',
            },
            source: '000a:M02',
          },
        ],
        source: '000a:M02',
      },
      followUps: {
        salkku: {
          label: { fi: 'Asiakassalkun arviointi', sv: 'Genomgång av klientportfolion', en: 'Client portfolio review' },
          every: 'P2M',
          shift: 'nextWorkingDay',
          task: 'portfolioReview',
          source: '000a:M06',
        },
      },
      on: {
        tyollistyi: {
          target: 'tyollistynyt',
          label: { fi: 'Asiakas työllistyi', sv: 'Klienten fick arbete', en: 'The client got a job' },
          by: ['adviser', 'jobCoach'],
          effect: 'service',
        },
        palaaKoulutukseen: {
          target: 'koulutus',
          label: { fi: 'Palaa koulutukseen', sv: 'Återgå till utbildning', en: 'Return to training' },
          by: ['adviser'],
          effect: 'service',
          reasonRequired: true,
        },
        palaaKuntoutukseen: {
          target: 'kuntoutus',
          label: { fi: 'Palaa kuntoutukseen', sv: 'Återgå till rehabilitering', en: 'Return to rehabilitation' },
          by: ['adviser'],
          effect: 'service',
          reasonRequired: true,
        },
      },
    },

    tyollistynyt: {
      type: 'final',
      label: { fi: 'Työllistynyt', sv: 'Sysselsatt', en: 'Employed' },
      end: {
        code: 'tyollistynyt',
        label: { fi: 'Työllistynyt', sv: 'Sysselsatt', en: 'Employed' },
        outcome: 'completed',
      },
      modules: {
        jalkiseuranta: {
          label: { fi: 'Jälkiseuranta', sv: 'Uppföljning efteråt', en: 'Review after the end' },
          pathway: 'jalkiseuranta',
          inputs: { aika: { parameter: 'jalkiseurannanAika' } },
          whenLeft: 'leave',
          source: '000a:R15',
        },
      },
    },
  },

  // Suunto's source knows no standstill: the codes are ours, and what two of them mean is described elsewhere
  suspensions: {
    sairausloma: {
      label: { fi: 'Sairausloma', sv: 'Sjukledighet', en: 'Sick leave' },
      description: {
        fi: 'Meidän koodimme: sovittu asiakkaan palveluverkoston kanssa, kun osallistuminen ei muutoksin onnistu.',
        sv: 'Vår egen kod: överenskommet med klientens servicenätverk när klienten inte kan delta ens med ändringar.',
        en: 'Our code: agreed with the client’s service network when taking part does not work out even with changes.',
      },
      by: ['adviser', 'jobCoach'],
      source: '004:CP-13',
    },
    hoitojakso: {
      label: { fi: 'Hoito- tai kuntoutusjakso', sv: 'Vård- eller rehabiliteringsperiod', en: 'Treatment period' },
      description: {
        fi: 'Meidän koodimme: hoito sitoo niin, että polku jatkuu vasta sen jälkeen.',
        sv: 'Vår egen kod: vården binder så att processen fortsätter först efter den.',
        en: 'Our code: a treatment that ties the client so closely that the pathway goes on only after it.',
      },
      by: ['adviser', 'jobCoach'],
      source: '004:CP-14',
    },
    muuSyy: {
      label: { fi: 'Muu syy', sv: 'Annan orsak', en: 'Another reason' },
      description: {
        fi: 'Meidän koodimme: syy kirjoitetaan perusteluun.',
        sv: 'Vår egen kod: orsaken skrivs i motiveringen.',
        en: 'Our code: the reason is written down with it.',
      },
      by: ['adviser', 'jobCoach'],
    },
  },

  // the source does not say why a journey ends early: these codes are ours, few and general
  exits: {
    omaPyynto: {
      label: {
        fi: 'Asiakas lopettaa omasta pyynnöstään',
        sv: 'Klienten slutar på egen begäran',
        en: 'The client asks to stop',
      },
      description: {
        fi: 'Meidän koodimme: lähde ei kerro päättymisen syitä.',
        sv: 'Vår egen kod: källan anger inga orsaker till avslut.',
        en: 'Our code: the source gives no reasons of ending.',
      },
      outcome: 'interrupted',
      by: ['adviser'],
      effect: 'service',
    },
    muuPalvelu: {
      label: { fi: 'Siirtyy muuhun palveluun', sv: 'Övergår till en annan tjänst', en: 'Moves to another service' },
      description: {
        fi: 'Meidän koodimme: lähde ei kerro päättymisen syitä.',
        sv: 'Vår egen kod: källan anger inga orsaker till avslut.',
        en: 'Our code: the source gives no reasons of ending.',
      },
      outcome: 'transferred',
      by: ['adviser'],
      effect: 'service',
    },
    muutto: {
      label: { fi: 'Muuttaa pois alueelta', sv: 'Flyttar från området', en: 'Moves away from the area' },
      description: {
        fi: 'Meidän koodimme: lähde ei kerro päättymisen syitä.',
        sv: 'Vår egen kod: källan anger inga orsaker till avslut.',
        en: 'Our code: the source gives no reasons of ending.',
      },
      outcome: 'transferred',
      by: ['adviser'],
      effect: 'service',
    },
  },
})
