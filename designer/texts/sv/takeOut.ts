import type { takeOut as finnish } from '../fi/takeOut.ts'
import type { Translated } from '../Translated.ts'

export const takeOut: Translated<typeof finnish> = {
  title: 'Spara som fil',
  menu: 'Spara som',
  json: 'Stigen (JSON)',
  svg: 'Bild (SVG)',
  mermaid: 'Diagram (Mermaid)',
  stately: 'Maskin till Stately (XState)',
  failed: 'Filen kunde inte göras. Försök igen.',
  statelyTitle: 'Export till Stately',
  statelyLoses: 'En maskin har inte plats för allt som stigen säger. Det här faller bort:',
  statelySave: 'Spara maskinen',
  lost_texts: 'Namn och beskrivningar på andra språk än finska.',
  lost_sources: 'Reglernas källor.',
  lost_times: 'Månader, dagar och arbetsdagar: tider blir millisekunder och inställningar värden.',
  lost_criteria: 'Uppgifter om klienten och kriteriernas villkor: av kriterierna blir namnet kvar.',
  lost_roles: 'Vem som får göra vad.',
  lost_tasks: 'Uppgifter och blanketter.',
  lost_followUps: 'Uppföljningar.',
  lost_modules: 'Moduler.',
  lost_phases: 'Fasernas mål, tjänster och arbetsfördelning.',
  lost_proposals: 'Människans beslut: maskinen gör själv det som stigen föreslår.',
  lost_ends: 'Hur stigen slutade, och avslut i förtid.',
  lost_suspensions: 'Avbrott.',
  lost_others: 'Stigens övriga egna inställningar, till exempel krav på motivering.',
}
