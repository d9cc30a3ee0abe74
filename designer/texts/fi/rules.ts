/**
 * What verification finds, in Finnish: what is so, why it matters to a client, what to do. By the code of its rule; behind
 * a colon the case of a rule that has several.
 */
export const rules = {
  schema: [
    'Tieto on väärää muotoa: {{field}}',
    'Kun tietoa ei voi lukea, asiakkaalle luvattu asia jäisi kenenkään huomaamatta tekemättä.',
    'Korjaa tieto. Muuta ei tarkisteta ennen sitä.',
  ],
  'schema:missing': [
    'Pakollinen tieto puuttuu: {{field}}',
    'Ilman sitä polkua ei voi tarkistaa eikä julkaista, ja asiakkaat odottavat.',
    'Kirjoita puuttuva tieto. Muuta ei tarkisteta ennen sitä.',
  ],
  'too-large': [
    'Polku on liian suuri',
    'Rajattoman suuri polku hidastaisi kaikkien asiakkaiden palvelua, ei vain omiensa.',
    'Jaa polku osiin: irrota osa moduuliksi. Tiloja saa olla 2 000, sisäkkäin 20.',
  ],
  'reserved-name': [
    'Tunnus ”{{name}}” on varattu järjestelmälle',
    'Asiakkaan polku voisi liikkua järjestelmän omista viesteistä.',
    'Vaihda tunnus. ”xstate.” ja ”polku.” alussa eivät käy.',
  ],
  'unknown-target': [
    'Siirtymä ei johda mihinkään: kohdetta ”{{name}}” ei ole',
    'Asiakkaan seuraava askel johtaisi tyhjään.',
    'Valitse siirtymälle kohde tai poista siirtymä.',
  ],
  'invalid-target': [
    'Siirtymän kohde ei käy',
    'Asiakas ei voi olla kohteissa yhtä aikaa, tai hän palaisi paikkaan, josta polku ei ole lähtenytkään.',
    'Valitse yksi kohde, tai rinnakkaisista osista yksi kustakin. Paluun kohteen pitää olla samassa vaiheessa kuin paluu.',
  ],
  'initial-state': [
    'Ei ole sanottu, mistä aloitetaan',
    'Asiakas tulisi vaiheeseen, mutta ei mihinkään sen kohdista.',
    'Valitse, mikä sisällä olevista on ensimmäinen.',
  ],
  'initial-state:superfluous': [
    'Aloituskohta on valittu, vaikka sitä ei tarvita',
    'Valinta näyttää lupaukselta, joka ei tarkoita mitään: osat alkavat yhtä aikaa tai sisällä ei ole mitään.',
    'Poista aloituskohdan valinta.',
  ],
  'state-shape': [
    'Tässä on jotakin, mikä ei kuulu tänne',
    'Väärässä paikassa oleva asia ei tapahdu koskaan, vaikka polku näyttää lupaavan sen.',
    'Siirrä se sinne, minne se kuuluu, tai poista se.',
  ],
  'state-shape:empty': [
    'Sisällä ei ole vielä yhtään kohtaa',
    'Asiakas ei voisi olla missään.',
    'Lisää ensimmäinen vaihe tai tila.',
  ],
  'final-state': [
    'Lopusta ei enää jatketa',
    'Mitä lopun jälkeen luvataan, ei tapahdu: polku on jo päättynyt.',
    'Poista lopusta lähtevät siirtymät, tai tee siitä tavallinen tila.',
  ],
  'final-state:unsaid': [
    'Loppu ei kerro, miten polku päättyi',
    'Ilman päättymisen koodia asiakas puuttuu kaikista tilastoista siitä, mitä asiakkaille kävi.',
    'Anna lopulle nimi, koodi ja tulos.',
  ],
  'final-state:late': [
    'Lopussa on tehtäviä, seurantoja tai moduuleja, jotka tulevat liian myöhään',
    'Polku päättyy samalla hetkellä, joten niitä ei tee kukaan.',
    'Siirrä ne viimeiseen tilaan ennen loppua.',
  ],
  'final-state:nested': [
    'Päättymisen tiedot ovat väärässä paikassa',
    'Koko polku ei pääty tähän, joten koodi ei näkyisi missään.',
    'Poista päättymisen tiedot täältä ja anna ne polun omalle lopulle.',
  ],
  'duplicate-id': [
    'Kahdella tilalla on sama viitetunnus ”{{name}}”',
    'Toinen saa huomaamatta kaikki asiakkaat, jotka oli tarkoitettu toiselle.',
    'Vaihda tai poista toisen viitetunnus.',
  ],
  'unknown-criterion': [
    'Siirtymäkriteeriä ”{{name}}” ei ole',
    'Portti, joka ei kysy mitään, päästäisi läpi kaikki tai ei ketään.',
    'Lisää kriteeri, valitse toinen tai ota se pois siirtymästä.',
  ],
  'unknown-task': [
    'Tehtävää ”{{name}}” ei ole',
    'Asiakkaalle luvattu tapaaminen ei olisi kenenkään listalla.',
    'Lisää tehtävä, valitse toinen tai ota se pois täältä.',
  ],
  'duplicate-item': [
    'Tarkistuslistalla on kaksi kohtaa samalla tunnuksella ”{{name}}”',
    'Ne kuitattaisiin yhdessä, ja toinen unohtuisi.',
    'Anna toiselle oma tunnus.',
  ],
  'unknown-role': [
    'Roolia ”{{name}}” ei ole',
    'Tehtävä, jolla ei ole tekijää, jää tekemättä.',
    'Lisää rooli tai valitse toinen.',
  ],
  'unknown-fact': [
    'Tietoa ”{{name}}” ei ole',
    'Asiakkaan vastaus ei jäisi mihinkään talteen.',
    'Lisää tieto tai valitse toinen.',
  ],
  'unknown-parameter': [
    'Asetusta ”{{name}}” ei ole, tai se ei ole kesto',
    'Lupaus ajassa ilman aikaa jää pitämättä.',
    'Lisää asetus, jonka arvo on kesto, tai kirjoita aika suoraan.',
  ],
  'name-clash': [
    'Sama tunnus ”{{name}}” tarkoittaa kahta asiaa',
    'Kriteeri voisi katsoa asiakkaasta väärää arvoa.',
    'Vaihda toisen tunnus.',
  ],
  'criterion-error': [
    'Siirtymäkriteeriä ”{{name}}” ei voi laskea',
    'Kriteeri jäisi kaikille asiakkaille tuntemattomaksi, eikä kukaan pääsisi eteenpäin.',
    'Rakenna ehto uudelleen tiedoista valitsemalla tai korjaa lauseke.',
  ],
  'invalid-duration': [
    'Aikaa ei voi laskea',
    'Asiakkaalle luvattu yhteydenotto ei tulisi koskaan, tai tulisi loputtomasti.',
    'Anna kesto päivinä, viikkoina, kuukausina tai työpäivinä, vähintään yksi päivä.',
  ],
  'parameter-value': [
    'Asetuksen arvo ei käy: {{name}}',
    'Väärä arvo muuttaisi sitä, mitä jokaiselle asiakkaalle luvataan.',
    'Anna arvo, joka on asetuksen lajia ja sen rajoissa.',
  ],
  'impossible-value': [
    'Vastausta ei voi antaa: {{name}}',
    'Asiakkaalta kysytään jotakin, mihin ei ole yhtään kelpaavaa vastausta, tai kaksi vastausta menee sekaisin.',
    'Korjaa rajat, tai anna jokaiselle vaihtoehdolle oma koodi.',
  ],
  'automatic-rights': [
    'Asiakkaan oikeuksista päätetään ilman ihmistä',
    'Poistamisesta, seuraamuksesta ja lopettamisesta päättää ihminen, jolta voi kysyä perusteita.',
    'Tee siirtymästä ehdotus: järjestelmä ehdottaa, ihminen päättää.',
  ],
  'profiling-fact': [
    'Profiloiva tieto ratkaisee asiakkaan asian',
    'Ennuste samankaltaisista ihmisistä päättäisi tästä asiakkaasta.',
    'Ota kriteeri pois siirtymästä ja näytä tieto sille, joka päättää.',
  ],
  'automatic-mismatch': [
    'Siirtymän merkinnät ovat ristiriidassa',
    'Polku sanoo, että ihminen päättää, mutta järjestelmä ei kysy keneltäkään. Tai päinvastoin.',
    'Valitse yksi: joko siirtymä tapahtuu itsestään, tai ihminen tekee sen.',
  ],
  'follow-up-shape': [
    'Seurannan ajat eivät sovi yhteen: {{name}}',
    'Asiakas luottaa yhteydenottoon, jota ei tule tai jonka aikaa kukaan ei tiedä.',
    'Anna seurannalle joko kerta tai toistuva väli, ja sen mukaan muut ajat.',
  ],
  'follow-up-shape:nothing': [
    'Seuranta ei tee mitään: {{name}}',
    'Kun aika tulee, kenellekään ei tule mitään tehtäväksi.',
    'Valitse tehtävä, joka avataan, tai tapahtuma, joka lähtee.',
  ],
  'follow-up-shape:event': [
    'Seurannan tapahtumaa ei kukaan ota vastaan: {{name}}',
    'Kun aika tulee, asiakkaalle ei tapahdu mitään.',
    'Lisää samaan tilaan siirtymä, jonka tapahtuma käynnistää, tai valitse tehtävä.',
  ],
  'follow-up-shape:anchor': [
    'Seuranta lasketaan tiedosta, joka ei ole päivä: {{name}}',
    'Yhteydenoton päivää ei voi laskea.',
    'Laske seuranta päivämäärätiedosta tai tilaan tulosta.',
  ],
  'follow-up-shape:suspended': [
    'Keskeytys ei voi siirtää päivästä laskettua seurantaa: {{name}}',
    'Näyttää luvatulta, että aika siirtyy, mutta se ei siirry.',
    'Poista merkintä siitä, mitä keskeytys tekee.',
  ],
  'module-shape': [
    'Moduulin tapahtumaa ei kukaan ota vastaan: {{name}}',
    'Kun tuki päättyy tai sen pitäisi alkaa, asiakkaalle ei tapahdu mitään.',
    'Lisää siirtymä, jonka tapahtuma käynnistää, tai poista kytkentä.',
  ],
  'module-shape:self': [
    'Moduuli on tämä polku itse: {{name}}',
    'Jokainen polku aloittaisi toisen, loputtomiin.',
    'Valitse toinen polku tai anna ihmisen aloittaa moduuli.',
  ],
  'module-shape:start': [
    'Mikään ei aloita moduulia: {{name}}',
    'Luvattu tuki ei ala koskaan.',
    'Aloita moduuli tilaan tultaessa tai lisää siirtymä, joka aloittaa sen.',
  ],
  'constant-criterion': [
    'Siirtymäkriteeri ei erottele ketään: {{name}}',
    'Se on tosi kaikille, joista tieto on kirjattu. Portti näyttää vaatimukselta, mutta ei vaadi mitään.',
    'Tarkista ehdon luvut ja vaihtoehdot, tai poista kriteeri.',
  ],
  'constant-criterion:never': [
    'Siirtymäkriteeri ei täyty koskaan: {{name}}',
    'Asiakkaalle kerrotaan tavoite, jota hän ei voi saavuttaa.',
    'Vertaa ehdon lukuja ja vaihtoehtoja tietojen rajoihin ja toisiinsa.',
  ],
  'constant-criterion:unwritten': [
    'Siirtymäkriteeriä ei ole vielä kirjoitettu: {{name}}',
    'Se ei täyty kenellekään ennen kuin on sanottu, mitä vaaditaan.',
    'Kirjoita ehto: esimerkiksi tunteja päivässä on vähintään 6.',
  ],
  'unused-criterion': [
    'Mikään siirtymä ei kysy kriteeriä: {{name}}',
    'Yhdessä sovittua vaatimusta ei silloin vaadita keneltäkään.',
    'Lisää kriteeri siirtymään tai poista se.',
  ],
  'overlapping-criteria': [
    'Kaksi siirtymää voi olla mahdollisia yhtä aikaa: {{name}}',
    'Vain niiden järjestys ratkaisee, ja kaksi samassa tilanteessa olevaa asiakasta voi kuulla eri vastauksen.',
    'Tee kriteereistä toisensa poissulkevat, tai jätä viimeiselle ”muut” ilman kriteereitä.',
  ],
  'criteria-gap': [
    'Joku jää siirtymien väliin: {{name}}',
    'Asiakas on täyttänyt kaiken, mitä hänelle sanottiin, eikä silti tapahdu mitään.',
    'Sulje väli kriteerien kesken, tai lisää viimeinen siirtymä ilman kriteereitä.',
  ],
  'uncollected-fact': [
    'Mikään tehtävä ei kysy tietoa: {{name}}',
    'Kriteeri jää tuntemattomaksi tai seuranta ei ala, ja asiakas odottaa, kunnes joku sattuu kirjaamaan tiedon.',
    'Lisää tieto jonkin tehtävän lomakkeelle, ellei se tule muualta.',
  ],
  'missing-translation': [
    'Tekstejä puuttuu: {{language}}',
    'Asiakas, joka lukee tätä kieltä, saa suomenkielisen tekstin.',
    'Kirjoita puuttuvat käännökset.',
  ],
  'unreachable-state': [
    'Tänne ei pääse kukaan',
    'Vaihe oli tarkoitettu jollekulle, mutta mikään ei johda siihen.',
    'Piirrä siirtymä tänne, salli suora siirto, tai poista se.',
  ],
  'dead-end': [
    'Täältä ei pääse polun loppuun',
    'Asiakas, joka tulee tänne, jää palvelun kirjoille eikä pääse eteenpäin.',
    'Piirrä siirtymä kohti loppua, tai lisää päättymistapa.',
  ],
  'dead-end:empty': [
    'Polussa ei ole vielä vaiheita',
    'Asiakas ei voi aloittaa polkua, jossa ei ole mitään.',
    'Lisää ensimmäinen vaihe.',
  ],
  'dead-end:exits': [
    'Täältä pääsee pois vain päättymistavalla',
    'Jokainen tänne tullut polku päättyy kesken, jos se on tarkoitus.',
    'Jos niin on tarkoitettu, ei tarvitse tehdä mitään. Muuten piirrä siirtymä kohti loppua.',
  ],
  'endless-loop': [
    'Siirtymät kiertävät kehää itsestään',
    'Asiakkaan polku pyörisi loputtomasti, ja jokainen sen lupaus samalla.',
    'Anna ihmisen päättää jostakin niistä, laita väliin aikaa, tai erota kriteereillä.',
  ],
  'never-taken': [
    'Siirtymä ei tapahdu koskaan: {{name}}',
    'Sitä ennen on aina mahdollinen siirtymä, joten tämä ei toteudu kenellekään.',
    'Siirrä ilman kriteereitä oleva siirtymä viimeiseksi.',
  ],
  'never-taken:criteria': [
    'Siirtymän kriteerit eivät voi täyttyä yhtä aikaa: {{name}}',
    'Se ei toteudu kenellekään, mitä tahansa asiakas tekee.',
    'Muuta jotakin kriteereistä, tai tee kullekin oma siirtymä.',
  ],
  'never-done': [
    'Tämä ei tule koskaan valmiiksi',
    'Asiakas tekee kaiken, mitä vaihe pyytää, eikä seuraava ala.',
    'Lisää sisälle loppu (rinnakkaisissa osissa jokaiseen) ja johda siihen, tai siirry eteenpäin muulla tavalla.',
  ],
  'unsendable-event': [
    'Kukaan ei voi tehdä siirtymää: {{name}}',
    'Siirtymä on olemassa, mutta kukaan ei voi tehdä sitä.',
    'Lisää puuttuva rooli, valitse toinen, tai johda tilaan, jossa siirtymä on.',
  ],
  'history-from-within': [
    'Paluuseen ei voi siirtyä sen sisältä',
    'Asiakas voisi olla yhtä aikaa kahdessa paikassa, ja vanhat määräajat jäisivät käymään.',
    'Valitse kohteeksi tila, johon mennään, tai palaa vaiheen ulkopuolelta.',
  ],
  'history-without-past': [
    'Paluulla ei ole mihin palata',
    'Asiakas palaa aina alkuun, vaikka näyttää siltä, että hän jatkaa siitä mihin jäi.',
    'Lisää siirtymä, jolla lähdetään ja tullaan takaisin, tai valitse tila suoraan.',
  ],
  'follow-up-never-due': [
    'Seurannan aika ei tule koskaan: {{name}}',
    'Asiakas luottaa yhteydenottoon, jota ei tule.',
    'Lyhennä aikaa, pidennä tilaa, tai siirrä seuranta sinne, missä asiakas viipyy.',
  ],
  'uncovered-state': [
    'Täällä asiakas voi jäädä ilman seurantaa',
    'Kun viimeinen tehtävä on tehty eikä kriteeri täyty, asiakas ei ole kenenkään listalla. Järjestelmä pyytää silloin vastuuhenkilöltä tilannekatsauksen.',
    'Lisää seuranta, joka toistuu eikä lopu.',
  ],
  'uncovered-state:failing': [
    'Täällä asiakkaalle ei luvata mitään',
    'Asiakas odottaa, että joku muistaa hänet: seurantaa, tehtävää tai määräaikaa ei ole. Vain järjestelmä pyytää vastuuhenkilöltä tilannekatsauksen.',
    'Lisää seuranta, joka toistuu eikä lopu.',
  ],
  'does-not-compile': [
    'Polkua ei voi ajaa',
    'Polku, jota ei voi ajaa, jättää asiakkaansa odottamaan.',
    'Vika on tarkistuksessa, ei polussa. Lähetä polku ylläpidolle.',
  ],
  'unknown-module': [
    'Moduulia ei ole julkaistu: {{name}}',
    'Luvattu tuki ei ala, tai se päättyy kenenkään kuulematta.',
    'Julkaise moduulin polku ensin, ja tarkista sen asetukset ja loput.',
  ],
  'module-input': [
    'Moduulille annetaan arvo, joka ei sille käy: {{name}}',
    'Luvattu tuki ei alkaisi, eikä kukaan saisi siitä tietoa.',
    'Anna moduulin asetukselle oikeanlainen arvo tai jätä se pois, jolloin moduuli käyttää omaansa.',
  ],
  'fact-type-conflict': [
    'Tieto on toisessa polussa eri lajia: {{name}}',
    'Yhdessä polussa kirjattua ei voisi lukea toisessa: asiakkaalta kysyttäisiin uudelleen tai häntä arvioitaisiin väärin.',
    'Valitse sama laji tai anna tiedolle toinen tunnus.',
  ],
} as const satisfies Record<string, readonly [title: string, why: string, todo: string]>
