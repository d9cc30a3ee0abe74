import type { Page } from 'playwright-core'
import type { Window, WindowOptions } from './openDesigner.ts'

export interface KeptWindows {
  /** A window as good as new that an earlier test has left; undefined when there is none. */
  take(options: Required<WindowOptions>): Promise<Window | undefined>
  /** Leaves a window to later tests; not when more is open there than its own page. @returns whether it was left */
  leave(window: Window): Promise<boolean>
}

/**
 * Windows between two tests: nothing in them is left of the first but what was fetched, which the second need not fetch
 * and compile anew. That took most of the time in which a designer opens.
 * @param address where the designer is served
 * @param session the cookies of who is signed in
 */
export function keptWindows(address: string, session: Parameters<Window['context']['addCookies']>[0]): KeptWindows {
  const left = new Map<string, Window[]>()
  return {
    take: async ({ language, colours, width, height, isStranger, isFirst }) => {
      const window = isStranger || isFirst ? undefined : left.get(language)?.pop()
      if (!window) return
      await window.page.setViewportSize({ width, height })
      await window.page.emulateMedia({ media: null, colorScheme: colours, forcedColors: 'none' })
      return window
    },
    leave: async (window) => {
      const { page, context, language, isStranger } = window
      if (isStranger || page.isClosed() || context.pages().length > 1) return false
      page.removeAllListeners()
      await page.unrouteAll({ behavior: 'ignoreErrors' })
      await context.setOffline(false)
      // of the same origin: what is stored of that can be cleared, and the browser keeps the process
      await page.goto(`${address}/api/v1/health`)
      await page.evaluate('localStorage.clear(), sessionStorage.clear()')
      await page.mouse.move(0, 0)
      await context.clearCookies()
      await context.addCookies(session)
      window.complaints.length = 0
      listenTo(page, window.complaints)
      left.set(language, [...(left.get(language) ?? []), window])
      return true
    },
  }
}

/** Notes what the browser complains of. */
export function listenTo(page: Page, complaints: string[]): void {
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
}
