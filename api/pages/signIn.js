/* The pages on which people sign in: /sign-in, /welcome (choose a password by a link) and /setup (the first administrator). */
import { localPath } from './localPath.js'

const texts = {
  fi: {
    signIn: ['Kirjaudu sisään', 'Kirjaudu työsähköpostillasi.', 'Kirjaudu'],
    welcome: [
      'Valitse salasana',
      'Linkki toimii kerran. Valitse salasana, jolla kirjaudut tästä lähtien.',
      'Tallenna salasana',
    ],
    setup: [
      'Ota Polku käyttöön',
      'Sinusta tulee ensimmäinen pääkäyttäjä. Muut kutsut sen jälkeen itse.',
      'Ota käyttöön',
    ],
    email: 'Sähköposti',
    password: 'Salasana',
    passwordHint: 'Vähintään 12 merkkiä. Muutama sana peräkkäin on hyvä ja helppo muistaa.',
    name: 'Nimesi',
    organisation: 'Organisaatiosi nimi',
    missing: 'Täytä kenttä: ',
    chosen: 'Salasana on tallennettu. Nyt voit kirjautua.',
    accessibility: 'Saavutettavuusseloste',
    failed: 'Palvelin ei vastannut. Yritä hetken kuluttua uudelleen.',
    problems: {
      'not-signed-in': 'Sähköposti tai salasana on väärin. Tarkista molemmat.',
      'too-many-attempts': 'Liian monta yritystä. Odota minuutti ja yritä uudelleen.',
      'link-invalid': 'Linkki on jo käytetty tai vanhentunut. Pyydä pääkäyttäjältä uusi.',
      'password-weak': 'Salasanassa pitää olla 12–128 merkkiä.',
      'invalid-request': 'Tarkista sähköpostiosoite ja muut kentät.',
    },
  },
  sv: {
    signIn: ['Logga in', 'Logga in med din e-postadress på jobbet.', 'Logga in'],
    welcome: [
      'Välj ett lösenord',
      'Länken fungerar en gång. Välj det lösenord som du loggar in med härefter.',
      'Spara lösenordet',
    ],
    setup: ['Ta Polku i bruk', 'Du blir den första administratören. De andra bjuder du sedan in själv.', 'Ta i bruk'],
    email: 'E-post',
    password: 'Lösenord',
    passwordHint: 'Minst 12 tecken. Några ord i följd är bra och lätta att minnas.',
    name: 'Ditt namn',
    organisation: 'Din organisations namn',
    missing: 'Fyll i fältet: ',
    chosen: 'Lösenordet är sparat. Nu kan du logga in.',
    accessibility: 'Tillgänglighetsutlåtande',
    failed: 'Servern svarade inte. Försök igen om en stund.',
    problems: {
      'not-signed-in': 'E-postadressen eller lösenordet är fel. Kontrollera båda.',
      'too-many-attempts': 'För många försök. Vänta en minut och försök igen.',
      'link-invalid': 'Länken är redan använd eller för gammal. Be administratören om en ny.',
      'password-weak': 'Lösenordet ska ha 12–128 tecken.',
      'invalid-request': 'Kontrollera e-postadressen och de andra fälten.',
    },
  },
  en: {
    signIn: ['Sign in', 'Sign in with your work e-mail address.', 'Sign in'],
    welcome: [
      'Choose a password',
      'The link works once. Choose the password that you will sign in with from now on.',
      'Save the password',
    ],
    setup: ['Set up Polku', 'You become the first administrator. You invite the others yourself afterwards.', 'Set up'],
    email: 'E-mail',
    password: 'Password',
    passwordHint: 'At least 12 characters. A few words in a row are good, and easy to remember.',
    name: 'Your name',
    organisation: 'The name of your organisation',
    missing: 'Fill in the field: ',
    chosen: 'The password is saved. You can sign in now.',
    accessibility: 'Accessibility statement',
    failed: 'The server did not answer. Try again in a moment.',
    problems: {
      'not-signed-in': 'The e-mail address or the password is wrong. Check both.',
      'too-many-attempts': 'Too many attempts. Wait a minute and try again.',
      'link-invalid': 'The link has been used or is too old. Ask an administrator for a new one.',
      'password-weak': 'A password has from 12 to 128 characters.',
      'invalid-request': 'Check the e-mail address and the other fields.',
    },
  },
}

