import type { NotificationDetails, NotificationSettingsRow, NotificationState } from '../notificationRows.ts'
import type { ReadTx, WriteTx } from '../store.ts'
import type { WrittenRows } from './gatheredTx.ts'
import { type Condition, type Connection, change, filtered, type Written } from './statements.ts'

type Reads = Pick<ReadTx, 'notification' | 'notifications' | 'isTold' | 'notificationSettings'>
type Writes = Written<Pick<WriteTx, 'markSeen' | 'saveNotificationSettings'>> & Pick<WrittenRows, 'insertNotification'>

/** The condition of the partial index of unread ones, in each word. */
const UNREAD = `channel = 'worklist' AND seen_at IS NULL`

const NOTIFICATION = `SELECT n.id, n.journey, n.seq, message, recipient, channel, language, template, n.payload,
    n.created_at AS createdAt, seen_at AS seenAt, carrier, delivered_at AS sentAt,
    CASE
      WHEN ${UNREAD} THEN 'unread'
      WHEN channel = 'worklist' THEN 'seen'
      WHEN delivered_at IS NOT NULL THEN 'sent'
      WHEN dead = 1 THEN 'dead'
      ELSE 'waiting'
    END AS state
  FROM notifications n LEFT JOIN outbox ON outbox.id = carrier`

const inState: Readonly<Record<NotificationState, string>> = {
  unread: UNREAD,
  seen: 'seen_at IS NOT NULL',
  waiting: `channel = 'email' AND delivered_at IS NULL AND dead = 0`,
  sent: `channel = 'email' AND delivered_at IS NOT NULL`,
  dead: `channel = 'email' AND dead = 1`,
}

/** Reads what people are told, and how they wish to be. */
export function notificationReads(db: Connection): Reads {
  const notification = db.prepare<[string], NotificationDetails>(`${NOTIFICATION} WHERE n.id = ?`)
  const notifications = filtered<NotificationDetails>(db, NOTIFICATION, 'n.id DESC')
  const told = db.prepare<[number]>(`SELECT 1 FROM notifications WHERE message = ?`)
  const settings = db.prepare<[string], NotificationSettingsRow>(
    `SELECT user, email, language, by_email AS byEmail, saved_at AS savedAt FROM notification_settings WHERE user = ?`,
  )
  return {
    async notification(id) {
      return notification.get(id)
    },
    async notifications({ recipient, channel, state, limit, after }) {
      const conditions: Condition[] = [
        ['recipient = ?', recipient],
        channel === undefined ? undefined : ['channel = ?', channel],
        state === undefined ? undefined : [inState[state]],
        after === undefined ? undefined : ['n.id < ?', after],
      ]
      return notifications(conditions, limit)
    },
    async isTold(message) {
      return told.get(message) !== undefined
    },
    async notificationSettings(user) {
      return settings.get(user)
    },
  }
}

/** Writes them. */
export function notificationWrites(db: Connection): Writes {
  const insert = change<
    [string, string, number, number, string, string, string, string, string, number, number | null]
  >(
    db,
    `INSERT INTO notifications
       (id, journey, seq, message, recipient, channel, language, template, payload, created_at, carrier)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const seen = change<[number, string]>(db, `UPDATE notifications SET seen_at = ? WHERE id = ? AND ${UNREAD}`)
  const save = change<[string, string | null, string, string, number]>(
    db,
    `INSERT INTO notification_settings (user, email, language, by_email, saved_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (user) DO UPDATE SET email = excluded.email, language = excluded.language,
       by_email = excluded.by_email, saved_at = excluded.saved_at`,
  )
  return {
    insertNotification(row, carrier) {
      const { id, journey, seq, message, recipient, channel, language, template, payload, createdAt } = row
      insert(id, journey, seq, message, recipient, channel, language, template, payload, createdAt, carrier)
    },
    markSeen(notification, at) {
      seen(at, notification)
    },
    saveNotificationSettings({ user, email, language, byEmail, savedAt }) {
      save(user, email, language, byEmail, savedAt)
    },
  }
}
