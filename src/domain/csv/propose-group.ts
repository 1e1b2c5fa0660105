/** Several files that are given together: which belong under one mapping, and in which order they are read. */
import type { Dialect } from './dialect'
import type { FieldName } from './fields'
import type { Mapping, MappingProposal } from './mapping'
import { firstPlausibleDay, lastPlausibleDay, parseDate } from './parse-date'
import type { Fault, Outcome } from './problems'
import { columnNamed, type HeadRecords, proposeFor, readHead, sampleRecords } from './propose-mapping'
import { isRejectColumn } from './reject-columns'

/** The beginning of one of the files. */
export interface FileHead {
  readonly name: string
  readonly head: Uint8Array
  readonly totalBytes: number
}

/** A file under the mapping of its layout. */
export interface PlacedFile {
  /** 0-based ordinal among the files as they were given. */
  readonly file: number
  readonly name: string
  readonly dialect: Dialect
  /** For each column of the layout, its column in this file. */
  readonly columns: readonly number[]
  /** The latest day that its beginning has; 0 where it has none. */
  readonly latestDay: number
  /** Rows that were handed back for mending. */
  readonly mended: boolean
}

/** Files that have the same headers, in whatever order, and the one mapping for all of them. */
export interface Layout {
  readonly proposal: MappingProposal
  readonly files: readonly PlacedFile[]
}

interface Read extends HeadRecords {
  readonly file: number
  readonly name: string
}

/**
 * One layout for each set of headers, in the order of the files. Within a layout all files are
 * judged together, so that what one day leaves open, such as the order of day and month, the days of
 * the other files settle. Columns that we added to rows handed back for mending do not count.
 *
 * A fault names its file: an extract is read as a whole or not at all.
 *
 * @param heads at least one
 * @param overrides columns chosen by header, as on the command line: each counts in the layouts that have its header
 */
export function proposeGroup(heads: readonly FileHead[], overrides: ReadonlyMap<FieldName, string> = new Map()): Outcome<readonly Layout[]> {
  const layouts = new Map<string, Read[]>()
  for (const [file, { name, head, totalBytes }] of heads.entries()) {
    const read = readHead(head, totalBytes)
    if (!read.ok) return { ok: false, fault: inFile(read.fault, name, heads.length) }
    const key = JSON.stringify(namesOf(read.value.headers).toSorted())
    layouts.set(key, [...(layouts.get(key) ?? []), { ...read.value, file, name }])
  }
  const proposed: Layout[] = []
  for (const files of layouts.values()) {
    const layout = proposeLayout(files, overridesOf(files, [...layouts.values()], overrides))
    if (!layout.ok) return { ok: false, fault: inFile(layout.fault, files.map(({ name }) => name).join(', '), heads.length) }
    proposed.push(layout.value)
  }
  return { ok: true, value: proposed }
}

/** What of the overrides is for these files; a header that no file has stays, so that it is refused. */
function overridesOf(files: readonly Read[], layouts: readonly (readonly Read[])[], overrides: ReadonlyMap<FieldName, string>): ReadonlyMap<FieldName, string> {
  const has = ([first]: readonly Read[], wanted: string) => columnNamed(first?.headers ?? [], wanted) >= 0
  return new Map([...overrides].filter(([, wanted]) => has(files, wanted) || !layouts.some((layout) => has(layout, wanted))))
}

function proposeLayout(files: readonly Read[], overrides: ReadonlyMap<FieldName, string>): Outcome<Layout> {
  const [first] = files
  const placings = files.map(({ headers }) => columnsOf(first!.headers, headers))
  const share = Math.ceil(sampleRecords / files.length)
  const data = files.flatMap(({ data: records }, at) => records.slice(0, share).map((cells) => placings[at]!.map((column) => cells[column] ?? '')))
  const outcome = proposeFor({ dialect: first!.dialect, headers: first!.headers, data }, overrides)
  if (!outcome.ok) return outcome
  const { mapping, headers } = outcome.value
  const dateHeader = headers[mapping.columns.date ?? -1]
  const placed = files.map(
    (file, at): PlacedFile => ({
      file: file.file,
      name: file.name,
      dialect: file.dialect,
      columns: placings[at]!,
      latestDay: latestDayOf(file, dateHeader, mapping.dateOrder),
      mended: file.headers.some(isRejectColumn),
    }),
  )
  return { ok: true, value: { proposal: outcome.value, files: placed } }
}

function namesOf(headers: readonly string[]): readonly string[] {
  return headers.map((header) => header.trim()).filter((header) => !isRejectColumn(header))
}

/** For each header, the column of `there` that has it, the second of two equal ones for the second; -1 where there is none. */
export function columnsOf(headers: readonly string[], there: readonly string[]): readonly number[] {
  const taken = new Set<number>()
  return headers.map((header) => {
    const column = there.findIndex((name, at) => !taken.has(at) && name.trim() === header.trim())
    taken.add(column)
    return column
  })
}

/** The mapping of a layout, as it reads one of its files. */
export function mappingOfFile(mapping: Mapping, { columns }: PlacedFile): Mapping {
  const placed = Object.entries(mapping.columns).flatMap(([field, column]) => {
    const there = columns[column] ?? -1
    return there < 0 ? [] : [[field, there] as const]
  })
  return { ...mapping, columns: Object.fromEntries(placed) }
}

/**
 * The order in which files are read, of which the later one stands where two state the same day:
 * by their latest days, then by their names (`day2` before `day10`); rows that were mended come last.
 */
export function inReadingOrder<File extends Pick<PlacedFile, 'latestDay' | 'mended' | 'name'>>(files: readonly File[]): readonly File[] {
  const byName = new Intl.Collator('en', { numeric: true })
  return files.toSorted((a, b) => Number(a.mended) - Number(b.mended) || a.latestDay - b.latestDay || byName.compare(a.name, b.name))
}

/** The latest day that the beginning of a file has; 0 where it has none. */
function latestDayOf({ headers, data }: HeadRecords, dateHeader: string | undefined, order: Mapping['dateOrder']): number {
  const column = headers.findIndex((header) => header.trim() === dateHeader?.trim())
  let latest = 0
  for (const cells of data) {
    const day = parseDate(cells[column] ?? '', order)
    if (day >= firstPlausibleDay && day <= lastPlausibleDay && day > latest) latest = day
  }
  return latest
}

function inFile(fault: Fault, name: string, files: number): Fault {
  return files > 1 ? { ...fault, sentence: `${name}: ${fault.sentence}` } : fault
}
