/** A picture that was written as a text, for a page. @throws Error when it is none */
export function svgOf(text: string): SVGSVGElement {
  const { documentElement } = new DOMParser().parseFromString(text, 'image/svg+xml')
  const svg = window.document.importNode(documentElement, true)
  if (!(svg instanceof SVGSVGElement)) throw new Error('what was drawn is no SVG')
  return svg
}
