/** The files of an extract, most often one, and how each is read. */
import type { Dialect } from '../domain/csv/dialect'
import type { Mapping } from '../domain/csv/mapping'
import type { ByteSource } from './byte-source'

/** A file among several that are given together. */
export interface NamedFile<File extends ByteSource = ByteSource> {
  readonly name: string
  readonly file: File
}

/** A file of an extract under its own dialect and mapping. */
export interface ExtractPart<File extends ByteSource = ByteSource> extends NamedFile<File> {
  readonly dialect: Dialect
  readonly mapping: Mapping
}
