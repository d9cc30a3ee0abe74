/** Somebody who works with clients. All of them are invented. */
export interface Person {
  user: string
  name: string
  title: string
  /** their case roles */
  roles: string[]
}

const person = (user: string, name: string, title: string, roles: string[]): Person => ({ user, name, title, roles })

export const saara = person('saara.salmela', 'Saara Salmela', 'työvoimaneuvoja', ['adviser'])
export const petri = person('petri.palo', 'Petri Palo', 'työvoimaneuvoja', ['adviser'])
export const mervi = person('mervi.maunu', 'Mervi Maunu', 'arvioija', ['assessor'])
export const kaisa = person('kaisa.kivela', 'Kaisa Kivelä', 'kuntoutuksen ohjaaja', ['rehabilitationWorker'])
export const juhani = person('juhani.joki', 'Juhani Joki', 'koulutusvalmentaja', ['studyCoach'])
export const olli = person('olli.oksanen', 'Olli Oksanen', 'ammatillinen opettaja', ['vocationalTeacher'])
export const tuula = person('tuula.toivonen', 'Tuula Toivonen', 'työhönvalmentaja', ['jobCoach'])

export const people: readonly Person[] = [saara, petri, mervi, kaisa, juhani, olli, tuula]
