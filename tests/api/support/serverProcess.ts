import { pino } from 'pino'
import { runProcess } from '../../../api/runProcess.ts'
import { stopOnSignal } from '../../../api/stopOnSignal.ts'
import { suuntoFragment } from './suuntoFragment.ts'

/** What `npm start` does, with the fragment as the only bundled pathway: run as a process of its own by tests. */
const [database = ''] = process.argv.slice(2)
const server = await runProcess({
  role: 'start',
  database,
  port: 0,
  host: '127.0.0.1',
  baseUrl: undefined,
  providers: [],
  workerPort: 0,
  redis: undefined,
  mail: undefined,
  demo: true,
  masterKey: undefined,
  oldMasterKey: undefined,
  pathways: [suuntoFragment],
  log: pino({ level: 'silent' }),
  say: (text) => process.stdout.write(`${text}\n`),
})
stopOnSignal(() => server.close())
