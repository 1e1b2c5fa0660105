/** The columns that we add to rows which are handed back for mending; a mended file may still have them. */
export const rejectColumns = ['reject_file', 'reject_line', 'reject_column', 'reject_problem'] as const

/** Is this header one of ours, which feeds no field? */
export function isRejectColumn(header: string): boolean {
  return rejectColumns.some((name) => name === header.trim())
}
