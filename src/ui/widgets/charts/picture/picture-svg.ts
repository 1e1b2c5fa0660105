/** What a picture is made of, and the SVG file that holds it: one that needs no style sheet, script or font of ours. */

/** Pixels from the picture's upper left corner. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export type PictureMark =
  | { readonly kind: 'box'; readonly at: Box; readonly fill: string; readonly radius: number }
  | { readonly kind: 'line'; readonly from: readonly [number, number]; readonly to: readonly [number, number]; readonly colour: string; readonly width: number; readonly dashed: boolean }
  /** One line of text, upright; `at` is the room that it takes. */
  | { readonly kind: 'text'; readonly at: Box; readonly text: string; readonly colour: string; readonly family: string; readonly size: number; readonly weight: string }
  /** An SVG element as text, whose colours and type stand in its attributes. */
  | { readonly kind: 'drawing'; readonly at: Box; readonly inner: string; readonly viewBox: string | null }

export interface Picture {
  readonly width: number
  readonly height: number
  readonly marks: readonly PictureMark[]
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
// Signs that XML does not allow are left out: an item name may hold them.
const escaped = (text: string) => text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '').replace(/[&<>"]/g, (sign) => escapes[sign] ?? '')
const round = (value: number) => String(Math.round(value * 100) / 100)

/**
 * The picture as an SVG document on white.
 *
 * @param title what the picture is called, for those who hear it
 */
export function pictureSvg(title: string, { width, height, marks }: Picture): string {
  const size = `width="${round(width)}" height="${round(height)}"`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="0 0 ${round(width)} ${round(height)}" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<rect ${size} fill="#ffffff"/>`,
    ...marks.map(markSvg),
    '</svg>',
    '',
  ].join('\n')
}

function markSvg(mark: PictureMark): string {
  switch (mark.kind) {
    case 'box': {
      const rounding = mark.radius > 0 ? ` rx="${round(mark.radius)}"` : ''
      return `<rect ${place(mark.at)}${rounding} fill="${escaped(mark.fill)}"/>`
    }
    case 'line': {
      const dashes = mark.dashed ? ' stroke-dasharray="4 3"' : ''
      return `<line x1="${round(mark.from[0])}" y1="${round(mark.from[1])}" x2="${round(mark.to[0])}" y2="${round(mark.to[1])}" stroke="${escaped(mark.colour)}" stroke-width="${round(mark.width)}"${dashes}/>`
    }
    case 'text':
      return (
        `<text x="${round(mark.at.x)}" y="${round(mark.at.y + mark.at.height / 2)}" dominant-baseline="central" fill="${escaped(mark.colour)}" ` +
        `font-family="${escaped(mark.family)}" font-size="${round(mark.size)}" font-weight="${escaped(mark.weight)}">${escaped(mark.text)}</text>`
      )
    case 'drawing':
      // What reaches over the edge of a plot, such as a mark on its axis, is drawn whole.
      return `<svg ${place(mark.at)}${mark.viewBox === null ? '' : ` viewBox="${escaped(mark.viewBox)}"`} overflow="visible">${mark.inner}</svg>`
  }
}

function place({ x, y, width, height }: Box): string {
  return `x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}"`
}
