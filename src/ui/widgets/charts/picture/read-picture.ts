/** Reads a chart off the screen, as it is laid out there, into the marks of a picture that stands alone. */
import { inScheme } from './in-scheme'
import type { Box, Picture, PictureMark } from './picture-svg'

/** Attribute of what belongs to the screen and not to the picture: buttons, the table, what follows the pointer. */
export const notInPicture = 'data-not-in-picture'

/** Left free around the picture, in pixels. */
const margin = 16

/** The properties that a style sheet may give to an SVG element, and that the file must carry itself. */
const drawnProperties = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-opacity',
  'stroke-linejoin',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'visibility',
] as const

/**
 * The figure as it stands, in the colours of the light theme whatever theme is on: boxes, lines of
 * text and drawings, without what is marked `notInPicture` or hidden.
 */
export function readPicture(figure: HTMLElement): Picture {
  return inScheme('light', () => {
    const { x, y, width } = figure.getBoundingClientRect()
    const read = (above: number): PictureMark[] => {
      const marks: PictureMark[] = []
      for (const child of figure.childNodes) readNode(child, { x: x - margin, y: y - margin + above }, marks)
      return marks
    }
    const top = Math.min(...read(0).map(topOf))
    // Where the head is left out, its room is too.
    const marks = read(Math.max(0, Number.isFinite(top) ? top - margin : 0))
    const right = Math.max(0, ...marks.map((mark) => endOf(mark).x))
    const bottom = Math.max(0, ...marks.map((mark) => endOf(mark).y))
    return { width: Math.ceil(Math.max(right, width + margin) + margin), height: Math.ceil(bottom + margin), marks }
  })
}

interface Point {
  readonly x: number
  readonly y: number
}

const topOf = (mark: PictureMark): number => (mark.kind === 'line' ? Math.min(mark.from[1], mark.to[1]) : mark.at.y)

function endOf(mark: PictureMark): Point {
  if (mark.kind === 'line') return { x: Math.max(mark.from[0], mark.to[0]), y: Math.max(mark.from[1], mark.to[1]) }
  return { x: mark.at.x + mark.at.width, y: mark.at.y + mark.at.height }
}

function readNode(node: Node, origin: Point, marks: PictureMark[]): void {
  if (node instanceof Text) readText(node, origin, marks)
  else if (node instanceof SVGSVGElement) readDrawing(node, origin, marks)
  else if (node instanceof HTMLElement) readElement(node, origin, marks)
}

function readElement(element: HTMLElement, origin: Point, marks: PictureMark[]): void {
  if (element.hasAttribute(notInPicture) || element instanceof HTMLButtonElement) return
  const style = getComputedStyle(element)
  if (style.display === 'none' || style.visibility === 'hidden' || style.opacity === '0') return
  const at = boxOf(element.getBoundingClientRect(), origin)
  // Text for screen readers alone is clipped to a point.
  if (at.width <= 1 && at.height <= 1 && style.overflow === 'hidden') return
  if (isSeen(style.backgroundColor) && at.width > 0 && at.height > 0) marks.push({ kind: 'box', at, fill: style.backgroundColor, radius: radiusOf(style, at) })
  readBorders(style, at, marks)
  for (const child of element.childNodes) readNode(child, origin, marks)
}

function boxOf(rect: DOMRect, origin: Point): Box {
  return { x: rect.x - origin.x, y: rect.y - origin.y, width: rect.width, height: rect.height }
}

/** Computed colours that cannot be seen have an alpha of 0. */
function isSeen(colour: string): boolean {
  return colour !== 'transparent' && !/,\s*0\)$|\/\s*0\)$/.test(colour)
}

function radiusOf({ borderTopLeftRadius }: CSSStyleDeclaration, { width, height }: Box): number {
  const half = Math.min(width, height) / 2
  const radius = Number.parseFloat(borderTopLeftRadius)
  return Math.min(half, borderTopLeftRadius.endsWith('%') ? (radius / 100) * width : radius)
}

