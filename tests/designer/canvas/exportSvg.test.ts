import { describe, expect, it } from 'vitest'
import { exportSvg } from '../../../designer/canvas/exportSvg.ts'
import { bundledPathways } from '../../../workflows/index.ts'
import { drawn, laidOut } from './support/laidOut.ts'

describe('a drawing as a file', () => {
  it.each(bundledPathways.map((document) => [document.id, document] as const))(
    'holds every sheet and every line of %s',
    async (_, document) => {
      const drawing = drawn(document)
      const svg = exportSvg(drawing, await laidOut(drawing), 'Kuva', 'fi')
      const texts = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text)
      for (const { title } of drawing.sheets) expect(texts).toEqual(expect.arrayContaining([...title]))
      for (const { name } of drawing.lines) expect(texts).toEqual(expect.arrayContaining([...name]))
      expect(svg.match(/marker-end/g)).toHaveLength(drawing.lines.length)
    },
  )

  it('says nothing that a browser would run or fetch, whatever the pathway is called', async () => {
    const drawing = drawn({
      id: 'p',
      title: { fi: 'P' },
      states: { a: { label: { fi: '<script>alert("&")</script>' } } },
    })
    const svg = exportSvg(drawing, await laidOut(drawing), '<b>"P"</b>', 'fi')
    expect(svg).not.toMatch(/<script|<b>|href|url\((?!#)/)
    expect(svg).toContain('&lt;b&gt;&quot;P&quot;&lt;/b&gt;')
  })

  it('holds nothing that XML may not, whatever was pasted into a name', async () => {
    const label = { fi: 'Kart\u0000oi\u000btus\ud800 \u{1f600}' }
    const drawing = drawn({ id: 'p', title: { fi: 'P' }, states: { a: { label } } })
    const svg = exportSvg(drawing, await laidOut(drawing), 'P\u001b', 'fi')
    expect([...svg].filter((one) => (one < ' ' && one !== '\n') || /\p{Surrogate}/u.test(one))).toEqual([])
    expect(svg).toContain('<title>P\ufffd</title>')
    expect(svg).toContain('\u{1f600}')
  })

  it('keeps every text as wide as there is room for, in whatever typeface it is shown', async () => {
    const drawing = drawn({ id: 'p', title: { fi: 'P' }, states: { a: { label: { fi: 'Kartoitus' } } } })
    const svg = exportSvg(drawing, await laidOut(drawing), 'P', 'fi')
    const width = Number(svg.match(/textLength="([\d.]+)" lengthAdjust="spacingAndGlyphs"[^>]*>Kartoitus</)?.[1])
    expect(width).toBeGreaterThan(60)
    expect(width).toBeLessThan((drawing.sheets[0]?.head.width ?? 0) - 20)
    expect(svg).toContain('lang="fi"')
  })

  it('has something to show of an empty pathway', async () => {
    const drawing = drawn({ id: 'p', title: { fi: 'P' }, states: {} })
    expect(exportSvg(drawing, await laidOut(drawing), 'P', 'fi')).toMatch(/viewBox="-24 -24 368 168"/)
  })
})
