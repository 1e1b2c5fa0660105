import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative, sep } from 'node:path'
import { expect, test } from 'vitest'
import { domainDoors, doors, typeDoors } from '../../tools/rooms.mjs'

const src = join(import.meta.dirname, '..')
const open: Record<string, readonly string[]> = doors
const openForTypes: Record<string, readonly string[]> = typeDoors
const openInDomain: Record<string, readonly string[]> = domainDoors

interface Import {
  readonly from: string
  readonly to: string
  readonly typeOnly: boolean
}

/** Every relative import of the app's own files (tests join rooms on purpose), as paths below src. */
function importsOf(file: string): Import[] {
  const text = readFileSync(join(src, file), 'utf8')
  const found = text.matchAll(/^\s*(?:import|export)\s+(type\s)?[^'"]*?from\s+['"](\.[^'"]+)['"]|\bimport\(\s*['"](\.[^'"]+)['"]\s*\)|new URL\(\s*['"](\.[^'"]+)['"]/gm)
  return [...found].map((match) => ({
    from: file,
    to: relative(src, normalize(join(src, dirname(file), (match[2] ?? match[3] ?? match[4])!))),
    typeOnly: match[1] !== undefined,
  }))
}

const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
const imports = files.flatMap(importsOf)

/** An import is closed when no door leads from its room to the other. */
function isClosed({ from, to, typeOnly }: Import): boolean {
  const [room, inner] = from.split(sep)
  const [target, targetInner] = to.split(sep)
  // Files at the top of src (main.tsx) join all rooms; that is what they are for.
  if (!from.includes(sep) || !room || !target || target === '..') return false
  if (room !== target) return !(open[room]?.includes(target) ?? false) && !(typeOnly && (openForTypes[room]?.includes(target) ?? false))
  if (room !== 'domain' || inner === targetInner) return false
  return !(openInDomain[inner!]?.includes(targetInner!) ?? false)
}

test('arrows between rooms go one way only', () => {
  expect(imports.length).toBeGreaterThan(20)
  expect(imports.filter(isClosed)).toEqual([])
})

test('a closed door is noticed', () => {
  expect(isClosed({ from: join('domain', 'table', 'a.ts'), to: join('engine', 'b'), typeOnly: false })).toBe(true)
  expect(isClosed({ from: join('domain', 'table', 'a.ts'), to: join('domain', 'csv', 'b'), typeOnly: false })).toBe(true)
  expect(isClosed({ from: join('store', 'a.ts'), to: join('engine', 'b'), typeOnly: false })).toBe(true)
  expect(isClosed({ from: join('store', 'a.ts'), to: join('engine', 'b'), typeOnly: true })).toBe(false)
})

test('one file alone imports the ONNX runtime', () => {
  // The address of its .wasm file (`?url`) is a text, not the runtime.
  const users = files.filter((file) => /from\s+['"]onnxruntime-web[^'"?]*['"]/.test(readFileSync(join(src, file), 'utf8')))
  expect(users).toHaveLength(1)
  expect(users[0]!.startsWith(`engine${sep}`)).toBe(true)
})
