import type { EpochDay } from '../table/extract-table'
import { storeItemKey } from '../table/store-item-key'
import type { Finding } from './finding'

/**
 * Store-items whose record was checked on `day` or within the `days` - 1 days before it, as `storeItemKey`s.
 * A check of a later day says nothing of a list that is made for an earlier one.
 */
export function checkedLately(findings: Iterable<Finding>, day: EpochDay, days: number): ReadonlySet<string> {
  const checked = new Set<string>()
  for (const finding of findings) {
    if (finding.day <= day && finding.day > day - days) checked.add(storeItemKey(finding.store, finding.sku))
  }
  return checked
}
