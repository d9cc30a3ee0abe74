import type { SystemRole, Viewer } from '../../engine/index.ts'

/**
 * What a request is about, which decides on whose data it touches. `client`, `journey`, `task`, `grant`: the one in the address (or,
 * where the body names it, `…InBody`); whoever does not see it gets `not-found`. `list`: what the person sees of a list.
 * `own`: the person's own matters. `none`: no client's data.
 */
export type Subject =
  | 'none'
  | 'own'
  | 'list'
  | 'client'
  | 'journey'
  | 'task'
  | 'grant'
  | 'clientInBody'
  | 'journeyInBody'
  | 'contact'
  | 'eitherInBody'

/** Which kind of record is read or written, as the access log says it. */
export type RecordClass =
  | 'client'
  | 'fact'
  | 'journey'
  | 'task'
  | 'journal'
  | 'contact'
  | 'grant'
  | 'accessLog'
  | 'none'

export interface Right {
  /** system roles, one of which the person must have; `signedIn`: any; `public`: nobody need be known */
  roles: readonly SystemRole[] | 'signedIn' | 'public'
  on: Subject
  access: 'read' | 'write'
  record: RecordClass
  /** the scope that a token must have; with `:read` or `:write` behind it */
  scope: string
  /** whether somebody who was let in by a grant may do it; without it only the owner organisation's people may */
  granted?: boolean
}

const workers = ['counsellor', 'manager', 'provider', 'integration'] as const
const officials = ['counsellor', 'manager', 'integration'] as const
const readers = [...workers, 'auditor'] as const
const designers = ['administrator'] as const
const operators = ['administrator', 'integration'] as const

const read = (on: Subject, record: RecordClass, scope: string, roles: Right['roles'], granted?: boolean): Right => ({
  roles,
  on,
  access: 'read',
  record,
  scope,
  ...(granted && { granted }),
})
const write = (on: Subject, record: RecordClass, scope: string, roles: Right['roles'], granted?: boolean): Right => ({
  ...read(on, record, scope, roles, granted),
  access: 'write',
})

