import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '../../app/language.ts'
import type { Drawn } from '../Drawn.ts'
import { svgOf } from '../svgOf.ts'
import classes from './DrawingInParts.module.css'
import { overviewSvg } from './overviewSvg.ts'
import { continuedIn, partSvg } from './partSvg.ts'
import type { Print } from './planPrint.ts'

/** A drawing that is too large for one sheet of paper, as it is printed: an overview, and its parts on a sheet each. */
export function DrawingInParts({
  drawn,
  print: { parts, paper, scale },
  language,
}: {
  drawn: Drawn
  print: Extract<Print, { kind: 'parts' }>
  language: Language
}) {
  const { t } = useTranslation('document', { lng: language })
  const of = parts.length
  const overview = t('overview', { of })
  return (
    <div className={classes.parts}>
      <Picture className={classes.overview} caption={overview} svg={overviewSvg(drawn, parts, overview)} />
      {parts.map((part, at) => {
        const name = t('part', { number: at + 1, of })
        const continued = continuedIn(drawn, part)
        const caption = continued.length === 0 ? name : `${name}. ${t('continues', { names: continued.join(', ') })}`
        return (
          <Picture
            key={name}
            className={classes[paper]}
            caption={caption}
            svg={partSvg(drawn, part, { id: `part-${at + 1}`, title: caption, scale })}
          />
        )
      })}
    </div>
  )
}

function Picture({ className, caption, svg }: { className: string | undefined; caption: string; svg: string }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.replaceChildren(svgOf(svg)), [svg])
  return (
    <figure className={className}>
      <figcaption>{caption}</figcaption>
      <div ref={place} />
    </figure>
  )
}
