import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { featureCount, featureNames } from '../domain/features/catalog'
import { rules } from '../domain/rules/catalog'

const command = [join('node_modules', 'tsx', 'dist', 'cli.mjs'), join('src', 'cli', 'features.ts')]
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'features-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

describe('npm run features', () => {
  it('writes a row of features and an index row for every day, filled days included', () => {
    const day = (n: number) => new Date(Date.UTC(2025, 0, 1 + n)).toISOString().slice(0, 10)
    const lines = Array.from({ length: 40 }, (_, n) => n)
      .filter((n) => n !== 17)
      .flatMap((n) => [`${day(n)},S1,0001,${60 - n},1,0`, `${day(n)},S2,0001,0,0,${n === 39 ? 1 : 0}`])
    writeFileSync(join(folder, 'small.csv'), `date,store_id,sku_id,on_hand,units_sold,phantom\n${lines.join('\n')}\n`)

    execFileSync(process.execPath, [...command, folder, join(folder, 'small.csv')], { stdio: 'pipe' })

    const described = JSON.parse(readFileSync(join(folder, 'small.json'), 'utf8')) as { rows: number; features: string[]; index_columns: string[]; skus: string[] }
    expect(described).toMatchObject({ rows: 80, features: featureNames, skus: ['0001'] })
    const bytes = (file: string) => Uint8Array.from(readFileSync(join(folder, file))).buffer
    const features = new Float32Array(bytes('small.features.f32'))
    const index = new Int32Array(bytes('small.index.i32'))
    expect(features.length).toBe(80 * featureCount)
    expect(index.length).toBe(80 * described.index_columns.length)
    const cell = (row: number, name: string) => index[row * described.index_columns.length + described.index_columns.indexOf(name)]
    expect([cell(17, 'record'), cell(17, 'filled'), cell(17, 'label')]).toEqual([-1, 1, -1])
    expect([cell(26, 'candidate'), cell(27, 'candidate')]).toEqual([0, 1])
    expect([cell(79, 'store'), cell(79, 'scored'), cell(79, 'label')]).toEqual([1, 0, 1])
    expect(features[27 * featureCount + featureNames.indexOf('DailyBOH')]).toBe(33)
  })

  it('writes the scores of every rule, one after the other, and says which they are', () => {
    const lines = Array.from({ length: 30 }, (_, n) => `2025-01-${String(n + 1).padStart(2, '0')},A,${9 - Math.min(n, 1)},${n === 1 ? 1 : 0}`)
    writeFileSync(join(folder, 'ruled.csv'), `date,sku_id,on_hand,units_sold\n${lines.join('\n')}\n`)

    execFileSync(process.execPath, [...command, folder, join(folder, 'ruled.csv')], { stdio: 'pipe' })

    const described = JSON.parse(readFileSync(join(folder, 'ruled.json'), 'utf8')) as { rules: { id: string }[] }
    expect(described.rules).toEqual(rules.map(({ id, name, threshold }) => ({ id, name, threshold })))
    const scores = new Float32Array(Uint8Array.from(readFileSync(join(folder, 'ruled.rules.f32'))).buffer)
    expect(scores.length).toBe(30 * rules.length)
    const score = (id: string, row: number) => scores[described.rules.findIndex((rule) => rule.id === id) * 30 + row]
    expect([score('no_sale_28', 1), score('no_sale_28', 29), score('low_record', 0), score('low_record', 29)]).toEqual([0, 28, -9, -8])
    expect(score('velocity_drop', 29)).toBeNaN()
  })

  it('writes what counts say of the close before them, beside the index', () => {
    const lines = ['2025-01-01,A,6,0,', '2025-01-02,A,0,0,0', '2025-01-01,B,6,1,', '2025-01-02,B,5,1,5']
    writeFileSync(join(folder, 'counted.csv'), `date,sku_id,on_hand,units_sold,counted_units\n${lines.join('\n')}\n`)

    execFileSync(process.execPath, [...command, folder, join(folder, 'counted.csv')], { stdio: 'pipe' })

    expect([...new Int8Array(readFileSync(join(folder, 'counted.counts.i8')))]).toEqual([1, -1, 0, -1])
    expect(JSON.parse(readFileSync(join(folder, 'counted.json'), 'utf8'))).toMatchObject({ has_labels: false, has_counts: true, bad_rows: 0 })
  })

  it('ends with 2 and a sentence where a file cannot be read', () => {
    writeFileSync(join(folder, 'empty.csv'), '')
    const { status, stderr } = spawnSync(process.execPath, [...command, folder, join(folder, 'empty.csv')], { encoding: 'utf8' })
    expect(status).toBe(2)
    expect(stderr).toMatch(/empty/i)
    expect(spawnSync(process.execPath, [...command, folder, join(folder, 'nowhere.csv')]).status).toBe(2)
  })
})
