/** A contender as it is listed: enough to start it without loading it. */
export interface Listed {
  /** how it is asked for: `npm run bench:peers -- <id>` */
  id: string
  /** the file that exports it, from here */
  file: string
  side: 'ours' | 'peer'
  /** what ours holds itself to: this multiple of the fastest peer */
  atLeast?: number
  /** the oldest Node.js that it runs on, where that is newer than ours */
  node?: number
}

/** Who is compared, in the order of the table. Another contender is one more file and one more line. */
export const contenders: readonly Listed[] = [
  { id: 'embedded', file: 'contenders/ours/embedded.ts', side: 'ours', atLeast: 10 },
  { id: 'embeddedByStep', file: 'contenders/ours/embeddedByStep.ts', side: 'ours' },
  { id: 'overHttp', file: 'contenders/ours/overHttp.ts', side: 'ours', atLeast: 2 },
  { id: 'dbos', file: 'contenders/theirs/dbos.ts', side: 'peer' },
  { id: 'openworkflow', file: 'contenders/theirs/openworkflowPostgres.ts', side: 'peer' },
  { id: 'openworkflowSqlite', file: 'contenders/theirs/openworkflowSqlite.ts', side: 'peer', node: 22 },
  { id: 'restate', file: 'contenders/theirs/restateService.ts', side: 'peer', node: 22 },
  { id: 'restateWorkflow', file: 'contenders/theirs/restateWorkflow.ts', side: 'peer', node: 22 },
]
