import { destination, type Logger } from 'pino'
import { rotateMasterKey, UnfitRedis } from '../engine/index.ts'
import { bundledPathways } from '../workflows/index.ts'
import { auditJourneys, auditUsage } from './auditJourneys.ts'
import { createLog } from './http/createLog.ts'
import { PortTaken } from './listen.ts'
import { makeToken, tokenUsage } from './makeToken.ts'
import { loggedError } from './problems/answerProblem.ts'
import { type Role, roles, runProcess } from './runProcess.ts'
import { readSettings, WrongSettings } from './settings.ts'
import { stopOnSignal } from './stopOnSignal.ts'

const usage = `Polku is run as one process, or as several on one database:
  polku start       the API and a worker in one process
  polku api         the API alone
  polku worker      a worker alone: does what comes due
  polku token       makes a token for a program; see polku token --help
  polku rotate-key  brings the database under POLKU_MASTER_KEY, from POLKU_MASTER_KEY_OLD
  polku audit       holds journeys against their journals; see polku audit --help

Settings are environment variables; docs/operations.md tells of each:
  POLKU_DATABASE         the database file (data/polku.db)
  POLKU_PORT             the port of the API (3000; 0 for any that is free)
  POLKU_WORKER_PORT      the port of a worker's health and metrics (0)
  REDIS_URL              shares the work between processes through Redis, for example redis://127.0.0.1:6379
  POLKU_QUEUE_PREFIX     keeps several databases on one Redis apart (made from the database's key)
  POLKU_CONCURRENCY      how many jobs a process does at a time (50)
  POLKU_MAIL_URL         a mail server, for example smtp://localhost:25; POLKU_MAIL_FROM its sender
  POLKU_BASE_URL         where people open Polku, such as https://polku.example.org
  POLKU_HOST             the interface to listen on (127.0.0.1); another needs POLKU_BASE_URL with https
  POLKU_OIDC_PROVIDERS   organisations’ own sign-ins, as a JSON list
  POLKU_REQUESTS_PER_MINUTE  how many requests a token or a person may send in a minute (3000)
  POLKU_MASTER_KEY       the master key, 32 bytes in base64 (default: in the file <database>.key)
  POLKU_MASTER_KEY_OLD   the one before, while the key is being changed
  POLKU_DEMO             1 takes personal identity codes that are for tests
  POLKU_RATE_PER_SECOND  how many timers and messages a second all processes begin (no limit)`

/** The command `polku`. Words go to standard output, the log to standard error. */
async function main(words: readonly string[], log: Logger): Promise<void> {
  const [role, ...more] = words
  if (role === '--help' || role === '-h' || role === 'help') return say(usage)
  if (role === 'token') return printToken(more)
  if (role === 'audit') return audit(more)
  if (role === 'rotate-key' && more.length === 0) return rotate(log)
  if (!isRole(role) || more.length > 0) return fail(usage)
  try {
    const running = await runProcess({ role, ...readSettings(process.env), pathways: bundledPathways, log, say })
    stopOnSignal(() => running.close())
  } catch (error) {
    const isExpected = [PortTaken, WrongSettings, UnfitRedis].some((kind) => error instanceof kind)
    if (!isExpected) log.fatal({ error: loggedError(error) }, 'could not start')
    fail(error instanceof Error ? error.message : String(error))
  }
}

async function printToken(words: readonly string[]): Promise<void> {
  if (words.includes('--help') || words.length === 0) return say(tokenUsage)
  try {
    say(await makeToken(readSettings(process.env), words))
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error))
  }
}

async function audit(words: readonly string[]): Promise<void> {
  if (words.some((word) => word.startsWith('-'))) return say(auditUsage)
  try {
    if (!(await auditJourneys(readSettings(process.env), words, say))) process.exitCode = 1
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error))
  }
}

/** Changes the master key and says how far it has come; cut off, it goes on when it is called again. */
async function rotate(log: Logger): Promise<void> {
  try {
    const { database, masterKey, oldMasterKey } = readSettings(process.env)
    if (!masterKey) throw new WrongSettings('POLKU_MASTER_KEY is not set; it must be the new master key.')
    const onBatch = (clients: number) => log.info({ clients }, 'clients are under the new key')
    const changed = await rotateMasterKey({ database, masterKey, ...(oldMasterKey && { oldMasterKey }), onBatch })
    say(`Done: ${changed} clients were brought under the new master key. POLKU_MASTER_KEY_OLD is needed no more.`)
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error))
  }
}

const isRole = (word: string | undefined): word is Role => roles.some((role) => role === word)

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

function fail(words: string): void {
  process.stderr.write(`${words}\n`)
  process.exitCode = 1
}

await main(process.argv.slice(2), createLog(destination({ dest: 2, sync: true })))
