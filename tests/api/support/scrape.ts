/** What `/metrics` says: values by name and labels, as they are written there: `polku_steps_total{type="send",by="person"}`. */
export interface Scraped {
  values: Map<string, number>
  /** metrics by name, as `# TYPE` declares them */
  types: Map<string, string>
  /** those with a `# HELP` */
  helped: Set<string>
}

/** Reads Prometheus' text format, as far as it is used here. @throws Error for a line that is not of it */
export function readMetrics(text: string): Scraped {
  const scraped: Scraped = { values: new Map(), types: new Map(), helped: new Set() }
  for (const line of text.split('\n')) {
    const [, keyword, name = '', rest = ''] = /^# (HELP|TYPE) (\S+) (.+)$/.exec(line) ?? []
    if (keyword === 'HELP') scraped.helped.add(name)
    else if (keyword === 'TYPE') scraped.types.set(name, rest)
    else if (line !== '') {
      const [, series = '', value = ''] = /^([a-z0-9_]+(?:\{(?:[a-z_]+="[^"]*",?)*\})?) (\S+)$/i.exec(line) ?? []
      if (series === '') throw new Error(`this is no line of metrics: ${line}`)
      if (scraped.values.has(series)) throw new Error(`${series} is told twice`)
      scraped.values.set(series, Number(value))
    }
  }
  return scraped
}