/** The one place where rights are declared: a row for every operation of the API. A route without one answers nobody. */
export const rights: Readonly<Record<string, Right>> = {
  health: read('none', 'none', 'operations', 'public'),
  ready: read('none', 'none', 'operations', 'public'),
  signIn: write('own', 'none', 'session', 'public'),
  choosePassword: write('own', 'none', 'session', 'public'),
  setUp: write('own', 'none', 'session', 'public'),
  listSignInProviders: read('none', 'none', 'session', 'public'),
  signInByProvider: read('own', 'none', 'session', 'public'),
  whoAmI: read('own', 'none', 'session', 'signedIn'),
  signOut: write('own', 'none', 'session', 'signedIn'),
  signOutEverywhere: write('own', 'none', 'session', 'signedIn'),
  changePassword: write('own', 'none', 'session', 'signedIn'),

  listPathways: read('none', 'none', 'pathways', 'signedIn'),
  getPathway: read('none', 'none', 'pathways', 'signedIn'),
  listPathwayVersions: read('none', 'none', 'pathways', 'signedIn'),
  getPathwayVersion: read('none', 'none', 'pathways', 'signedIn'),
  walkPathway: read('none', 'none', 'pathways', designers),
  listScenarios: read('none', 'none', 'pathways', designers),
  getScenario: read('none', 'none', 'pathways', designers),
  runScenarios: read('none', 'none', 'pathways', designers),
  saveScenario: write('none', 'none', 'pathways', designers),
  deleteScenario: write('none', 'none', 'pathways', designers),
  countJourneysOfVersion: read('none', 'none', 'pathways', designers),
  getPathwaySchema: read('none', 'none', 'pathways', 'signedIn'),
  exportPathwayToXState: read('none', 'none', 'pathways', 'signedIn'),
  exportPathwayToMermaid: read('none', 'none', 'pathways', 'signedIn'),
  verifyPathway: read('none', 'none', 'pathways', 'signedIn'),
  importPathwayFromXState: read('none', 'none', 'pathways', designers),
  publishPathway: write('none', 'none', 'pathways', designers),
  listDrafts: read('none', 'none', 'pathways', designers),
  getDraft: read('none', 'none', 'pathways', designers),
  saveDraft: write('none', 'none', 'pathways', designers),
  checkDraft: read('none', 'none', 'pathways', designers),
  deleteDraft: write('none', 'none', 'pathways', designers),
  publishDraft: write('none', 'none', 'pathways', designers),

  createClient: write('none', 'client', 'clients', officials),
  listClients: read('list', 'client', 'clients', readers),
  findClient: read('list', 'client', 'clients', officials),
  searchClients: read('list', 'client', 'clients', officials),
  findDuplicates: read('list', 'client', 'clients', officials),
  updateClient: write('client', 'client', 'clients', officials),
  eraseClient: write('client', 'client', 'erasure', ['manager']),
  listErasures: read('client', 'client', 'erasure', ['manager', 'auditor']),
  placeLegalHold: write('client', 'client', 'erasure', ['manager']),
  listLegalHolds: read('client', 'client', 'erasure', ['manager', 'auditor']),
  endLegalHold: write('client', 'client', 'erasure', ['manager']),
  listRecordClasses: read('none', 'none', 'erasure', 'signedIn'),
  listDueRecords: read('list', 'client', 'erasure', ['manager', 'auditor']),
  eraseDueRecords: write('list', 'client', 'erasure', ['manager']),
  getClient: read('client', 'client', 'clients', readers, true),
  listFacts: read('client', 'fact', 'facts', readers, true),
  listFactHistory: read('client', 'fact', 'facts', readers, true),
  recordFacts: write('client', 'fact', 'facts', workers, true),

  importJourneys: write('none', 'journey', 'journeys', ['manager', 'integration']),
  startJourney: write('clientInBody', 'journey', 'journeys', officials),
  listJourneys: read('list', 'journey', 'journeys', readers),
  getJourney: read('journey', 'journey', 'journeys', readers, true),
  nextOfJourney: read('journey', 'journey', 'journeys', readers, true),
  timersOfJourney: read('journey', 'journey', 'journeys', readers, true),
  historyOfJourney: read('journey', 'journal', 'journeys', readers, true),
  replayJourney: read('journey', 'journal', 'journeys', ['auditor', 'manager', 'integration']),
  sendEvent: write('journey', 'journey', 'journeys', workers, true),
  jumpJourney: write('journey', 'journey', 'journeys', officials),
  exitJourney: write('journey', 'journey', 'journeys', officials),
  handOverJourney: write('journey', 'journey', 'journeys', officials),
  reverseJourney: write('journey', 'journey', 'journeys', officials),
  migrateJourney: write('journey', 'journey', 'journeys', ['manager', 'integration']),
  migrateJourneys: write('list', 'journey', 'journeys', ['manager', 'integration']),
  suspendJourney: write('journey', 'journey', 'journeys', officials),
  resumeJourney: write('journey', 'journey', 'journeys', officials),
  startModule: write('journey', 'journey', 'journeys', officials),

  listTasks: read('list', 'task', 'tasks', readers),
  getTask: read('task', 'task', 'tasks', readers, true),
  openTask: write('journeyInBody', 'task', 'tasks', workers, true),
  claimTask: write('task', 'task', 'tasks', workers, true),
  delegateTask: write('task', 'task', 'tasks', workers, true),
  postponeTask: write('task', 'task', 'tasks', workers, true),
  completeTask: write('task', 'task', 'tasks', workers, true),
  cancelTask: write('task', 'task', 'tasks', workers, true),
  answerProposal: write('task', 'task', 'tasks', officials),

  tickTask: write('task', 'task', 'tasks', workers, true),

  listContacts: read('client', 'contact', 'contacts', readers, true),
  listJourneyContacts: read('journey', 'contact', 'contacts', readers, true),
  getContact: read('contact', 'contact', 'contacts', readers, true),
  recordContact: write('client', 'contact', 'contacts', workers, true),
  correctContact: write('contact', 'contact', 'contacts', workers, true),
  markContactInError: write('contact', 'contact', 'contacts', workers, true),

  countWorklists: read('none', 'none', 'tasks', readers),
  getWorklist: read('list', 'task', 'tasks', readers),
  markLooked: write('eitherInBody', 'journey', 'tasks', workers, true),
  listSavedLists: read('own', 'none', 'tasks', readers),
  getSavedList: read('own', 'none', 'tasks', readers),
  createSavedList: write('own', 'none', 'tasks', readers),
  saveSavedList: write('own', 'none', 'tasks', readers),
  removeSavedList: write('own', 'none', 'tasks', readers),
  runBulk: write('list', 'task', 'tasks', officials),
  handOverCaseload: write('none', 'journey', 'journeys', officials),
  listSubstitutes: read('none', 'none', 'people', readers),
  addSubstitute: write('own', 'none', 'people', officials),
  removeSubstitute: write('own', 'none', 'people', officials),

  listNotifications: read('own', 'none', 'notifications', 'signedIn'),
  seeNotification: write('own', 'none', 'notifications', 'signedIn'),
  getNotificationSettings: read('own', 'none', 'notifications', 'signedIn'),
  saveNotificationSettings: write('own', 'none', 'notifications', 'signedIn'),

  listDeadTimers: read('none', 'none', 'operations', operators),
  listDeadMessages: read('none', 'none', 'operations', operators),
  getMessage: read('none', 'none', 'operations', operators),
  replayDeadTimer: write('none', 'none', 'operations', operators),
  replayDeadMessage: write('none', 'none', 'operations', operators),

  listOrganisations: read('none', 'none', 'people', 'signedIn'),
  createOrganisation: write('none', 'none', 'people', designers),
  listTeams: read('none', 'none', 'people', 'signedIn'),
  getTeam: read('none', 'none', 'people', 'signedIn'),
  createTeam: write('none', 'none', 'people', designers),
  joinTeam: write('none', 'none', 'people', designers),
  leaveTeam: write('none', 'none', 'people', designers),
  listUsers: read('none', 'none', 'people', ['administrator', 'manager', 'counsellor', 'integration']),
  getUser: read('none', 'none', 'people', ['administrator', 'manager', 'counsellor', 'integration']),
  createUser: write('none', 'none', 'people', designers),
  changeUser: write('none', 'none', 'people', designers),
  inviteUser: write('none', 'none', 'people', designers),
  signUserOut: write('none', 'none', 'people', designers),
  createToken: write('none', 'none', 'people', designers),
  listTokens: read('none', 'none', 'people', designers),
  revokeToken: write('none', 'none', 'people', designers),

  grantAccess: write('clientInBody', 'grant', 'grants', officials),
  listGrants: read('client', 'grant', 'grants', [...officials, 'auditor']),
  withdrawGrant: write('grant', 'grant', 'grants', officials),
  breakGlass: write('none', 'grant', 'grants', ['counsellor', 'manager']),
  listAccessOfClient: read('client', 'accessLog', 'accessLog', ['manager', 'auditor']),
  listAccessOfUser: read('none', 'accessLog', 'accessLog', ['auditor']),

  getDemoToken: read('none', 'none', 'demo', 'public'),
  getDemoClock: read('none', 'none', 'demo', 'public'),
  advanceDemoClock: write('none', 'none', 'demo', 'public'),
}

/** Every scope that a token may have. */
export const scopes: readonly string[] = [
  ...new Set(
    Object.values(rights)
      .filter(({ roles, scope }) => roles !== 'public' && scope !== 'session')
      .map(({ scope, access }) => `${scope}:${access}`),
  ),
].sort()

/** Whether somebody's system roles are among those that a right is for. */
export function isOpenTo({ systemRoles }: Viewer, { roles }: Pick<Right, 'roles'>): boolean {
  return roles === 'public' || roles === 'signedIn' || systemRoles.some((role) => roles.includes(role))
}
