import { defineConfig } from 'vitest/config'
import { storesAndQueues } from './tests/support/storesAndQueues.ts'

const each = { testTimeout: 120_000, hookTimeout: 120_000 }
const browserTests = 'tests/designer/**/*.browser.test.ts'
/** What starts processes, breaks Polku on purpose or counts on being alone in its process. */
const apartTests = [
  'tests/{docs,durability,equivalence,faults,properties,support}/**/*.test.ts',
  'tests/engine/queue/*.test.ts',
  'tests/api/processes.test.ts',
  'tests/api/auth/callLibrary.test.ts',
  'tests/engine/clients/rotateKey.test.ts',
]

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
      {
        test: {
          ...each,
          name: 'polku',
          include: ['tests/**/*.test.ts'],
          exclude: [browserTests, ...apartTests],
          // two processes do them all: reading the engine anew for each file took longer than many a file's tests
          isolate: false,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: { ...each, name: 'apart', include: apartTests, globalSetup: 'tests/support/provideServer.ts' },
      },
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
