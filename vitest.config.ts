import { defineConfig } from 'vitest/config'
import { storesAndQueues } from './tests/support/storesAndQueues.ts'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 120_000,
    // two files at a time also on two cores: many of them wait for processes, Redis or a clock
    maxWorkers: 2,
    hookTimeout: 120_000,
    globalSetup: 'tests/support/provideRedis.ts',
    reporters: [
      'default',
      ...(process.env.GITHUB_ACTIONS ? ['github-actions'] : []),
      './tests/support/recoveryReporter.ts',
      './tests/support/storesAndQueuesReporter.ts',
    ],
    tags: storesAndQueues.map(({ tag }) => ({ name: tag })),
  },
})
