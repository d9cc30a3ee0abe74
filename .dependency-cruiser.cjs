/**
 * Imports point one way: designer → api → engine/commands → journey, store, queue, mail → pathway.
 * Pure code (engine/pathway, engine/journey) imports no I/O.
 */
const forbid = (name, from, to, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from },
  to: { path: to },
})

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    forbid(
      'pathway-is-the-bottom',
      '^engine/pathway',
      '^(engine/(journey|commands|store|queue|[^/]+\\.ts$)|api|designer|workflows|tests|bench)',
      'a pathway knows nothing of journeys',
    ),
    forbid(
      'journey-sees-pathway-only',
      '^engine/journey',
      '^(engine/(commands|store|queue|[^/]+\\.ts$)|api|designer|workflows|tests|bench)',
      'a journey step is pure',
    ),
    forbid(
      'store-sees-no-commands',
      '^engine/store',
      '^(engine/(commands|queue|[^/]+\\.ts$)|api|designer|workflows|tests|bench)',
      'the store keeps, it does not decide',
    ),
    forbid(
      'queue-sees-no-commands',
      '^engine/queue',
      '^(engine/(commands|[^/]+\\.ts$)|api|designer|workflows|tests|bench)',
      'the queue wakes; what it wakes is handed to it',
    ),
    forbid(
      'observe-is-told',
      '^engine/observe',
      '^(engine/(pathway|journey|commands|store|queue|[^/]+\\.ts$)|api|designer|workflows|tests|bench)',
      'whoever is told knows nothing of who tells',
    ),
    forbid(
      'mail-sees-no-commands',
      '^engine/mail',
      '^(engine/(commands|store|queue|[^/]+\\.ts$)|api|designer|workflows|tests|bench)',
      'a mailer sends what it is told to',
    ),
    forbid(
      'one-file-runs-nodemailer',
      '^(?!engine/mail/|tests)',
      'node_modules/nodemailer',
      'mail stays behind engine/mail: what is not used is not loaded',
    ),
    forbid(
      'commands-see-no-http',
      '^engine',
      '^(api|designer|workflows|tests|bench)',
      'the engine is usable as a library',
    ),
    forbid(
      'designer-talks-to-api',
      '^designer',
      '^(engine/(?!pathway)|workflows|tests|bench)',
      'the designer talks only to the API; what a document says in words is the same code on both sides',
    ),
    forbid(
      'pure-core',
      '^engine/(pathway(?!/writeJsonSchema)|journey)',
      '^(node:)?(fs|net|http|https|child_process|worker_threads|crypto|timers|dgram|tls)|better-sqlite3|drizzle-orm|bullmq|ioredis|hono|nodemailer|pino',
      'pure code does no I/O',
    ),
    forbid(
      'one-file-knows-xstate',
      '^(?!engine/pathway/(compile|xstate)|tests|bench)',
      'node_modules/xstate',
      'XState stays behind engine/pathway/compile',
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // needs packages that are installed only when it is run
    exclude: { path: '^(bench/peers/(node_modules|contenders/theirs)|designer/dist)' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.js', '.json'],
      conditionNames: ['import', 'types', 'node', 'default'],
    },
  },
}
