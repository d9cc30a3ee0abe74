import { writeFileSync } from 'node:fs'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { tokenPrefix } from '../../engine/index.ts'
import { createCallers } from '../support/callers.ts'
import { HOUR } from '../support/testClock.ts'
import { criterion, facts, smallPathway } from '../support/testPolku.ts'
import { local } from './support/heldToDocument.ts'
import { type Answer, openTestApi, startTestJourney, textAt } from './support/openTestApi.ts'
import { suuntoFragment } from './support/suuntoFragment.ts'

const file = new URL('../../api/docs/examples.json', import.meta.url)

describe('the examples of the OpenAPI document', () => {
  it('are there for every request and every answer, and are what their schemas say', async () => {
    const { document } = await openTestApi({ hasDemoClock: true })
    const ajv = new Ajv2020({ strict: false, validateFormats: false })
    ajv.addSchema({ $id: 'urn:polku:openapi', components: document.components })
    const compiled = new Map<string, ValidateFunction>()
    for (const methods of Object.values(document.paths)) {
      for (const { operationId, parameters = [], requestBody, responses } of Object.values(methods)) {
        const contents = [requestBody, ...Object.values(responses)].flatMap((one) => Object.values(one?.content ?? {}))
        for (const { schema, example, examples = {} } of contents) {
          const name =
            String(Reflect.get(schema, '$ref') ?? '')
              .split('/')
              .at(-1) ?? ''
          const own: unknown = Reflect.get(document.components.schemas[name] ?? schema, 'example')
          const shown = [example, own, ...Object.values(examples).map(({ value }) => value)].filter(
            (one) => one !== undefined,
          )
          expect(shown.length, `${operationId} ${name}`).toBeGreaterThan(0)
          const validate = compiled.get(JSON.stringify(schema)) ?? ajv.compile(local(schema))
          compiled.set(JSON.stringify(schema), validate)
          for (const one of shown) expect(validate(one) ? [] : validate.errors, `${operationId} ${name}`).toEqual([])
        }
        for (const { name, schema } of parameters) {
          const { example }: { example?: unknown } = schema
          if (example === undefined) continue
          expect(ajv.validate(local(schema), example), `${operationId} ${name}`).toBe(true)
        }
      }
    }
  })

  it('of answers are those of a service that was really asked', async () => {
    const recorded = await record()
    const { default: kept } = await import('../../api/docs/examples.json', { with: { type: 'json' } })
    if (process.env.POLKU_RECORD === '1') writeFileSync(file, `${JSON.stringify(recorded, null, 2)}\n`)
    else expect(Object.keys(kept).sort()).toEqual(Object.keys(recorded).sort())
  })
})

