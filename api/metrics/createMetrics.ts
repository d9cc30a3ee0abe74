import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import { isDiskFailure, type Observer } from '../../engine/index.ts'
import manifest from '../../package.json' with { type: 'json' }
import { createHistogram } from './histogram.ts'

/** What one process counts of its work, from its start. */
export interface Metrics {
  registry: Registry
  /** to be given to `openPolku` */
  observer: Observer
  /** a request was answered; `route` is the pattern that took it */
  requestAnswered(request: { method: string; route: string; status: number; ms: number }): void
}

/** Upper bounds, seconds. */
const commandBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
const commitBuckets = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5]
const deliveryBuckets = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30]
const latenessBuckets = [0.1, 0.5, 1, 5, 15, 60, 300, 900, 3_600, 21_600, 86_400]
/** Works. */
const batchBuckets = [1, 2, 4, 8, 16, 32, 64, 128, 256]

/** Any name may stand in a request's first line; what nobody asks for here is not told apart. */
const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

/**
 * The metrics of a process: how often, how long, how large. Labels name kinds, codes, operations and routes, of which
 * there are as many as the code has; never a client, a person or a journey.
 */
export function createMetrics(): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  new Gauge({ name: 'polku_build_info', help: 'Always 1.', labelNames: ['version'], registers }).set(
    { version: manifest.version },
    1,
  )

  const steps = new Map<string, { person: number; rule: number }>()
  new Counter({
    name: 'polku_steps_total',
    help: 'Durable steps of journeys, by type of journal entry, and whether a person or a rule made them.',
    labelNames: ['type', 'by'],
    registers,
    collect() {
      this.reset()
      for (const [type, { person, rule }] of steps) {
        this.inc({ type, by: 'person' }, person)
        this.inc({ type, by: 'rule' }, rule)
      }
    },
  })
  const operations = createHistogram(registry, {
    name: 'polku_operation_duration_seconds',
    help: 'From the call of a command or question to its answer or refusal; a command is answered when it is durable.',
    label: 'operation',
    buckets: commandBuckets,
  })
  const refusals = new Counter({
    name: 'polku_refusals_total',
    help: 'Commands and questions refused, by code.',
    labelNames: ['code'],
    registers,
  })
  const failures = new Counter({
    name: 'polku_failures_total',
    help: 'Errors that nobody expects, in a command or a job of the worker; reason disk: it is full or fails.',
    labelNames: ['during', 'reason'],
    registers,
  })
  for (const during of ['command', 'job']) for (const reason of ['disk', 'other']) failures.inc({ during, reason }, 0)
  const commits = createHistogram(registry, {
    name: 'polku_commit_duration_seconds',
    help: 'How long the database took to make a transaction durable.',
    buckets: commitBuckets,
  })
  const batches = createHistogram(registry, {
    name: 'polku_commit_works',
    help: 'How many works shared a commit.',
    buckets: batchBuckets,
  })
  const lateness = createHistogram(registry, {
    name: 'polku_timer_lateness_seconds',
    help: 'How long after it was due the worker let a timer act, by kind.',
    label: 'kind',
    buckets: latenessBuckets,
  })
  const deliveries = createHistogram(registry, {
    name: 'polku_delivery_duration_seconds',
    help: 'How long the attempt took that delivered a message.',
    buckets: deliveryBuckets,
  })
  const failedAttempts = new Counter({
    name: 'polku_failed_attempts_total',
    help: 'Attempts to let a timer act or to deliver a message that failed; outcome dead: it was the last one.',
    labelNames: ['work', 'outcome'],
    registers,
  })
  const rescued = new Counter({
    name: 'polku_rescued_total',
    help: 'Work that a worker found in the database itself: Redis was away, or the queue had not brought it.',
    labelNames: ['work', 'why'],
    registers,
  })
  for (const work of ['timer', 'message']) {
    for (const outcome of ['retried', 'dead']) failedAttempts.inc({ work, outcome }, 0)
    for (const why of ['redis_away', 'not_brought']) rescued.inc({ work, why }, 0)
  }
  const requests = new Counter({
    name: 'polku_http_requests_total',
    help: 'Requests answered, by method, route and status.',
    labelNames: ['method', 'route', 'status'],
    registers,
  })
  const answers = createHistogram(registry, {
    name: 'polku_http_request_duration_seconds',
    help: 'From the head of a request to the head of its answer, by class of status.',
    label: 'status',
    buckets: commandBuckets,
  })

  const reasonOf = (error: unknown) => (isDiskFailure(error) ? 'disk' : 'other')
  const observer: Observer = {
    answered: (operation, ms) => operations.observe(ms / 1000, operation),
    refused: (operation, ms, code) => {
      operations.observe(ms / 1000, operation)
      refusals.inc({ code })
    },
    failed: (operation, ms, error) => {
      operations.observe(ms / 1000, operation)
      failures.inc({ during: 'command', reason: reasonOf(error) })
    },
    stepJournalled: (type, byRule) => {
      const counts = steps.get(type) ?? { person: 0, rule: 0 }
      steps.set(type, counts)
      counts[byRule ? 'rule' : 'person'] += 1
    },
    commitDone: (works, ms) => {
      commits.observe(ms / 1000)
      batches.observe(works)
    },
    timerActed: (kind, lateMs) => lateness.observe(lateMs / 1000, kind),
    messageDelivered: (ms) => deliveries.observe(ms / 1000),
    attemptFailed: (work, isDead) => failedAttempts.inc({ work, outcome: isDead ? 'dead' : 'retried' }),
    rescued: (work, count, why) => rescued.inc({ work, why: why === 'away' ? 'redis_away' : 'not_brought' }, count),
    jobFailed: (error) => failures.inc({ during: 'job', reason: reasonOf(error) }),
  }
  return {
    registry,
    observer,
    requestAnswered: ({ method, route, status, ms }) => {
      requests.inc({ method: methods.has(method) ? method : 'other', route, status })
      answers.observe(ms / 1000, `${Math.floor(status / 100)}xx`)
    },
  }
}
