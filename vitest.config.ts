import { defineConfig } from 'vitest/config'
import { storesAndQueues } from './tests/support/storesAndQueues.ts'

const each = { testTimeout: 120_000, hookTimeout: 120_000 }
const browserTests = 'tests/designer/**/*.browser.test.ts'

export default defineConfig({
  test: {
    // two files at a time also on two cores: many of them wait for processes, Redis or a clock
    maxWorkers: 2,
    globalSetup: 'tests/support/provideRedis.ts',
    reporters: [
      'default',
      ...(process.env.GITHUB_ACTIONS ? ['github-actions'] : []),
      './tests/support/recoveryReporter.ts',
      './tests/support/storesAndQueuesReporter.ts',
    ],
    tags: storesAndQueues.map(({ tag }) => ({ name: tag })),
    projects: [
      { test: { ...each, name: 'polku', include: ['tests/**/*.test.ts'], exclude: [browserTests] } },
      {
        test: {
          ...each,
          name: 'browser',
          include: [browserTests],
          // builds the designer and sees to it that there is a browser, where a test asks for them
          globalSetup: 'tests/support/provideDesigner.ts',
        },
      },
    ],
  },
})