/** The first good answer of every operation, by its id, from one walk through all of them. */
async function record(): Promise<Record<string, unknown>> {
  let isReached = true
  const api = await openTestApi({
    hasDemoClock: true,
    onError: () => {},
    say: () => {},
    deliver: async () => {
      if (!isReached) throw new Error('nobody answers')
    },
  })
  const base = '/api/v1'
  const found: Record<string, unknown> = {}
  const keep = (operationId: string, answer: Answer): Answer => {
    expect(answer.status < 300, `${operationId} ${answer.text}`).toBe(true)
    if (answer.body !== undefined) found[operationId] ??= answer.body
    return answer
  }
  const get = async (id: string, path: string, headers?: Record<string, string>) =>
    keep(id, await api.get(`${base}${path}`, headers))
  const post = async (id: string, path: string, body?: unknown, headers?: Record<string, string>) =>
    keep(id, await api.post(`${base}${path}`, body, headers))
  const example = (name: string) => Reflect.get(api.document.components.schemas[name] ?? {}, 'example')

  await get('health', '/health')
  await get('getDemoClock', '/demo/clock')
  await get('getDemoToken', '/demo/token?user=mari.laine')
  found.getDemoToken = { token: `${tokenPrefix}q1w2e3r4t5` }
  await post('verifyPathway', '/pathways/verify', example('VerifyPathway'))
  await post('publishPathway', '/pathways', example('PublishPathway'))
  await get('listPathways', '/pathways')
  await get('getPathway', '/pathways/esimerkki')
  await get('listPathwayVersions', '/pathways/esimerkki/versions')
  await get('getPathwayVersion', '/pathways/esimerkki/versions/1')
  await get('countJourneysOfVersion', '/pathways/esimerkki/versions/1/census')
  await get('exportPathwayToXState', '/pathways/esimerkki/versions/1/xstate')
  await get('exportPathwayToMermaid', '/pathways/esimerkki/versions/1/mermaid')
  found.getPathwaySchema = { $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object' }
  await post('importPathwayFromXState', '/pathways/from-xstate', example('ImportXState'))

  await post('walkPathway', '/walks', example('WalkPathway'))
  const scenarios = '/pathways/esimerkki/scenarios'
  const scenario = example('SaveScenario')
  keep('saveScenario', await api.ask('PUT', `${base}${scenarios}/perus`, { body: scenario }))
  await get('getScenario', `${scenarios}/perus`)
  await get('listScenarios', scenarios)
  await post('runScenarios', `${scenarios}/run`, example('RunScenarios'))
  keep('deleteScenario', await api.ask('DELETE', `${base}${scenarios}/perus`))

  const draft = { document: { ...example('PublishPathway').document, id: 'luonnos' } }
  keep('saveDraft', await api.ask('PUT', `${base}/drafts/luonnos`, { body: draft }))
  await get('getDraft', '/drafts/luonnos')
  await get('listDrafts', '/drafts')
  await post('checkDraft', '/drafts/luonnos/check', {})
  await post('publishDraft', '/drafts/luonnos/publish', { revision: 1 })

  const identityCode = '131052-308T'
  const created = await post('createClient', '/clients', { name: 'Aino Asiakas', identityCode, language: 'fi' })
  const client = textAt(created, 'id')
  await get('getClient', `/clients/${client}`)
  await get('listClients', '/clients')
  await post('findClient', '/clients/find', { identityCode })
  await post('searchClients', '/clients/search', { name: 'asiakas aino' })
  await post('findDuplicates', '/clients/duplicates', { identityCode })
  const changes = { revision: 1, phone: '040 765 4321' }
  keep('updateClient', await api.ask('PATCH', `${base}/clients/${client}`, { body: changes }))
  const gone = textAt(await api.post(`${base}/clients`, { name: 'Eero Entinen' }), 'id')
  const hold = textAt(await post('placeLegalHold', `/clients/${gone}/holds`, { why: 'Valitus on vireillä' }), 'id')
  await get('listLegalHolds', `/clients/${gone}/holds`)
  await post('endLegalHold', `/clients/${gone}/holds/${hold}/end`)
  await get('listRecordClasses', '/retention/classes')
  await post('eraseClient', `/clients/${gone}/erase`, { reason: 'recordedInError', basis: '2016/679 art.17' })
  await get('listErasures', `/clients/${gone}/erasures`)
  const start = { pathway: 'suunto', client, responsible: { user: 'mari.virtanen', team: 'ohjaus' } }
  const journey = textAt(await post('startJourney', '/journeys', start), 'journey', 'id')
  const path = `/journeys/${journey}`
  const told = { facts: { daysPerWeek: 5, hoursPerDay: 6 }, source: 'viikkoseuranta' }
  await post('recordFacts', `/clients/${client}/facts`, told)
  await get('listFacts', `/clients/${client}/facts`)
  await get('listFactHistory', `/clients/${client}/facts/history`)
  await post('sendEvent', `${path}/events`, { event: 'aloitaKuntoutus' })
  await get('getJourney', path)
  await get('listJourneys', '/journeys')
  await get('nextOfJourney', `${path}/next`, { 'Polku-Roles': 'counsellor, coach' })
  await get('timersOfJourney', `${path}/timers`)

  await get('whoAmI', '/session')
  await get('listSignInProviders', '/sign-in')
  await post('createOrganisation', '/organisations', example('CreateOrganisation'))
  await get('listOrganisations', '/organisations')
  await post('createTeam', '/teams', example('CreateTeam'))
  await get('getTeam', '/teams/ohjaus')
  await get('listTeams', '/teams')
  const user = { ...example('CreateUser'), id: 'veera.salo', email: 'veera.salo@example.org' }
  await post('createUser', '/users', user)
  await get('getUser', '/users/veera.salo')
  await get('listUsers', '/users')
  await post('inviteUser', '/users/veera.salo/invitation')
  found.inviteUser = { link: 'https://polku.example.org/invitation#q1w2e3r4t5' }
  keep('changeUser', await api.ask('PATCH', `${base}/users/veera.salo`, { body: example('ChangeUser') }))
  const made = await post('createToken', '/users/veera.salo/tokens', example('CreateToken'))
  found.createToken = { ...(made.body as object), token: `${tokenPrefix}q1w2e3r4t5` }
  await get('listTokens', '/users/veera.salo/tokens')
  const basis = { basis: 'statute', section: '380/2023 124 §', purpose: 'Yhteinen asiakas' }
  const grant = { client, journey, organisation: 'own', team: 'ohjaus', caseRole: 'coach', ...basis }
  const granted = textAt(await post('grantAccess', '/grants', grant), 'id')
  await get('listGrants', `/clients/${client}/grants`)
  await post('breakGlass', `/clients/${client}/broken-glass`, example('BreakGlass'))
  await post('withdrawGrant', `/grants/${granted}/withdrawal`)
  await get('listAccessOfClient', `/clients/${client}/access-log?limit=2`)
  const auditor = await createCallers(api.polku).headersOf('aune.tarkastaja', { systemRoles: ['auditor'] })
  const asAuditor = { 'Polku-User': null, ...auditor }
  keep('listAccessOfUser', await api.get(`${base}/users/mari.virtanen/access-log?limit=2`, asAuditor))

  const task = {
    journey,
    title: 'Soita työnantajalle',
    role: 'counsellor',
    assignee: 'jussi.laine',
    dueDate: '2026-03-13',
  }
  const opened = textAt(await post('openTask', '/tasks', task), 'task')
  await api.polku.runDue()
  const jussi = { 'Polku-User': 'jussi.laine' }
  const notifications = await get('listNotifications', '/notifications', jussi)
  const notification = textAt(notifications, 'items', 0, 'id')
  await post('seeNotification', `/notifications/${notification}/seen`, undefined, jussi)
  await get('getNotificationSettings', '/notification-settings', jussi)
  const settings = { body: example('SaveNotificationSettings'), headers: jussi }
  keep('saveNotificationSettings', await api.ask('PUT', `${base}/notification-settings`, settings))
  await get('getTask', `/tasks/${opened}`)
  await get('listTasks', '/tasks')
  await post('delegateTask', `/tasks/${opened}/delegate`, { to: null, reason: 'Loma' })
  await post('claimTask', `/tasks/${opened}/claim`)
  await post('postponeTask', `/tasks/${opened}/postpone`, { dueDate: '2026-03-20' })
  await post('completeTask', `/tasks/${opened}/complete`)
  const second = textAt(await post('openTask', '/tasks', task), 'task')
  await post('cancelTask', `/tasks/${second}/cancel`, { reason: 'Hoitui jo' })

  const contact = textAt(
    await post('recordContact', `/clients/${client}/contacts`, { ...example('RecordContact'), journey }),
    'contact',
    'id',
  )
  await get('getContact', `/contacts/${contact}`)
  await get('listContacts', `/clients/${client}/contacts`)
  await get('listJourneyContacts', `${path}/contacts`)
  const corrected = await post('correctContact', `/contacts/${contact}/corrections`, example('CorrectContact'))
  await post(
    'markContactInError',
    `/contacts/${textAt(corrected, 'contact', 'id')}/entered-in-error`,
    example('ContactInError'),
  )
  const item = { id: 'statement', label: { fi: 'Lausunto' }, required: true }
  const memory = { label: { fi: 'Muistilista' }, role: 'coach', checklist: [item] }
  const listed = smallPathway({ taskDefinitions: { memory }, initial: 'end', states: { end: { tasks: ['memory'] } } })
  await api.polku.pathways.publish({ ...listed, id: 'muistilista' }, { by: { user: 'polku' } })
  const other = await api.post(`${base}/journeys`, { ...start, pathway: 'muistilista' })
  await post('tickTask', `/tasks/${textAt(other, 'journey', 'tasks', 0, 'id')}/ticks`, { items: { statement: true } })
  await get('countWorklists', '/worklists')
  await get('getWorklist', '/worklists/mine')
  await post('markLooked', '/looks', { journey })
  const { sharedWith: _, ...list } = example('SaveList')
  const saved = textAt(await post('createSavedList', '/saved-lists', list), 'id')
  await get('listSavedLists', '/saved-lists')
  await get('getSavedList', `/saved-lists/${saved}`)
  keep('saveSavedList', await api.ask('PUT', `${base}/saved-lists/${saved}`, { body: { ...list, name: 'Myöhässä' } }))
  keep('removeSavedList', await api.ask('DELETE', `${base}/saved-lists/${saved}`))
  const away = await post('addSubstitute', '/users/mari.virtanen/substitutes', example('AddSubstitute'))
  await get('listSubstitutes', '/substitutes')
  keep('removeSubstitute', await api.ask('DELETE', `${base}/substitutes/${textAt(away, 'id')}`))
  const remind = { action: { do: 'remind', text: 'Soita asiakkaalle' }, rows: [{ journey }] }
  await post('runBulk', '/bulk', remind)
  await post('handOverCaseload', '/hand-overs', {
    from: 'mari.virtanen',
    to: { user: 'mari.virtanen' },
    journeys: [journey],
  })
  await post('startModule', `${path}/modules`, { pathway: 'esimerkki' })
  await post('handOverJourney', `${path}/hand-over`, { to: { user: 'jussi.laine', team: 'ohjaus' } })
  await post('suspendJourney', `${path}/suspend`, { reason: 'Vanhempainvapaa', reviewDate: '2026-09-01' })
  await post('resumeJourney', `${path}/resume`, { suspension: 1 })
  const jumped = await post('jumpJourney', `${path}/jump`, { to: 'koulutus', reason: 'Siirtyi toisesta palvelusta' })
  await post('reverseJourney', `${path}/reverse`, { entry: jumped.at('entry'), reason: 'Väärä asiakas' })
  await post('jumpJourney', `${path}/jump`, { to: 'koulutus', reason: 'Siirtyi toisesta palvelusta' })
  await get('historyOfJourney', `${path}/history?limit=3`)
  await get('replayJourney', `${path}/replay`)
  await get('ready', '/ready')
  await post('advanceDemoClock', '/demo/clock', { by: 'P4M' })
  const waiting = (await api.get(`${base}/tasks?journey=${journey}`)).at('items') as { id: string; kind: string }[]
  const proposal = waiting.find(({ kind }) => kind === 'proposal')?.id
  await post('answerProposal', `/tasks/${proposal}/answer`, { accept: false, reason: 'Opinnot kesken' })
  await api.polku.pathways.publish({ ...suuntoFragment, review: 'P2M' }, { by: { user: 'polku' } })
  const reason = 'Lain muutos 1.6.2026'
  await post('migrateJourneys', '/migrations', { pathway: 'suunto', from: 1, to: 2, reason, dryRun: true })
  await post('migrateJourney', `${path}/migrate`, { version: 2, reason })
  await post('exitJourney', `${path}/exit`, { code: 'keskeytys', reason: 'Muutti toiselle paikkakunnalle' })
  const { rows } = example('Import') as { rows: object[] }
  const row = { ...rows[0], client: { name: 'Eino Asiakas' }, doneFollowUps: { salkku: '2026-01-31' } }
  await post('importJourneys', '/imports', { rows: [row] }, { 'Idempotency-Key': 'siirto-2026-03' })

  isReached = false
  await api.polku.pathways.publish(neverResting, { by: { user: 'polku' } })
  const stuck = (await startTestJourney(api)).client
  const begun = await api.post(`${base}/journeys`, { pathway: 'small', client: stuck, responsible: { user: 'mari' } })
  await api.post(`${base}/clients/${stuck}/facts`, { facts: { hours: 7 }, source: 'asiakas' })
  for (let attempt = 0; attempt < 40; attempt += 1) {
    await api.polku.runDue()
    api.clock.advance(HOUR)
  }
  const dead = await get('listDeadMessages', '/dead-letters/messages?limit=1')
  await get('getMessage', `/messages/${dead.at('items', 0, 'id')}`)
  await get('listDeadTimers', '/dead-letters/timers?limit=1')
  await post('replayDeadMessage', `/dead-letters/messages/${dead.at('items', 0, 'id')}/replay`)
  await post('replayDeadTimer', `/dead-letters/timers/${textAt(begun, 'journey', 'id')}.1/replay`)

  const former = { name: 'Eila Entinen', customerships: ['employment'] }
  const over = textAt(await api.post(`${base}/clients`, former), 'id')
  api.clock.advance(5 * 366 * 24 * HOUR)
  await get('listDueRecords', '/retention/due')
  await post('eraseDueRecords', '/retention/erase', { rows: [{ client: over, recordClass: 'employment' }] })
  return found
}

/** After a day a client with many hours is passed to and fro for ever, which no analysis of the document can foresee. */
const neverResting = smallPathway({
  facts,
  criteria: { there: criterion('hours * hours >= 36'), back: criterion('hours + hours >= 12') },
  initial: 'rest',
  states: {
    rest: { after: { P1D: { target: 'first', automatic: true } } },
    first: { always: { target: 'second', criteria: ['there'], automatic: true } },
    second: { always: { target: 'first', criteria: ['back'], automatic: true } },
  },
})
