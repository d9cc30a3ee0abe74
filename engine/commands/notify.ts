import { own } from '../pathway/own.ts'
import type { NotificationRow } from '../store/notificationRows.ts'
import type { OutboxMessage, OutboxRow } from '../store/outboxRows.ts'
import type { JourneyRow, ReadTx, TaskRow, WriteTx } from '../store/store.ts'
import { type Context, pathwayOf, stateOf } from './context.ts'
import { settingsOf } from './notificationSettings.ts'
import { type Circumstances, mayTell, type Told, type ToldMessage, whomToTell } from './whomToTell.ts'

/** The topic of a message that carries a notification as e-mail. It is never told to `deliver`. */
export const emailTopic = 'notification.email'

/** A notification about to be kept, with the message that is to carry it outside. */
export interface NewNotification {
  row: NotificationRow
  carrier?: OutboxMessage
}

/**
 * What people are to be told of a message, by each channel; nothing for most messages, and then nothing has been read.
 * It is read on a snapshot: should things change before it is kept, that is as if they had changed a moment after.
 * @param hasMail whether there is a mail server; without one there is no e-mail, whatever anybody wishes
 */
export async function notificationsOf(
  context: Context,
  message: OutboxRow,
  hasMail: boolean,
): Promise<NewNotification[]> {
  const told: ToldMessage = { topic: message.topic, payload: JSON.parse(message.payload) }
  if (!mayTell(told)) return []
  return context.store.read(async (tx) => {
    const people = whomToTell(told, await circumstancesOf(context, tx, message, told))
    const notifications: NewNotification[] = []
    for (const person of people) notifications.push(...(await byEachChannel(context, tx, message, person, hasMail)))
    return notifications
  })
}

/** Keeps them in the transaction that takes the message on; of a message that is tried again they are kept already. */
export async function keepNotifications(
  tx: WriteTx,
  { id }: Pick<OutboxRow, 'id'>,
  notifications: readonly NewNotification[],
): Promise<void> {
  if (notifications.length === 0 || (await tx.isTold(id))) return
  for (const { row, carrier } of notifications) await tx.insertNotification(row, carrier)
}

async function byEachChannel(
  context: Context,
  tx: ReadTx,
  message: OutboxRow,
  { recipient, template, payload }: Told,
  hasMail: boolean,
): Promise<NewNotification[]> {
  const { email, language, byEmail } = await settingsOf(tx, recipient)
  const createdAt = context.clock.now().getTime()
  const { journey, seq, trace } = message
  const row = (channel: NotificationRow['channel']): NotificationRow => ({
    id: context.newId(),
    journey,
    seq,
    message: message.id,
    recipient,
    channel,
    language,
    template,
    payload: JSON.stringify(payload),
    createdAt,
  })
  const onWorklist = { row: row('worklist') }
  if (!hasMail || email === null || !byEmail.includes(template)) return [onWorklist]
  const asEmail = row('email')
  const carrier = {
    journey,
    seq,
    topic: emailTopic,
    payload: JSON.stringify({ notification: asEmail.id }),
    createdAt,
    trace,
  }
  return [onWorklist, { row: asEmail, carrier }]
}

/** @throws Error when the journey of a message is not there, or the entry that told it */
async function circumstancesOf(
  context: Context,
  tx: ReadTx,
  message: OutboxRow,
  { topic, payload }: ToldMessage,
): Promise<Circumstances> {
  const journey = await tx.journey(message.journey)
  const [entry] = await tx.journal(message.journey, { from: message.seq, limit: 1 })
  if (!journey || !entry) throw new Error(`message ${message.id} comes from no entry of a journal`)
  const row = payload.task === undefined ? undefined : await tx.task(journey.id, Number(payload.task))
  const isOpen = row?.status === 'open'
  const escalates = isOpen && topic === 'task.overdue' && (await escalatesToRole(context, tx, journey, row))
  return {
    journey: journey.id,
    by: entry.byRule ? null : entry.by,
    isActive: journey.status === 'active',
    responsible: journey.responsibleUser,
    task: isOpen ? { ...row, escalatesToRole: escalates } : undefined,
  }
}

async function escalatesToRole(
  context: Context,
  tx: ReadTx,
  journey: JourneyRow,
  { kind, name }: TaskRow,
): Promise<boolean> {
  if (kind !== 'pathway') return false
  const { pathway, version } = journey
  const { document } = await pathwayOf(context, tx, pathway, version, stateOf(context, journey).inputs)
  return own(document.taskDefinitions, name)?.escalateTo !== undefined
}
