import { describe, expect, it } from 'vitest'
import { featureCatalog, featureCount, featureNames } from './catalog'

describe('featureCatalog', () => {
  it('names every feature once', () => {
    expect(new Set(featureNames).size).toBe(featureCount)
  })

  it('holds the features that users of the reference know by name', () => {
    for (const name of ['DailyBOH', 'sales_gap', 'forecast_gap', 'inventory_discrepancy', 'stock_ratio_7', 'stock_ratio_14', 'stock_ratio_28', 'day_of_week', 'is_weekend']) {
      expect(featureNames).toContain(name)
    }
  })

  it('gives every feature a formula, a source and plain words that name no column', () => {
    for (const spec of featureCatalog) {
      expect(spec.formula.length, spec.name).toBeGreaterThan(5)
      expect(spec.sources.length, spec.name).toBeGreaterThan(0)
      expect(spec.phrase, spec.name).not.toMatch(/[_{}]|[a-z][A-Z]/)
    }
  })
})
