import { defineConfig } from 'vitest/config'
import { folderInMemory } from './tests/support/folderInMemory.ts'
import { LongestFirst } from './tests/support/LongestFirst.ts'
import { testTimeout } from './tests/support/runs.ts'
import { storesAndQueues } from './tests/support/storesAndQueues.ts'

const browserTests = 'tests/designer/**/*.browser.test.ts'
/** What changes its own process, or counts on being alone in it. */
const aloneTests = [
  'tests/properties/stepMutants.test.ts',
  'tests/support/*.test.ts',
  'tests/engine/queue/*.test.ts',
  'tests/api/auth/callLibrary.test.ts',
  'tests/engine/clients/rotateKey.test.ts',
]
/** What starts processes or breaks Polku on purpose: for longer than other tests, and beside the built server. */
const apartTests = ['tests/{docs,durability,equivalence,faults,properties}/**/*.test.ts', 'tests/api/processes.test.ts']
/** Few processes do many files: reading the engine anew for each took longer than many a file's tests. */
const shared = { testTimeout, hookTimeout: 120_000, isolate: false, expect: { poll: { timeout: 20_000 } } }
/** What is not about the disk does not wait for it. */
const withoutDisk = { ...shared, env: { TMPDIR: folderInMemory() } }

export default defineConfig({
  test: {
    // three files at a time also on two cores: many of them wait for processes, Redis, a browser or a clock
    maxWorkers: 3,
    globalSetup: 'tests/support/provideRedis.ts',
    reporters: [
      'default',
      ...(process.env.GITHUB_ACTIONS ? ['github-actions'] : []),
      './tests/support/recoveryReporter.ts',
      './tests/support/storesAndQueuesReporter.ts',
    ],
    tags: storesAndQueues.map(({ tag }) => ({ name: tag })),
    sequence: { sequencer: LongestFirst },
    projects: [
      { test: { ...shared, isolate: true, name: 'alone', include: aloneTests } },
      {
        test: {
          ...shared,
          name: 'apart',
          include: apartTests,
          exclude: aloneTests,
          globalSetup: 'tests/support/provideServer.ts',
        },
      },
      {
        test: {
          ...withoutDisk,
          name: 'browser',
          include: [browserTests],
          // builds the designer and sees to it that there is a browser, where a test asks for them
          globalSetup: 'tests/support/provideDesigner.ts',
        },
      },
      {
        test: {
          ...withoutDisk,
          name: 'polku',
          include: ['tests/**/*.test.ts'],
          exclude: [browserTests, ...apartTests, ...aloneTests],
        },
      },
    ],
  },
})
