import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { featureCount, featureNames } from '../features/catalog'
import { coalitionCount, fillCoalitions, groupsRead, overAllGroups } from './coalitions'
import { evidenceGroups, groupOfFeature } from './evidence-groups'
import { typicalRow } from './typical-row'

const someColumns = fc.uniqueArray(fc.nat(featureCount - 1), { minLength: 1, maxLength: 30 }).map((columns) => Int32Array.from(columns))

describe('coalitions of evidence', () => {
  it('every feature stands in one group', () => {
    expect(groupOfFeature).toHaveLength(featureCount)
    for (const group of groupOfFeature) expect(group).toBeLessThan(evidenceGroups.length)
    const families = evidenceGroups.flatMap((group) => group.families)
    expect(new Set(families).size).toBe(families.length)
  })

  it('a coalition shows its own groups as they are, the others as typical', () => {
    fc.assert(
      fc.property(someColumns, fc.integer({ min: 1, max: 3 }), (columns, steps) => {
        const groups = groupsRead(columns)
        const values = Float32Array.from({ length: steps * featureCount }, (_, i) => i + 1)
        const typical = Float32Array.from(columns, (_, j) => -1 - j)
        const count = 1 << groups.length
        const out = new Float32Array(count * steps * columns.length)
        fillCoalitions({ values, width: featureCount, columns, typical, groups }, 0, count, out)
        for (let coalition = 0; coalition < count; coalition++) {
          for (let step = 0; step < steps; step++) {
            columns.forEach((column, j) => {
              const isIn = ((coalition >> groups.indexOf(groupOfFeature[column]!)) & 1) === 1
              const shown = out[(coalition * steps + step) * columns.length + j]
              expect(shown).toBe(isIn ? values[step * featureCount + column] : typical[j])
            })
          }
        }
      }),
    )
  })

  it('groups that a model does not read change nothing', () => {
    fc.assert(
      fc.property(someColumns, (columns) => {
        const groups = groupsRead(columns)
        const values = Float32Array.from({ length: 1 << groups.length }, (_, i) => i)
        const all = overAllGroups(values, groups)
        expect(all).toHaveLength(coalitionCount)
        expect(all.at(-1)).toBe(values.at(-1))
        for (let group = 0; group < evidenceGroups.length; group++) {
          if (groups.includes(group)) continue
          for (let coalition = 0; coalition < coalitionCount; coalition++) expect(all[coalition]).toBe(all[coalition & ~(1 << group)])
        }
      }),
    )
  })
})

describe('the typical row', () => {
  const deciles = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
  it('holds medians; what most rows miss, or nobody knows, is missing', () => {
    const [often, rarely, unknown] = featureNames
    const row = typicalRow({
      features: [often!, rarely!, unknown!],
      feature_quantiles: { [often!]: { deciles, missing: 0.5 }, [rarely!]: { deciles, missing: 0.51 } },
    })
    expect([...row]).toEqual([5, NaN, NaN])
  })
})
