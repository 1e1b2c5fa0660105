/** The `model.json` of another project's pipeline: all of it may be left out. Format: CHANGELOG.md. */
import { z } from 'zod'
import type { Checked } from '../scoring/read-model-files'
import { manifestUnfit } from './pipeline-faults'

export const pipelineVersion = 1

const columnList = z.array(z.string().min(1)).min(1)

const schema = z.object({
  format_version: z.literal(pipelineVersion).optional(),
  id: z
    .string()
    .regex(/^[a-z0-9_-]{1,40}$/i)
    .optional(),
  name: z.string().min(1).max(60).optional(),
  /** Names of the columns of its one input, in order; or by input, where it has several of several columns. */
  columns: z.union([columnList, z.record(z.string(), columnList)]).optional(),
  /** What a column is here, by the pipeline's name for it: a field of the extract or a feature. */
  inputs: z.record(z.string(), z.string()).optional(),
  /** Name of the output with the probabilities. */
  output: z.string().min(1).optional(),
})

export type PipelineManifest = z.infer<typeof schema>

/** Is this a manifest of another project's pipeline? Ours always lists features and a graph. */
export function isPipelineManifest(text: string): boolean {
  try {
    const json: unknown = JSON.parse(text)
    return typeof json === 'object' && json !== null && !('features' in json) && !('graph' in json)
  } catch {
    return false
  }
}

/** @param model what sentences call the pipeline */
export function readPipelineManifest(model: string, text: string): Checked<PipelineManifest> {
  const read = schema.safeParse(JSON.parse(text))
  if (read.success) return { ok: true, value: read.data }
  const issue = read.error.issues[0]
  return { ok: false, fault: manifestUnfit(model, issue ? `at ${issue.path.join('.')}: ${issue.message}` : 'unreadable') }
}
