/**
 * The part of the `Store` port that keeps what people are told, and how they wish to be. Rows are plain data; instants are
 * epoch milliseconds.
 */
import type { OutboxMessage } from './outboxRows.ts'

/** `worklist` is where everybody is told. */
export type NotificationChannel = 'worklist' | 'email'

/** `unread` and `seen` of the worklist; of an e-mail how far the message has come that carries it. */
export type NotificationState = 'unread' | 'seen' | 'waiting' | 'sent' | 'dead'

/** What a person is told by one channel. */
export interface NotificationRow {
  id: string
  journey: string
  /** the journal entry that it comes from */
  seq: number
  /** the message of the outbox that tells it: each person once by each channel */
  message: number
  recipient: string
  channel: NotificationChannel
  language: string
  template: string
  /** ids and codes only, as JSON */
  payload: string
  createdAt: number
}

/** A notification with what has become of it. */
export interface NotificationDetails extends NotificationRow {
  state: NotificationState
  seenAt: number | null
  /** the message that carries it outside; null for the worklist */
  carrier: number | null
  sentAt: number | null
}

export interface NotificationFilter {
  recipient: string
  channel?: NotificationChannel
  state?: NotificationState
  limit?: number
  /** return notifications older than this one */
  after?: string
}

/** How a person wishes to be told. */
export interface NotificationSettingsRow {
  user: string
  email: string | null
  language: string
  /** the templates that go by e-mail as well, as a JSON list */
  byEmail: string
  savedAt: number
}

export interface NotificationReads {
  notification(id: string): Promise<NotificationDetails | undefined>
  /** newest first */
  notifications(filter: NotificationFilter): Promise<NotificationDetails[]>
  /** whether anybody has been told of a message */
  isTold(message: number): Promise<boolean>
  notificationSettings(user: string): Promise<NotificationSettingsRow | undefined>
}

export interface NotificationWrites {
  /** with the message that is to carry it outside, where its channel leads there */
  insertNotification(row: NotificationRow, carrier?: OutboxMessage): Promise<void>
  /** the first time counts */
  markSeen(notification: string, at: number): Promise<void>
  saveNotificationSettings(row: NotificationSettingsRow): Promise<void>
}
