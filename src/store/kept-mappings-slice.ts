/** Lists the mappings that this browser keeps, and lets go of them. */
import { headerFingerprint } from '../domain/csv/remembered-mapping'
import type { KeptMappingsActions } from './kept-mappings-state'
import type { StoreContext } from './store-context'
import { mappingNotForgotten } from './store-faults'

export function createKeptMappingsSlice({ surroundings: { mappingKeeper }, get, set }: StoreContext): KeptMappingsActions {
  const lookUpKeptMappings = () => set({ keptMappings: mappingKeeper?.all() ?? [] })

  /** What is kept no longer is no longer the memory that the file in hand was read by. */
  function afterForgetting(done: boolean): void {
    lookUpKeptMappings()
    if (!done) { set({ notice: mappingNotForgotten }); return; }
    const { proposal, keptMappings } = get()
    const stands = keptMappings.some(({ headers }) => headerFingerprint(headers) === headerFingerprint(proposal?.headers ?? []))
    if (!stands) set({ recalledFrom: null })
  }

  return {
    lookUpKeptMappings,
    forgetMapping: (headers) => afterForgetting(mappingKeeper?.forget(headers) ?? true),
    forgetAllMappings: () => afterForgetting(mappingKeeper?.forgetAll() ?? true),
  }
}
