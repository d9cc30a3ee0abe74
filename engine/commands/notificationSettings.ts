import type { ReadTx } from '../store/store.ts'
import type { Language, NotificationTemplate } from './schemas.ts'

/** How a person wishes to be told. */
export interface ToldHow {
  email: string | null
  language: Language
  /** what goes by e-mail as well */
  byEmail: NotificationTemplate[]
}

/** How a person wishes to be told; who has said nothing is told on the worklist, in Finnish. */
export async function settingsOf(tx: ReadTx, user: string): Promise<ToldHow> {
  const row = await tx.notificationSettings(user)
  if (!row) return { email: null, language: 'fi', byEmail: [] }
  const { email, language, byEmail } = row
  return { email, language: language as Language, byEmail: JSON.parse(byEmail) as NotificationTemplate[] }
}
