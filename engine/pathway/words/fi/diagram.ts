import type { DiagramPhrases } from '../Phrases.ts'

/** What a diagram says, in Finnish. */
export const diagram: DiagramPhrases = {
  anywhere: 'Missä vaiheessa tahansa',
  automatic: 'itsestään',
  proposal: 'ehdotus',
  leftOut: 'Kaaviosta puuttuu:',
  losses: {
    lostTargets: 'Siirtymät, joiden kohdetta ei ole',
    movedArrows: 'Nuoli on piirretty rinnakkaisen osan sisältä, vaikka siirtymä on koko osan',
    whoAndHow: 'Kuka siirtymän tai päättymisen tekee, mitä se vaikuttaa ja vaaditaanko perustelu',
    overrides: 'Kuka kriteeristä saa poiketa',
    enterable: 'Tilat, joihin voi siirtyä mistä tahansa perustellen',
    messages: 'Viestit muille järjestelmille',
    suspensions: 'Keskeytykset',
    phases: 'Vaiheiden tavoitteet, palvelut, työnjako ja mittarit',
    tasks: 'Tehtävien tekijät, määräajat, lomakkeet ja tarkistuslistat',
    facts: 'Asiakkaan tiedot',
    roles: 'Roolit asiassa',
    parameters: 'Asetukset',
    times: 'Tarkistusväli, takautuva kirjaus ja kalenteri',
    descriptions: 'Kuvaukset',
    sources: 'Lähteet',
  },
}
