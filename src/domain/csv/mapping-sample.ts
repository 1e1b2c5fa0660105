/** The records of a head by column, as the mapping is made from them. */
import type { ColumnProfile } from './column-profile'
import { headerTrust, isSpokenFor } from './match-columns'
import type { Mapping } from './mapping'

export interface MappingSample {
  readonly headers: readonly string[]
  /** Texts by column. */
  readonly columns: readonly (readonly string[])[]
  readonly profiles: readonly ColumnProfile[]
  readonly decimal: '.' | ','
}

/** Numbers of which nothing is known: what is still missing may be among them. */
export function unknownNumbers(sample: MappingSample, columnOf: Mapping['columns']): readonly number[] {
  const used = new Set(Object.values(columnOf))
  return sample.headers.flatMap((text, at) => (!used.has(at) && text.trim() !== '' && sample.profiles[at]!.numberShare >= 0.75 && !isSpokenFor(text) ? [at] : []))
}

/** Columns of more than one value that may be the item numbers, where no name says so. */
export function unknownIdentifiers(sample: MappingSample, columnOf: Mapping['columns']): readonly number[] {
  const used = new Set(Object.values(columnOf))
  return sample.headers.flatMap((text, at) => {
    const profile = sample.profiles[at]!
    return !used.has(at) && profile.distinct > 1 && profile.writtenDateShare < 0.5 && headerTrust(text, 'store_id') === 0 ? [at] : []
  })
}
