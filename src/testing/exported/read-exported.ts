/** Pipelines as other projects' exporters write them, and what their own libraries say of the rows of a small extract. */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

const schema = z.object({
  format_version: z.literal(1),
  made_with: z.record(z.string(), z.string()),
  /** By folder, one a row of extract.csv; null: the library gives none. */
  scores: z.record(z.string(), z.array(z.number().nullable())),
})

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** The folder above all of them, as a user may choose it. */
export const exportedFolders = here('.')

/** The extract as text. */
export const exportedExtract = () => readFileSync(here('extract.csv'), 'utf8')

export const exportedScores = () => schema.parse(JSON.parse(readFileSync(here('scores.json'), 'utf8'))).scores

/** The files of a folder, by name. */
export function exportedFolder(name: string): readonly { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }[] {
  return readdirSync(here(name)).map((file) => ({ name: file, bytes: new Uint8Array(readFileSync(here(`${name}/${file}`))) }))
}
