import type { NotificationChannel, NotificationDetails, NotificationState } from '../store/notificationRows.ts'
import type { ReadTx } from '../store/store.ts'
import type { Context } from './context.ts'
import { attemptView, type DeliveryAttempt } from './deadLetters.ts'
import { settingsOf, type ToldHow } from './notificationSettings.ts'
import { notificationTexts, type WholeText } from './notificationTexts.ts'
import { parse } from './parse.ts'
import { PolkuProblem } from './problem.ts'
import {
  type Language,
  type NotificationSettingsInput,
  type NotificationTemplate,
  notificationSettingsSchema,
  type SeenInput,
  seenSchema,
  userSchema,
} from './schemas.ts'
import { read, write } from './transact.ts'
import { iso } from './view.ts'

/** What a person was told by one channel. */
export interface NotificationView {
  id: string
  journey: string
  /** the journal entry that it comes from */
  entry: number
  recipient: string
  channel: NotificationChannel
  language: Language
  template: NotificationTemplate
  text: WholeText
  /** ids and codes: which task, which follow-up, by whom */
  payload: Record<string, string | number>
  createdAt: string
  state: NotificationState
  seenAt: string | null
  sentAt: string | null
  /** every attempt to send it; none for the worklist */
  deliveries: DeliveryAttempt[]
}

export interface NotificationSettings extends ToldHow {
  user: string
  /** whether this Polku has a mail server; without one nothing goes by e-mail, whatever is wished */
  isEmailSent: boolean
}

export interface NotificationQuery {
  recipient: string
  channel?: NotificationChannel
  state?: NotificationState
  limit?: number
  /** those older than this one */
  after?: string
}

/** What people are told, and how they wish to be. */
export interface Notifications {
  /** Newest first. */
  list(query: NotificationQuery): Promise<NotificationView[]>
  /**
   * Marks one of the worklist as seen by its recipient; the first time counts.
   * @throws PolkuProblem `not-found` when there is none of this person's, `wrong-kind` for an e-mail
   */
  seen(id: string, input: SeenInput): Promise<NotificationView>
  settings(user: string): Promise<NotificationSettings>
  /** Puts all of a person's settings in place of what they were. @throws PolkuProblem `invalid-request` */
  saveSettings(user: string, input: NotificationSettingsInput): Promise<NotificationSettings>
}

const defaultLimit = 50

/** @param hasMail whether there is a mail server */
export function notificationCommands(context: Context, hasMail: boolean): Notifications {
  const now = () => context.clock.now().getTime()
  return {
    list: ({ limit = defaultLimit, ...query }) =>
      read(context, async (tx) => {
        const rows = await tx.notifications({ ...query, limit })
        return Promise.all(rows.map((row) => view(tx, row)))
      }),

    async seen(id, input) {
      const { by } = parse(seenSchema, input)
      return write(context, async (tx) => {
        const row = await tx.notification(id)
        if (row?.recipient !== by.user) {
          throw new PolkuProblem('not-found', `There is no notification "${id}" of ${by.user}.`)
        }
        if (row.channel !== 'worklist') {
          throw new PolkuProblem(
            'wrong-kind',
            'An e-mail is read in the mailbox; what stands on the worklist is marked.',
          )
        }
        await tx.markSeen(id, now())
        return view(tx, (await tx.notification(id)) ?? row)
      })
    },

    settings: (user) => read(context, async (tx) => ({ user, ...(await settingsOf(tx, user)), isEmailSent: hasMail })),

    async saveSettings(user, input) {
      const { email, language, byEmail } = parse(notificationSettingsSchema, input)
      const row = { user: parse(userSchema, user), email, language, byEmail: JSON.stringify([...new Set(byEmail)]) }
      return write(context, async (tx) => {
        await tx.saveNotificationSettings({ ...row, savedAt: now() })
        return { user, ...(await settingsOf(tx, user)), isEmailSent: hasMail }
      })
    },
  }
}

async function view(tx: ReadTx, row: NotificationDetails): Promise<NotificationView> {
  const { id, journey, seq, recipient, channel, state, seenAt, sentAt, carrier, createdAt } = row
  const template = row.template as NotificationTemplate
  return {
    id,
    journey,
    entry: seq,
    recipient,
    channel,
    language: row.language as Language,
    template,
    text: notificationTexts[template],
    payload: JSON.parse(row.payload),
    createdAt: iso(createdAt),
    state,
    seenAt: seenAt === null ? null : iso(seenAt),
    sentAt: sentAt === null ? null : iso(sentAt),
    deliveries: carrier === null ? [] : (await tx.deliveryAttempts(carrier)).map(attemptView),
  }
}
