/** Whether a label says what the expression does, but for articles and endings: 'Servicebehovet är …', 'servicebehov är …'. */
export function saysTheSame(label: string, said: string): boolean {
  const [a, b] = [label, said].map(
    (text) =>
      text
        .toLowerCase()
        .match(/[\p{L}\d]+/gu)
        ?.filter((word) => word !== 'the') ?? [],
  )
  if (a === undefined || b === undefined || a.length !== b.length) return false
  return a.every((word, index) => isEndingApart(word, b[index] ?? ''))
}

function isEndingApart(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return long.startsWith(short) && long.length - short.length <= 2
}