const pages = {
  signIn: { fields: ['email', 'password'], path: '/api/v1/session' },
  welcome: { fields: ['password'], path: '/api/v1/password' },
  setup: { fields: ['name', 'email', 'organisation', 'password'], path: '/api/v1/setup' },
}
const kinds = {
  email: { type: 'email', autocomplete: 'username' },
  name: { type: 'text', autocomplete: 'name' },
  organisation: { type: 'text', autocomplete: 'organization' },
}

let page = { '/welcome': 'welcome', '/setup': 'setup' }[location.pathname] ?? 'signIn'
// the token stands behind the #, which a browser tells no server
const token = location.hash.slice(1)
const asked = new URLSearchParams(location.search)
const next = localPath(asked.get('next'))
history.replaceState(null, '', location.pathname + location.search)
let language = ['fi', 'sv', 'en'].find((one) => navigator.language.startsWith(one)) ?? 'fi'
const at = (id) => document.getElementById(id)
const form = document.querySelector('form')

function show() {
  const text = texts[language]
  const [title, lead, button] = text[page]
  document.documentElement.lang = language
  document.title = `${title} – Polku`
  at('title').textContent = title
  at('lead').textContent = lead
  at('accessibility').textContent = text.accessibility
  const kept = new FormData(form)
  form.replaceChildren(
    ...pages[page].fields.map((field) => fieldOf(field, text, kept.get(field) ?? '')),
    buttonOf(button),
  )
  document
    .querySelector('nav')
    .replaceChildren(
      ...Object.entries({ fi: 'Suomi', sv: 'Svenska', en: 'English' }).map(([code, name]) => languageOf(code, name)),
    )
}

function fieldOf(name, text, value) {
  const label = document.createElement('label')
  label.append(text[name])
  const input = document.createElement('input')
  const isNew = page !== 'signIn'
  const password = { type: 'password', autocomplete: isNew ? 'new-password' : 'current-password' }
  Object.assign(input, { name, id: name, value, required: true, ...(kinds[name] ?? password) })
  if (name === 'password' && isNew) {
    const hint = document.createElement('small')
    Object.assign(hint, { id: 'hint', textContent: text.passwordHint })
    input.setAttribute('aria-describedby', 'hint')
    label.append(hint)
  }
  label.append(input)
  return label
}

function buttonOf(words) {
  return Object.assign(document.createElement('button'), { type: 'submit', textContent: words })
}

function languageOf(code, name) {
  const button = Object.assign(document.createElement('button'), { type: 'button', textContent: name, lang: code })
  if (code === language) button.setAttribute('aria-current', 'true')
  button.addEventListener('click', () => {
    language = code
    at('problem').textContent = ''
    show()
    document.querySelector(`nav [lang=${code}]`).focus()
  })
  return button
}

function tell(words, field) {
  at('problem').textContent = words
  for (const input of form.querySelectorAll('input')) {
    const isIt = input.name === field
    if (isIt) input.setAttribute('aria-invalid', 'true')
    else input.removeAttribute('aria-invalid')
    if (isIt) input.focus()
  }
}

form.addEventListener('submit', async (event) => {
  event.preventDefault()
  const text = texts[language]
  const given = Object.fromEntries(new FormData(form))
  const empty = pages[page].fields.find((field) => given[field].trim() === '')
  if (empty) return tell(text.missing + text[empty], empty)
  tell('')
  const button = form.querySelector('button')
  button.setAttribute('aria-busy', 'true')
  try {
    const body = JSON.stringify(page === 'signIn' ? given : { ...given, token })
    const headers = { 'Content-Type': 'application/json' }
    const answer = await fetch(pages[page].path, { method: 'POST', headers, body })
    if (!answer.ok) {
      const { code, errors } = await answer.json()
      return tell(text.problems[code] ?? text.failed, errors?.[0]?.path?.[0] ?? pages[page].fields.at(-1))
    }
    if (page === 'signIn') return location.assign(next)
    page = 'signIn'
    show()
    at('done').textContent = text.chosen
    form.querySelector('input').focus()
  } catch {
    tell(text.failed)
  } finally {
    button.removeAttribute('aria-busy')
  }
})

show()
if (asked.has('error')) tell(texts[language].problems['not-signed-in'])
if (page === 'signIn') {
  const answer = await fetch('/api/v1/sign-in').catch(() => undefined)
  const { items } = answer?.ok ? await answer.json() : { items: [] }
  at('providers').replaceChildren(
    ...items.map(({ id, name }) => {
      const row = document.createElement('li')
      const href = `/api/v1/sign-in/${id}?next=${encodeURIComponent(next)}`
      row.append(Object.assign(document.createElement('a'), { href, textContent: name }))
      return row
    }),
  )
}
