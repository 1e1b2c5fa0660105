/** Several files as one extract: which layout is in hand, and what the engine is given. */
import { inReadingOrder, mappingOfFile } from '../domain/csv/propose-group'
import type { ExtractPart } from '../engine/extract-parts'
import type { AppState, FileGroup, NamedBlob } from './app-state'

/** The state in which layout `at` of the group is looked at. */
export function layoutInHand(group: FileGroup, at: number): Pick<AppState, 'group' | 'proposal' | 'mapping' | 'answers'> {
  return { group: { ...group, at }, proposal: group.layouts[at]?.proposal ?? null, mapping: group.mappings[at] ?? null, answers: {} }
}

/** The files with their dialects and mappings, in the order in which they are read. */
export function partsOf(files: readonly NamedBlob[], { layouts, mappings }: FileGroup): readonly ExtractPart<Blob>[] {
  const placed = layouts.flatMap((layout, at) => layout.files.map((file) => ({ ...file, mapping: mappingOfFile(mappings[at] ?? layout.proposal.mapping, file) })))
  return inReadingOrder(placed).flatMap(({ file, name, dialect, mapping }) => {
    const blob = files[file]?.blob
    return blob ? [{ name, file: blob, dialect, mapping }] : []
  })
}