function readBorders(style: CSSStyleDeclaration, { x, y, width, height }: Box, marks: PictureMark[]): void {
  const sides = [
    { size: style.borderTopWidth, kind: style.borderTopStyle, colour: style.borderTopColor, from: [x, y], to: [x + width, y] },
    { size: style.borderRightWidth, kind: style.borderRightStyle, colour: style.borderRightColor, from: [x + width, y], to: [x + width, y + height] },
    { size: style.borderBottomWidth, kind: style.borderBottomStyle, colour: style.borderBottomColor, from: [x, y + height], to: [x + width, y + height] },
    { size: style.borderLeftWidth, kind: style.borderLeftStyle, colour: style.borderLeftColor, from: [x, y], to: [x, y + height] },
  ] as const
  for (const { size, kind, colour, from, to } of sides) {
    const thickness = Number.parseFloat(size)
    if (kind === 'none' || thickness === 0 || !isSeen(colour)) continue
    marks.push({ kind: 'line', from, to, colour, width: thickness, dashed: kind === 'dashed' || kind === 'dotted' })
  }
}

/** One mark a line of text, as the browser broke it. */
function readText(node: Text, origin: Point, marks: PictureMark[]): void {
  const parent = node.parentElement
  if (!parent || node.data.trim() === '') return
  const { color, fontFamily, fontSize, fontWeight } = getComputedStyle(parent)
  const look = { colour: color, family: fontFamily, size: Number.parseFloat(fontSize), weight: fontWeight }
  const lines: { at: Box; text: string }[] = []
  const range = document.createRange()
  for (const { index, 0: word } of node.data.matchAll(/\S+/g)) {
    range.setStart(node, index)
    range.setEnd(node, index + word.length)
    const at = boxOf(range.getBoundingClientRect(), origin)
    if (at.width === 0) continue
    const line = lines.at(-1)
    if (line && Math.abs(line.at.y - at.y) < at.height / 2) {
      line.text += ` ${word}`
      line.at = { ...line.at, width: at.x + at.width - line.at.x }
    } else lines.push({ at, text: word })
  }
  for (const line of lines) marks.push({ kind: 'text', ...line, ...look })
}

/** A copy of the drawing whose elements carry what style sheets gave them. */
function readDrawing(drawing: SVGSVGElement, origin: Point, marks: PictureMark[]): void {
  const at = boxOf(drawing.getBoundingClientRect(), origin)
  if (at.width === 0 || at.height === 0 || getComputedStyle(drawing).visibility === 'hidden') return
  const copy = drawing.cloneNode(true)
  if (!(copy instanceof SVGSVGElement)) return
  const originals = drawing.querySelectorAll('*')
  const copies = copy.querySelectorAll('*')
  originals.forEach((original, i) => {
    const made = copies[i]
    if (made) carryStyle(original, made)
  })
  copy.querySelectorAll(`[${notInPicture}], title, desc`).forEach((part) => part.remove())
  const writer = new XMLSerializer()
  const inner = [...copy.childNodes].map((child) => writer.serializeToString(child).replaceAll(' xmlns="http://www.w3.org/2000/svg"', '')).join('')
  marks.push({ kind: 'drawing', at, inner, viewBox: drawing.getAttribute('viewBox') })
}

function carryStyle(original: Element, copy: Element): void {
  const style = getComputedStyle(original)
  for (const { name } of [...copy.attributes]) {
    if (name === 'class' || name === 'style' || name === 'role' || name === 'tabindex' || (/^(aria|data)-/.test(name) && name !== notInPicture)) copy.removeAttribute(name)
  }
  if (style.display === 'none') copy.setAttribute('display', 'none')
  if (!(original instanceof SVGGraphicsElement)) return
  for (const property of drawnProperties) copy.setAttribute(property, style.getPropertyValue(property))
}
