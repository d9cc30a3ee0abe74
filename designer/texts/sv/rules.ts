import type { RuleTexts } from '../rulesInWords.ts'

/** What verification finds, in Swedish. */
export const rules: RuleTexts = {
  schema: [
    'Uppgiften har fel form: {{field}}',
    'När en uppgift inte kan läsas blir det som klienten lovats ogjort utan att någon märker det.',
    'Rätta uppgiften. Inget annat kontrolleras före det.',
  ],
  'schema:missing': [
    'En obligatorisk uppgift saknas: {{field}}',
    'Utan den kan servicestigen varken kontrolleras eller publiceras, och klienterna väntar.',
    'Skriv det som saknas. Inget annat kontrolleras före det.',
  ],
  'too-large': [
    'Servicestigen är för stor',
    'En gränslöst stor servicestig skulle göra servicen långsam för alla klienter.',
    'Dela upp den: bryt ut en del till en modul. Högst 2 000 lägen, 20 inuti varandra.',
  ],
  'reserved-name': [
    'Namnet ”{{name}}” är reserverat för systemet',
    'Klientens stig kunde flyttas av systemets egna meddelanden.',
    'Byt namn. Det får inte börja med ”xstate.” eller ”polku.”.',
  ],
  'unknown-target': [
    'Övergången leder ingenstans: ”{{name}}” finns inte',
    'Klientens nästa steg skulle inte leda någonstans.',
    'Välj vart övergången leder eller ta bort den.',
  ],
  'invalid-target': [
    'Övergången kan inte leda dit',
    'Klienten kan inte vara på de ställena samtidigt, eller återvänder till något som stigen aldrig lämnat.',
    'Välj ett mål, eller ett i var och en av de parallella delarna. En återgång ska leda till något i samma fas som återgången.',
  ],
  'initial-state': [
    'Det är inte sagt var man börjar',
    'Klienten skulle komma till fasen men inte till någon av dess delar.',
    'Välj vilken av delarna som är först.',
  ],
  'initial-state:superfluous': [
    'En början är vald fast ingen behövs',
    'Valet ser ut som ett löfte som inte betyder något: delarna börjar samtidigt, eller så finns det inga.',
    'Ta bort valet av början.',
  ],
  'state-shape': [
    'Här finns något som inte hör hit',
    'Det som står på fel plats händer aldrig, fast stigen ser ut att lova det.',
    'Flytta det dit det hör eller ta bort det.',
  ],
  'state-shape:empty': [
    'Här finns ännu ingenting inuti',
    'Klienten skulle inte kunna vara någonstans.',
    'Lägg till den första fasen eller det första läget.',
  ],
  'final-state': [
    'Från ett slut går man inte vidare',
    'Det som lovas efter slutet händer inte: stigen har redan upphört.',
    'Ta bort övergångarna från slutet, eller gör det till ett vanligt läge.',
  ],
  'final-state:unsaid': [
    'Slutet säger inte hur stigen slutade',
    'Utan en kod saknas klienten i all statistik över hur det gick för klienterna.',
    'Ge slutet namn, kod och utfall.',
  ],
  'final-state:late': [
    'Slutet har uppgifter, uppföljningar eller moduler som kommer för sent',
    'Stigen upphör i samma stund, så ingen gör dem.',
    'Flytta dem till det sista läget före slutet.',
  ],
  'final-state:nested': [
    'Uppgifterna om slutet står på fel plats',
    'Hela stigen slutar inte här, så koden skulle inte synas någonstans.',
    'Ta bort dem här och ge dem till stigens eget slut.',
  ],
  'duplicate-id': [
    'Två lägen har samma referensnamn ”{{name}}”',
    'Det ena får obemärkt alla klienter som var avsedda för det andra.',
    'Byt eller ta bort det enas referensnamn.',
  ],
  'unknown-criterion': [
    'Övergångskriteriet ”{{name}}” finns inte',
    'En port som inte frågar något skulle släppa igenom alla eller ingen.',
    'Lägg till kriteriet, välj ett annat eller ta bort det från övergången.',
  ],
  'unknown-task': [
    'Uppgiften ”{{name}}” finns inte',
    'Mötet som klienten lovats skulle inte stå på någons lista.',
    'Lägg till uppgiften, välj en annan eller ta bort den härifrån.',
  ],
  'duplicate-item': [
    'Checklistan har två punkter med samma namn ”{{name}}”',
    'De skulle kvitteras tillsammans, och den ena glömmas.',
    'Ge den ena ett eget namn.',
  ],
  'unknown-role': [
    'Rollen ”{{name}}” finns inte',
    'En uppgift som ingen har fått blir ogjord.',
    'Lägg till rollen eller välj en annan.',
  ],
  'unknown-fact': [
    'Uppgiften om klienten ”{{name}}” finns inte',
    'Klientens svar skulle inte sparas någonstans.',
    'Lägg till den eller välj en annan.',
  ],
  'unknown-parameter': [
    'Inställningen ”{{name}}” finns inte, eller är inte en tid',
    'Ett löfte i tid utan tid hålls aldrig.',
    'Lägg till en inställning som är en tid, eller skriv tiden direkt.',
  ],
  'name-clash': [
    'Samma namn ”{{name}}” betyder två saker',
    'Kriteriet kunde se på fel värde hos klienten.',
    'Byt namn på den ena.',
  ],
  'criterion-error': [
    'Övergångskriteriet ”{{name}}” går inte att räkna ut',
    'Kriteriet skulle förbli okänt för alla klienter, och ingen skulle komma vidare.',
    'Bygg villkoret på nytt av uppgifter om klienten, eller rätta uttrycket.',
  ],
  'invalid-duration': [
    'Tiden går inte att räkna',
    'Kontakten som klienten lovats skulle aldrig komma, eller komma utan slut.',
    'Ge en tid i dagar, veckor, månader eller arbetsdagar, minst en dag.',
  ],
  'parameter-value': [
    'Inställningens värde duger inte: {{name}}',
    'Ett fel värde skulle ändra vad varje klient lovas.',
    'Ge ett värde av inställningens slag, inom dess gränser.',
  ],
  'impossible-value': [
    'Det går inte att svara: {{name}}',
    'Klienten tillfrågas om något som inte har ett enda giltigt svar, eller där två svar blandas ihop.',
    'Rätta gränserna, eller ge varje alternativ en egen kod.',
  ],
  'automatic-rights': [
    'Om klientens rättigheter beslutas utan en människa',
    'Om borttagning, påföljd och avslutande beslutar en människa, som kan tillfrågas om skälen.',
    'Gör övergången till ett förslag: systemet föreslår, en människa beslutar.',
  ],
  'profiling-fact': [
    'En profilerande uppgift avgör klientens ärende',
    'En prognos om liknande människor skulle besluta om den här klienten.',
    'Ta bort kriteriet från övergången och visa uppgiften för den som beslutar.',
  ],
  'automatic-mismatch': [
    'Övergångens anteckningar säger emot varandra',
    'Stigen säger att en människa beslutar, men systemet frågar ingen. Eller tvärtom.',
    'Välj det ena: övergången sker av sig själv, eller en människa gör den.',
  ],
  'follow-up-shape': [
    'Uppföljningens tider passar inte ihop: {{name}}',
    'Klienten litar på en kontakt som inte kommer eller vars tid ingen vet.',
    'Ge uppföljningen en gång eller ett intervall, och de andra tiderna efter det.',
  ],
  'follow-up-shape:nothing': [
    'Uppföljningen gör ingenting: {{name}}',
    'När tiden är inne får ingen något att göra.',
    'Välj en uppgift som öppnas eller en händelse som sänds.',
  ],
  'follow-up-shape:event': [
    'Ingen tar emot uppföljningens händelse: {{name}}',
    'När tiden är inne händer ingenting för klienten.',
    'Lägg till en övergång som händelsen startar, eller välj en uppgift.',
  ],
  'follow-up-shape:anchor': [
    'Uppföljningen räknas från en uppgift som inte är ett datum: {{name}}',
    'Dagen för kontakten går inte att räkna.',
    'Räkna från ett datum eller från ankomsten till läget.',
  ],
  'follow-up-shape:suspended': [
    'Ett avbrott kan inte flytta en uppföljning som räknas från ett datum: {{name}}',
    'Det ser ut som om tiden flyttas, men det gör den inte.',
    'Ta bort anteckningen om vad ett avbrott gör.',
  ],
  'module-shape': [
    'Ingen tar emot modulens händelse: {{name}}',
    'När stödet upphör, eller borde börja, händer ingenting för klienten.',
    'Lägg till en övergång som händelsen startar, eller ta bort kopplingen.',
  ],
  'module-shape:self': [
    'Modulen är den här servicestigen själv: {{name}}',
    'Varje stig skulle starta en ny, utan slut.',
    'Välj en annan servicestig eller låt en människa starta modulen.',
  ],
  'module-shape:start': [
    'Ingenting startar modulen: {{name}}',
    'Det utlovade stödet börjar aldrig.',
    'Starta modulen när man kommer till läget, eller lägg till en övergång som startar den.',
  ],
  'constant-criterion': [
    'Övergångskriteriet skiljer inte åt någon: {{name}}',
    'Det är sant för alla som uppgiften är antecknad om. Porten ser ut som ett krav men kräver ingenting.',
    'Kontrollera villkorets tal och alternativ, eller ta bort kriteriet.',
  ],
  'constant-criterion:never': [
    'Övergångskriteriet uppfylls aldrig: {{name}}',
    'Klienten får höra om ett mål som inte kan nås.',
    'Jämför villkorets tal och alternativ med uppgifternas gränser och med varandra.',
  ],
  'constant-criterion:unwritten': [
    'Övergångskriteriet är inte skrivet ännu: {{name}}',
    'Det uppfylls av ingen innan det är sagt vad som krävs.',
    'Skriv villkoret: till exempel minst 6 timmar per dag.',
  ],
  'unused-criterion': [
    'Ingen övergång frågar efter kriteriet: {{name}}',
    'Det som man kommit överens om krävs då inte av någon.',
    'Lägg till kriteriet i en övergång eller ta bort det.',
  ],
  'overlapping-criteria': [
    'Två övergångar kan vara möjliga samtidigt: {{name}}',
    'Bara ordningen avgör, och två klienter i samma situation kan få olika svar.',
    'Låt kriterierna utesluta varandra, eller låt den sista gälla ”övriga” utan kriterier.',
  ],
  'criteria-gap': [
    'Någon faller mellan övergångarna: {{name}}',
    'Klienten har uppfyllt allt som sades, och ändå händer ingenting.',
    'Täpp till luckan mellan kriterierna, eller lägg till en sista övergång utan kriterier.',
  ],
  'uncollected-fact': [
    'Ingen uppgift frågar efter: {{name}}',
    'Kriteriet förblir okänt eller uppföljningen börjar inte, och klienten väntar tills någon råkar anteckna det.',
    'Lägg till den på en uppgifts blankett, om den inte kommer någon annanstans ifrån.',
  ],
  'missing-translation': [
    'Texter saknas: {{language}}',
    'Den klient som läser det språket får den finska texten.',
    'Skriv översättningarna som saknas.',
  ],
  'unreachable-state': [
    'Hit kommer ingen',
    'Fasen var avsedd för någon, men ingenting leder till den.',
    'Rita en övergång hit, tillåt direkt förflyttning, eller ta bort den.',
  ],
  'dead-end': [
    'Härifrån når man inte stigens slut',
    'Den klient som kommer hit blir kvar som klient och kommer inte vidare.',
    'Rita en övergång mot ett slut, eller lägg till ett sätt att avsluta.',
  ],
  'dead-end:empty': [
    'Stigen har inga faser än',
    'En klient kan inte börja på en stig där det inte finns någonting.',
    'Lägg till den första fasen.',
  ],
  'dead-end:exits': [
    'Härifrån kommer man bara genom ett sätt att avsluta',
    'Varje stig som kommer hit slutar i förtid, om det är meningen.',
    'Om det är meningen behöver inget göras. Rita annars en övergång mot ett slut.',
  ],
  'endless-loop': [
    'Övergångar går runt av sig själva',
    'Klientens stig skulle snurra utan slut, och varje löfte i den med.',
    'Låt en människa besluta om någon av dem, lägg tid emellan, eller skilj dem åt med kriterier.',
  ],
  'never-taken': [
    'Övergången sker aldrig: {{name}}',
    'En annan övergång före den är alltid möjlig, så den här gäller ingen.',
    'Flytta övergången utan kriterier sist.',
  ],
  'never-taken:criteria': [
    'Övergångens kriterier kan inte uppfyllas samtidigt: {{name}}',
    'Den gäller ingen, vad klienten än gör.',
    'Ändra något av kriterierna, eller gör en övergång för vart och ett.',
  ],
  'never-done': [
    'Det här blir aldrig klart',
    'Klienten gör allt som fasen begär, och nästa börjar inte.',
    'Lägg till ett slut inuti (i var och en av de parallella delarna) och led dit, eller gå vidare på annat sätt.',
  ],
  'unsendable-event': [
    'Ingen kan göra övergången: {{name}}',
    'Övergången finns, men ingen kan göra den.',
    'Lägg till rollen som saknas, välj en annan, eller led till läget där övergången finns.',
  ],
  'history-from-within': [
    'Man kan inte gå till återgången inifrån',
    'Klienten kunde vara på två ställen samtidigt, och gamla tidsfrister skulle löpa vidare.',
    'Välj det läge som man går till, eller återvänd utifrån.',
  ],
  'history-without-past': [
    'Återgången har inget att återvända till',
    'Klienten börjar alltid om, fast det ser ut som om man fortsätter där man var.',
    'Lägg till en övergång som går ut och kommer tillbaka, eller välj läget direkt.',
  ],
  'follow-up-never-due': [
    'Uppföljningens tid kommer aldrig: {{name}}',
    'Klienten litar på en kontakt som inte kommer.',
    'Korta tiden, förläng läget, eller flytta uppföljningen dit där klienten stannar.',
  ],
  'uncovered-state': [
    'Här kan klienten bli utan uppföljning',
    'När den sista uppgiften är gjord och kriteriet inte uppfylls står klienten inte på någons lista. Systemet ber då den ansvariga om en översyn.',
    'Lägg till en uppföljning som upprepas och inte tar slut.',
  ],
  'uncovered-state:failing': [
    'Här utlovas klienten ingenting',
    'Klienten väntar på att någon ska minnas hen: det finns ingen uppföljning, uppgift eller tidsfrist. Bara systemet ber den ansvariga om en översikt.',
    'Lägg till en uppföljning som upprepas och inte tar slut.',
  ],
  'does-not-compile': [
    'Servicestigen kan inte köras',
    'En stig som inte kan köras låter sina klienter vänta.',
    'Felet ligger i kontrollen, inte i stigen. Skicka stigen till underhållet.',
  ],
  'unknown-module': [
    'Modulen är inte publicerad: {{name}}',
    'Det utlovade stödet börjar inte, eller slutar utan att någon hör om det.',
    'Publicera modulens servicestig först, och kontrollera dess inställningar och slut.',
  ],
  'module-input': [
    'Modulen får ett värde som inte passar den: {{name}}',
    'Det utlovade stödet skulle inte börja, och ingen skulle få veta det.',
    'Ge modulens inställning ett värde av rätt slag eller lämna bort det, så använder modulen sitt eget.',
  ],
  'fact-type-conflict': [
    'Uppgiften om klienten är av annat slag i en annan servicestig: {{name}}',
    'Det som antecknats i den ena kunde inte läsas i den andra: klienten skulle tillfrågas igen eller bedömas fel.',
    'Välj samma slag eller ge uppgiften ett annat namn.',
  ],
}
