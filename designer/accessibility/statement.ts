import type { Language } from '../app/language.ts'

/** A section of the statement: paragraphs, what is listed under them, and where to turn. */
export interface StatementSection {
  heading: string
  paragraphs: string[]
  items?: string[]
  links?: { text: string; href: string }[]
}

export interface Statement {
  title: string
  sections: StatementSection[]
}

/** When the statement was last gone through; written anew each time it is. */
const reviewed = { fi: '22.11.2026', sv: '22.11.2026', en: '22 November 2026' }

/**
 * The accessibility statement of the designer, with the contents that the Act on the Provision of Digital Services
 * (306/2019, section 9) and the Commission's model (EU 2018/1523) ask for. Whoever runs Polku answers for it: what their
 * own installation adds belongs here too.
 */
export const statement: Record<Language, Statement> = {
  fi: {
    title: 'Saavutettavuusseloste',
    sections: [
      {
        heading: 'Mitä seloste koskee',
        paragraphs: [
          'Tämä seloste koskee Polun suunnittelunäkymää, kirjautumissivua ja niistä tulostettavia palvelupolun asiakirjoja. Palvelun tarjoaa organisaatio, jonka Polkua käytät, ja se vastaa saavutettavuudesta omassa käytössään.',
          `Seloste on laadittu ja viimeksi tarkistettu ${reviewed.fi}. Digipalvelulaki (306/2019) edellyttää, että julkiset verkkopalvelut ovat saavutettavia.`,
        ],
      },
      {
        heading: 'Palvelun saavutettavuuden tila',
        paragraphs: [
          'Suunnittelunäkymä täyttää WCAG 2.2 -ohjeistuksen A- ja AA-tason vaatimukset oman arviomme mukaan suurelta osin. Alla kerrotaan, mitä tiedämme puuttuvan.',
        ],
      },
      {
        heading: 'Mikä ei ole vielä saavutettavaa',
        paragraphs: [],
        items: [
          'Havaittavuus: polun kuva ei kerro rakennettaan ruudunlukijalle. Sama sisältö on kokonaan luettavissa ja muokattavissa Rakenne-näkymässä (WCAG 1.1.1, 1.3.1).',
          'Havaittavuus: ylläpitäjän kirjoittamilta teksteiltä voi puuttua käännös. Silloin näytetään suomenkielinen teksti, eikä sen kieltä ole kaikkialla merkitty (WCAG 3.1.2).',
          'Toimintavarmuus: selaimella tehdyn PDF-tiedoston saavutettavuus riippuu selaimesta. Sama asiakirja on luettavissa verkkosivuna (WCAG 1.3.1).',
          'Kehittäjille tarkoitetut sivut, rajapinnan ohjeet ja töiden jonot, ovat muiden tekemiä osia, joiden saavutettavuutta emme ole arvioineet. Rajapinnan ohjeet ovat saatavissa myös tekstinä OpenAPI-muodossa.',
        ],
      },
      {
        heading: 'Miten saavutettavuus on arvioitu',
        paragraphs: [
          'Arvio on kehittäjien itsearvio. Jokainen näkymä tarkistetaan jokaisen muutoksen yhteydessä koneellisesti axe-työkalulla, vaaleilla ja tummilla väreillä sekä käyttöjärjestelmän kontrastiteemalla, ja muokkaaminen kokeillaan pelkällä näppäimistöllä. Ulkopuolista arviota ei ole tehty, eikä palvelua ole vielä kokeiltu apuvälineiden käyttäjien kanssa.',
        ],
      },
      {
        heading: 'Huomasitko puutteen?',
        paragraphs: [
          'Kerro siitä organisaatiosi Polku-pääkäyttäjälle: kutsu, jolla tunnuksesi on luotu, on häneltä. Kerro, missä kohdassa ongelma oli ja mitä laitetta, selainta ja apuvälinettä käytit. Organisaation on vastattava palautteeseen 14 päivän kuluessa. Voit myös pyytää sisällön sinulle sopivassa muodossa.',
        ],
      },
      {
        heading: 'Valvontaviranomainen',
        paragraphs: [
          'Jos et ole tyytyväinen saamaasi vastaukseen tai et saa vastausta kahden viikon aikana, voit tehdä ilmoituksen Liikenne- ja viestintävirasto Traficomille. Traficomin sivulla kerrotaan, miten ilmoitus tehdään ja miten asia käsitellään.',
          'Liikenne- ja viestintävirasto Traficom, Digitaalisen esteettömyyden ja saavutettavuuden valvontayksikkö. Puhelinvaihde 029 534 5000.',
        ],
        links: [
          { text: 'www.saavutettavuusvaatimukset.fi', href: 'https://www.saavutettavuusvaatimukset.fi/' },
          { text: 'saavutettavuus@traficom.fi', href: 'mailto:saavutettavuus@traficom.fi' },
        ],
      },
      {
        heading: 'Mitä saavutettavuuden eteen on tehty',
        paragraphs: [],
        items: [
          'Kaiken voi tehdä pelkällä näppäimistöllä, ja kohdistus näkyy aina.',
          'Tilaa ei koskaan kerrota pelkällä värillä. Värit noudattavat järjestelmän vaaleaa, tummaa ja suuren kontrastin asetusta, ja liikkeet poistuvat, kun järjestelmä pyytää vähentämään niitä.',
          'Sivut mukautuvat 390 kuvapisteen levyiselle näytölle ja 200 prosentin suurennokseen.',
          'Säännöt, virheet ja muutokset kerrotaan kokonaisina lauseina suomeksi, ruotsiksi ja englanniksi.',
        ],
      },
    ],
  },
  sv: {
    title: 'Tillgänglighetsutlåtande',
    sections: [
      {
        heading: 'Vad utlåtandet gäller',
        paragraphs: [
          'Utlåtandet gäller Polkus planeringsvy, inloggningssidan och de dokument om servicestigar som skrivs ut därifrån. Tjänsten tillhandahålls av den organisation vars Polku du använder, och den ansvarar för tillgängligheten hos sig.',
          `Utlåtandet har upprättats och senast gåtts igenom ${reviewed.sv}. Lagen om tillhandahållande av digitala tjänster (306/2019) kräver att offentliga webbtjänster är tillgängliga.`,
        ],
      },
      {
        heading: 'Hur tillgänglig tjänsten är',
        paragraphs: [
          'Planeringsvyn uppfyller enligt vår egen bedömning till stor del kraven på nivå A och AA i WCAG 2.2. Nedan berättar vi vad vi vet fattas.',
        ],
      },
      {
        heading: 'Vad som ännu inte är tillgängligt',
        paragraphs: [],
        items: [
          'Möjlighet att uppfatta: bilden av stigen berättar inte sin struktur för en skärmläsare. Samma innehåll kan läsas och redigeras i sin helhet i vyn Struktur (WCAG 1.1.1, 1.3.1).',
          'Möjlighet att uppfatta: texter som en administratör har skrivit kan sakna översättning. Då visas den finska texten, och dess språk är inte märkt överallt (WCAG 3.1.2).',
          'Robusthet: hur tillgänglig en PDF-fil är som webbläsaren gör beror på webbläsaren. Samma dokument kan läsas som webbsida (WCAG 1.3.1).',
          'Sidorna för utvecklare, anvisningarna för gränssnittet och arbetsköerna, är delar som andra har gjort och vars tillgänglighet vi inte har bedömt. Anvisningarna för gränssnittet finns också som text i OpenAPI-format.',
        ],
      },
      {
        heading: 'Hur tillgängligheten har bedömts',
        paragraphs: [
          'Bedömningen är utvecklarnas egen. Varje vy kontrolleras maskinellt med verktyget axe vid varje ändring, i ljusa och mörka färger och med operativsystemets kontrasttema, och redigeringen prövas med enbart tangentbord. Någon utomstående bedömning har inte gjorts, och tjänsten har ännu inte prövats tillsammans med personer som använder hjälpmedel.',
        ],
      },
      {
        heading: 'Märkte du en brist?',
        paragraphs: [
          'Berätta om den för din organisations Polku-administratör: inbjudan som ditt konto skapades med kom från henne eller honom. Berätta var problemet fanns och vilken apparat, webbläsare och vilket hjälpmedel du använde. Organisationen ska svara på responsen inom 14 dagar. Du kan också be att få innehållet i en form som passar dig.',
        ],
      },
      {
        heading: 'Tillsynsmyndighet',
        paragraphs: [
          'Om du är missnöjd med svaret eller inte får något svar inom två veckor kan du göra en anmälan till Transport- och kommunikationsverket Traficom. På Traficoms webbplats berättas hur anmälan görs och hur ärendet handläggs.',
          'Transport- och kommunikationsverket Traficom, enheten för tillsyn över digital tillgänglighet. Telefonväxel 029 534 5000.',
        ],
        links: [
          { text: 'www.tillganglighetskrav.fi', href: 'https://www.tillganglighetskrav.fi/' },
          { text: 'tillganglighet@traficom.fi', href: 'mailto:tillganglighet@traficom.fi' },
        ],
      },
      {
        heading: 'Vad som har gjorts för tillgängligheten',
        paragraphs: [],
        items: [
          'Allt kan göras med enbart tangentbord, och fokus syns alltid.',
          'Läget berättas aldrig med enbart färg. Färgerna följer systemets inställning för ljust, mörkt och hög kontrast, och rörelser försvinner när systemet ber om färre.',
          'Sidorna anpassar sig till en 390 bildpunkter bred skärm och till 200 procents förstoring.',
          'Regler, fel och ändringar berättas i hela meningar på finska, svenska och engelska.',
        ],
      },
    ],
  },
  en: {
    title: 'Accessibility statement',
    sections: [
      {
        heading: 'What this statement covers',
        paragraphs: [
          'This statement covers Polku’s designer, the page for signing in, and the pathway documents that are printed from them. The service is provided by the organisation whose Polku you use; it answers for accessibility in its own use.',
          `The statement was prepared, and last reviewed, on ${reviewed.en}. The Finnish Act on the Provision of Digital Services (306/2019) requires public online services to be accessible.`,
        ],
      },
      {
        heading: 'How accessible the service is',
        paragraphs: [
          'By our own assessment the designer meets most of the requirements of WCAG 2.2 at levels A and AA. What we know to be missing is told below.',
        ],
      },
      {
        heading: 'What is not accessible yet',
        paragraphs: [],
        items: [
          'Perceivable: the drawing of a pathway does not tell its structure to a screen reader. All of it can be read and edited in the Outline (WCAG 1.1.1, 1.3.1).',
          'Perceivable: texts that an administrator has written may lack a translation. The Finnish text is shown then, and its language is not marked everywhere (WCAG 3.1.2).',
          'Robust: how accessible a PDF is that a browser makes depends on the browser. The same document can be read as a web page (WCAG 1.3.1).',
          'The pages for developers, the guide to the API and the queues of work, are parts made by others whose accessibility we have not assessed. The guide to the API is also available as text, in OpenAPI form.',
        ],
      },
      {
        heading: 'How accessibility was assessed',
        paragraphs: [
          'The assessment is the developers’ own. Every view is checked by the tool axe at every change, in light and dark colours and in the system’s contrast theme, and editing is tried with the keyboard alone. No outside assessment has been made, and the service has not yet been tried together with people who use assistive technology.',
        ],
      },
      {
        heading: 'Did you notice a fault?',
        paragraphs: [
          'Tell your organisation’s Polku administrator: the invitation that your account began with came from them. Tell where the problem was, and which device, browser and assistive technology you used. The organisation has to answer within 14 days. You may also ask for the content in a form that suits you.',
        ],
      },
      {
        heading: 'Supervisory authority',
        paragraphs: [
          'If you are not satisfied with the answer, or get none within two weeks, you may notify the Finnish Transport and Communications Agency Traficom. Its website tells how to notify and how the matter is handled.',
          'Finnish Transport and Communications Agency Traficom, Digital Accessibility Supervision Unit. Telephone switchboard +358 29 534 5000.',
        ],
        links: [
          { text: 'www.webaccessibility.fi', href: 'https://www.webaccessibility.fi/' },
          { text: 'saavutettavuus@traficom.fi', href: 'mailto:saavutettavuus@traficom.fi' },
        ],
      },
      {
        heading: 'What has been done for accessibility',
        paragraphs: [],
        items: [
          'Everything can be done with the keyboard alone, and the focus is always visible.',
          'State is never told by colour alone. Colours follow the system’s setting for light, dark and high contrast, and motion goes when the system asks for less of it.',
          'Pages adapt to a screen 390 pixels wide and to 200 per cent zoom.',
          'Rules, errors and changes are told in whole sentences in Finnish, Swedish and English.',
        ],
      },
    ],
  },
}
