import type { DiagramPhrases } from '../Phrases.ts'

/** What a diagram says, in Swedish. */
export const diagram: DiagramPhrases = {
  anywhere: 'I vilken fas som helst',
  automatic: 'av sig självt',
  proposal: 'förslag',
  leftOut: 'Diagrammet saknar:',
  losses: {
    lostTargets: 'Övergångar vars mål inte finns',
    movedArrows: 'Pilen är ritad inifrån en parallell del, fast övergången hör till hela delen',
    whoAndHow: 'Vem som gör övergången eller avslutar, vad det påverkar och om det måste motiveras',
    overrides: 'Vem som får avvika från ett kriterium',
    enterable: 'Tillstånd som man med motivering kan gå till var som helst ifrån',
    messages: 'Meddelanden till andra system',
    suspensions: 'Avbrott',
    phases: 'Fasernas mål, tjänster, arbetsfördelning och mätare',
    tasks: 'Uppgifternas utförare, tidsfrister, blanketter och checklistor',
    facts: 'Uppgifter om klienten',
    roles: 'Roller i ärendet',
    parameters: 'Inställningar',
    times: 'Granskningsintervall, registrering i efterhand och kalender',
    descriptions: 'Beskrivningar',
    sources: 'Källor',
  },
}
