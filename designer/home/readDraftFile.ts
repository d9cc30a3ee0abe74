/** A file of which no draft can be made, and why. */
export class UnreadableFile extends Error {
  readonly reason: 'notJson' | 'notPathway'
  /** where reading stopped, where the browser tells it */
  readonly line: number | undefined
  constructor(reason: UnreadableFile['reason'], line?: number) {
    super(reason)
    this.reason = reason
    this.line = line
  }
}

/**
 * What a file holds: a pathway document, or a machine exported from Stately. A pathway has a title; a machine has states.
 * @throws UnreadableFile for anything else
 */
export function readDraftFile(text: string): { kind: 'pathway' | 'machine'; content: Record<string, unknown> } {
  const content = parse(text)
  if (typeof content !== 'object' || content === null || Array.isArray(content)) throw new UnreadableFile('notPathway')
  if ('title' in content) return { kind: 'pathway', content: { ...content } }
  if ('states' in content) return { kind: 'machine', content: { ...content } }
  throw new UnreadableFile('notPathway')
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new UnreadableFile('notJson', lineOf(text, error instanceof Error ? error.message : ''))
  }
}

function lineOf(text: string, message: string): number | undefined {
  const line = /line (\d+)/.exec(message)?.[1]
  if (line !== undefined) return Number(line)
  const position = /position (\d+)/.exec(message)?.[1]
  return position === undefined ? undefined : text.slice(0, Number(position)).split('\n').length
}
