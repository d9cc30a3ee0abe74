import type { ClientRow, FactRow } from '../../../engine/store/clientRows.ts'
import type { NotificationRow, NotificationSettingsRow } from '../../../engine/store/notificationRows.ts'
import type { AttemptRow, OutboxMessage } from '../../../engine/store/outboxRows.ts'
import type { DraftRow, ScenarioRow, VersionRow } from '../../../engine/store/pathwayRows.ts'
import type { AnswerRow, JournalRow, JourneyRow, TaskRow, TimerRow, WriteTx } from '../../../engine/store/store.ts'

/** Rows that differ from these only in what a test is about. */
export const versionRow = (row: Partial<VersionRow> = {}): VersionRow => ({
  pathway: 'suunto',
  version: 1,
  document: '{"id":"suunto"}',
  parameters: '{"hours":6}',
  publishedAt: 1_000,
  publishedBy: 'aino',
  note: null,
  approver: null,
  startsOn: '',
  layout: '{"positions":{},"collapsed":[]}',
  ...row,
})

export const draftRow = (row: Partial<DraftRow> = {}): DraftRow => ({
  id: 'draft-1',
  pathway: 'suunto',
  document: '{}',
  revision: 1,
  savedAt: 1_000,
  savedBy: 'aino',
  layout: '{"positions":{},"collapsed":[]}',
  basedOn: null,
  ...row,
})

export const scenarioRow = (row: Partial<ScenarioRow> = {}): ScenarioRow => ({
  pathway: 'suunto',
  id: 'scenario-1',
  name: 'Suoraan työhön',
  content: '{}',
  revision: 1,
  savedAt: 1_000,
  savedBy: 'aino',
  ...row,
})

export const clientRow = (row: Partial<ClientRow> = {}): ClientRow => ({
  id: 'client-1',
  createdAt: 1_000,
  createdBy: 'aino',
  organisation: 'own',
  team: null,
  revision: 1,
  changedAt: 1_000,
  changedBy: 'aino',
  customerships: '[]',
  identityHash: null,
  sealed: Buffer.from('name'),
  wrappedKey: Buffer.from('key'),
  ...row,
})

export const factRow = (row: Partial<FactRow> = {}): FactRow => ({
  id: 'fact-1',
  client: 'client-1',
  name: 'daysPerWeek',
  class: 'ordinary',
  sealed: Buffer.from('5'),
  source: 'interview',
  recordedBy: 'aino',
  recordedAt: 2_000,
  holdsFrom: 1_500,
  ...row,
})

export const journeyRow = (row: Partial<JourneyRow> = {}): JourneyRow => ({
  id: 'journey-1',
  client: 'client-1',
  pathway: 'suunto',
  version: 1,
  status: 'active',
  revision: 1,
  state: '{"value":"kartoitus"}',
  responsibleUser: 'aino',
  responsibleTeam: null,
  startedAt: 2_000,
  endedAt: null,
  changedAt: 2_000,
  ...row,
})

export const journalRow = (row: Partial<JournalRow> = {}): JournalRow => ({
  journey: 'journey-1',
  seq: 1,
  type: 'started',
  by: 'aino',
  byRule: false,
  recordedAt: 2_000,
  occurredAt: 1_900,
  entry: '{"to":"kartoitus"}',
  sealed: null,
  ...row,
})

export const timerRow = (row: Partial<TimerRow> = {}): TimerRow => ({
  journey: 'journey-1',
  id: 1,
  arming: 1,
  kind: 'followUp',
  name: 'salkku',
  dueAt: 5_000,
  ...row,
})

export const taskRow = (row: Partial<TaskRow> = {}): TaskRow => ({
  journey: 'journey-1',
  id: 1,
  client: 'client-1',
  kind: 'pathway',
  name: 'portfolioReview',
  role: 'counsellor',
  assignee: null,
  status: 'open',
  dueDate: '2026-03-02',
  overdue: false,
  openedAt: 2_000,
  closedAt: null,
  closedBy: null,
  sealed: null,
  ticked: null,
  ...row,
})

export const message = (row: Partial<OutboxMessage> = {}): OutboxMessage => ({
  journey: 'journey-1',
  seq: 1,
  topic: 'service.call',
  payload: '{"service":"koulutus"}',
  createdAt: 2_000,
  trace: null,
  ...row,
})

export const attemptRow = (row: Partial<AttemptRow> = {}): AttemptRow => ({
  message: 1,
  attempt: 1,
  worker: 'worker-1',
  startedAt: 3_000,
  endedAt: null,
  error: null,
  ...row,
})

export const notificationRow = (row: Partial<NotificationRow> = {}): NotificationRow => ({
  id: 'notification-1',
  journey: 'journey-1',
  seq: 1,
  message: 1,
  recipient: 'aino',
  channel: 'worklist',
  language: 'fi',
  template: 'task.opened',
  payload: '{"task":"journey-1.1"}',
  createdAt: 3_000,
  ...row,
})

export const settingsRow = (row: Partial<NotificationSettingsRow> = {}): NotificationSettingsRow => ({
  user: 'aino',
  email: 'aino@example.org',
  language: 'sv',
  byEmail: '["task.overdue"]',
  savedAt: 1_000,
  ...row,
})

export const answerRow = (row: Partial<AnswerRow> = {}): AnswerRow => ({
  caller: 'api:aino',
  key: 'key-1',
  bodyHash: 'hash',
  answer: '{"revision":1}',
  createdAt: 2_000,
  ...row,
})

/** Writes one version, client and journey, for others to belong to. */
export async function plantJourney(tx: WriteTx, row: Partial<JourneyRow> = {}): Promise<void> {
  const journey = journeyRow(row)
  if ((await tx.version(journey.pathway, journey.version)) === undefined) {
    await tx.insertVersion(versionRow({ pathway: journey.pathway, version: journey.version }))
  }
  if ((await tx.client(journey.client)) === undefined) await tx.insertClient(clientRow({ id: journey.client }))
  await tx.insertJourney(journey)
}
