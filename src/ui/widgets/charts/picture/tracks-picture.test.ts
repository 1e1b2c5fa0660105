import { expect, it } from 'vitest'
import type { TableRow } from '../../measured-table'
import { pictureSvg } from './picture-svg'
import { tracksPicture } from './tracks-picture'

const picture = { name: 'Shares', scale: { from: 0, to: 1 }, format: String, legend: [{ name: 'precision', colour: 'red', shape: 'dot' }] } as const
const row = (change: Partial<TableRow>): TableRow => ({ key: 'a', name: 'A', cells: [], marks: [], ...change })
const boxes = (rows: readonly TableRow[]) => tracksPicture(rows, picture).marks.filter((mark) => mark.kind === 'box')
const lines = (rows: readonly TableRow[], colour: string) => tracksPicture(rows, picture).marks.flatMap((mark) => (mark.kind === 'line' && mark.colour === colour ? [mark] : []))

it('sets a mark in proportion between the ends, with its interval about it', () => {
  const mark = { key: 'p', value: 0.5, low: 0.25, high: 1, colour: 'blue', shape: 'dot' } as const
  const [line] = lines([row({ marks: [mark] })], 'blue')
  const grid = lines([row({ marks: [mark] })], 'var(--chart-grid)').map(({ from }) => from[0])
  expect([line!.from[0], line!.to[0]]).toEqual([grid[1], grid[4]])
  const dot = boxes([row({ marks: [mark] })]).find(({ fill }) => fill === 'blue')!
  expect(dot.at.x + dot.at.width / 2).toBe(grid[2])
})

it('draws no interval where there is none, and holds what lies outside at the end', () => {
  const mark = { key: 'p', value: 1.4, colour: 'blue', shape: 'tick' } as const
  expect(lines([row({ marks: [mark] })], 'blue')).toEqual([])
  const tick = boxes([row({ marks: [mark] })]).find(({ fill }) => fill === 'blue')!
  expect(tick.at.x + tick.at.width / 2).toBe(lines([row({})], 'var(--chart-grid)').at(-1)!.from[0])
})

it('gives every mark a lane of its own and every row its place', () => {
  const mark = (key: string, shape: 'dot' | 'ring' | 'tick') => ({ key, value: 0.5, colour: key, shape })
  const rows = [row({ marks: [mark('a', 'dot'), mark('b', 'ring'), mark('c', 'tick')] }), row({ key: 'b', marks: [mark('d', 'dot')] })]
  const heights = ['a', 'b', 'c', 'd'].map((colour) => boxes(rows).find(({ fill }) => fill === colour)!.at).map(({ y, height }) => y + height / 2)
  expect(heights).toEqual([...heights].sort((x, y) => x - y))
  expect(new Set(heights).size).toBe(4)
  expect(tracksPicture(rows, picture).height).toBeGreaterThan(heights[3]!)
})

it('says a row’s note where it has no marks, and shortens a name that finds no room', () => {
  const svg = pictureSvg('Shares', tracksPicture([row({ name: 'A very long name of a store that nobody could ever read', note: 'Too few.' })], picture))
  expect(svg).toContain('>Too few.</text>')
  expect(svg).toMatch(/>A very long name of a store that no…<\/text>/)
})
