/** The settled mappings that this browser keeps, one a set of headers. */
import type { RememberedMapping } from '../domain/csv/remembered-mapping'

export interface KeptMappingsState {
  /** As the browser had them when they were last looked up, the latest settled first. */
  readonly keptMappings: readonly RememberedMapping[]
}

export interface KeptMappingsActions {
  /** Asks the browser what it keeps; other tabs may have changed it. */
  readonly lookUpKeptMappings: () => void
  /** Forgets the mapping that is kept for files with these headers; the one in hand stays in use. */
  readonly forgetMapping: (headers: readonly string[]) => void
  /** Forgets all that are kept; the one in hand stays in use. */
  readonly forgetAllMappings: () => void
}

export const noKeptMappings: KeptMappingsState = { keptMappings: [] }
