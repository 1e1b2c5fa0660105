import { expect, it } from 'vitest'
import { pictureSvg, type PictureMark } from './picture-svg'

const at = { x: 10, y: 20, width: 100, height: 16 }
const svgOf = (...marks: readonly PictureMark[]) => pictureSvg('A picture', { width: 300, height: 200, marks })

it('stands alone: a document with its own size, on white, with a title', () => {
  const svg = svgOf()
  expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="300" height="200" viewBox="0 0 300 200"/)
  expect(svg).toContain('<title>A picture</title>')
  expect(svg).toContain('<rect width="300" height="200" fill="#ffffff"/>')
})

it('writes text in the middle of the room that it takes', () => {
  const text: PictureMark = { kind: 'text', at, text: 'Precision', colour: 'rgb(0, 0, 0)', family: 'serif', size: 13, weight: '400' }
  expect(svgOf(text)).toContain('<text x="10" y="28" dominant-baseline="central" fill="rgb(0, 0, 0)" font-family="serif" font-size="13" font-weight="400">Precision</text>')
})

it('no text breaks out of its element, and none holds a sign that XML forbids', () => {
  const text: PictureMark = { kind: 'text', at, text: '</text><script>\u0000"&', colour: '"/><b', family: '"A B", serif', size: 13, weight: '400' }
  const svg = svgOf(text)
  expect(svg).toContain('>&lt;/text&gt;&lt;script&gt;&quot;&amp;</text>')
  expect(svg).toContain('font-family="&quot;A B&quot;, serif"')
  expect(svg).not.toContain('<script')
  expect(svg).not.toContain('<b')
})

it('draws boxes, lines and drawings where they lie', () => {
  const svg = svgOf(
    { kind: 'box', at, fill: 'red', radius: 4 },
    { kind: 'line', from: [0, 1], to: [2.004, 3], colour: 'blue', width: 2, dashed: true },
    { kind: 'drawing', at, inner: '<circle r="3"/>', viewBox: '0 0 50 8' },
  )
  expect(svg).toContain('<rect x="10" y="20" width="100" height="16" rx="4" fill="red"/>')
  expect(svg).toContain('<line x1="0" y1="1" x2="2" y2="3" stroke="blue" stroke-width="2" stroke-dasharray="4 3"/>')
  expect(svg).toContain('<svg x="10" y="20" width="100" height="16" viewBox="0 0 50 8" overflow="visible"><circle r="3"/></svg>')
})
