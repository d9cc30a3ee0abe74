import { type Right, rights, type Subject } from './rights.ts'

const roles = ['administrator', 'counsellor', 'manager', 'provider', 'auditor', 'integration'] as const

/** In words, what a request is about, and so whose data it reaches. */
const reaches: Readonly<Record<Subject, string>> = {
  none: '',
  own: 'one’s own',
  list: 'what one sees',
  client: 'a client one sees',
  clientInBody: 'a client one sees',
  journey: 'a journey one sees',
  journeyInBody: 'a journey one sees',
  task: 'a task one sees',
  grant: 'a client one sees',
  contact: 'a client one sees',
  eitherInBody: 'a client one sees',
}

/** The rights as a page: who may do what. `npm run rights` writes it to `docs/rights.md`. */
export function rightsTable(): string {
  const head = ['operation', ...roles, 'token scope', 'reaches']
  const rows = Object.entries(rights).map(([operation, right]) => [
    `\`${operation}\``,
    ...roles.map((role) => mark(right, role)),
    right.roles === 'public' || right.scope === 'session' ? '' : `\`${right.scope}:${right.access}\``,
    reaches[right.on],
  ])
  return [
    '# Who may do what',
    '',
    'Made from `api/rights/rights.ts` by `npm run rights`; a test holds it to the code, and asks every operation as every role.',
    '',
    '- **yes**: may, within what they see. A counsellor sees the clients of the own teams, a manager, an auditor and a system',
    '  those of the organisation, a provider those that it was let in to.',
    '- **yes+**: so may somebody who was let in by a grant, as far as the pathway declares it for their case role.',
    '- **all**: anybody, signed in or not.',
    '',
    'What one may not see is not found.',
    '',
    ...[head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`),
    '',
  ].join('\n')
}

function mark({ roles: may, granted }: Right, role: (typeof roles)[number]): string {
  if (may === 'public') return 'all'
  if (may !== 'signedIn' && !may.includes(role)) return ''
  return granted ? 'yes+' : 'yes'
}
