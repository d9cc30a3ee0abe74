import type { importNotes as finnish } from '../fi/importNotes.ts'
import type { Translated } from '../Translated.ts'

export const importNotes: Translated<typeof finnish> = {
  'not-a-machine': 'Filen innehåller ingen maskin.',
  'not-understood': 'Maskinen kunde inte läsas: {{why}}',
  'renamed-pathway': 'Stigens kod ”{{from}}” är nu ”{{to}}”.',
  'renamed-state': 'Namnet ”{{from}}” finns kvar. Beteckningen som datasystemen använder är nu ”{{to}}”.',
  'renamed-event': 'Namnet ”{{from}}” finns kvar. Beteckningen som datasystemen använder är nu ”{{to}}”.',
  'renamed-action': 'Åtgärdens kod ”{{from}}” är nu ”{{to}}”.',
  'root-done': 'När hela maskinen är klar kan ingen övergång följa, så den togs bort. Lägg till ett slut på stigen.',
  proposed:
    'Det som tid, villkor eller ett slut sätter i gång föreslås här för en människa. Markera att det sker av sig självt där ingen behöver bestämma.',
  'too-deep': 'Faserna ligger för djupt i varandra: den innersta togs bort.',
  'not-states': 'Det finns inga faser inuti som kan läsas: togs bort.',
  'not-a-state': 'Detta är ingen egen fas: togs bort.',
  'unknown-state-key': '”{{key}}” har ingen plats i en stig: togs bort.',
  'unknown-transition-key': '”{{key}}” har ingen plats i en övergång: togs bort.',
  'not-a-transition': 'Detta kan inte läsas som en övergång: den leder ingenstans. Välj ett mål för den.',
  'target-not-a-name': 'En övergångs mål är namnet på en fas: annat togs bort. Välj ett mål.',
  'target-nowhere': 'Målet ”{{target}}” finns inte. Välj ett mål för övergången.',
  'history-targets': 'En återgång har ett mål: det första blev kvar.',
  'initial-actions': 'Åtgärderna vid början togs bort. Lägg till dem i fasen som man börjar i.',
  'initial-unknown': 'Den första fasen hittades inte. Välj var man börjar.',
  'code-action':
    'En åtgärd skriven som programkod togs bort. I en stig har åtgärden ett namn, och ett annat system utför den.',
  'params-not-json': 'Åtgärdens tilläggsuppgifter kunde inte läsas: togs bort.',
  'meta-not-json': 'Tilläggsuppgifterna kunde inte läsas: togs bort.',
  'description-cut': 'Av beskrivningen blev de första 2 000 tecknen kvar.',
  'guard-parts': 'Delarna i villkoret ”{{guard}}” togs bort. Skriv dem i dess övergångskriterium.',
  'guard-code': 'Ett villkor skrivet som programkod blev ett övergångskriterium. Skriv när det uppfylls.',
  'guard-criterion': 'Villkoret ”{{guard}}” blev övergångskriteriet ”{{criterion}}”. Skriv när det uppfylls.',
  actor:
    'Aktören ”{{actor}}” har ingen plats i en stig. Gör den till en uppgift, eller en åtgärd som besvaras med en händelse.',
  'actor-event': 'Detta blev händelsen ”{{event}}”, som skickas när arbetet är gjort.',
  'rounded-delay': 'Tiden {{delay}} ms avrundades.',
  'named-delay':
    'Tiden ”{{delay}}” blev inställningen ”{{parameter}}”. Skriv hur lång den är; tills dess är den en dag.',
}
