/** `model.json` and `threshold.json`, from text to checked values. */
import { z } from 'zod'
import { fileCorrupt, type ModelFault } from './model-faults'
import { manifestVersion, type ModelManifest, type ThresholdFile } from './model-manifest'

export type Checked<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly fault: ModelFault }

const probability = z.number().min(0).max(1)
const estimate = z.object({ value: z.number(), low: z.number(), high: z.number() })

const manifestSchema = z.object({
  format_version: z.literal(manifestVersion),
  id: z.string().regex(/^[a-z0-9_-]{1,40}$/i),
  name: z.string().min(1),
  reads: z.enum(['rows', 'series']),
  input: z.string().min(1),
  output: z.string().min(1),
  features: z.array(z.string().min(1)).min(1),
  graph: z.object({
    file: z.literal('pipeline.onnx'),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    bytes: z.number().int().positive(),
  }),
  trained: z.object({
    seed: z.number(),
    data_version: z.string(),
    code_version: z.string(),
    rows: z.number().int().nonnegative(),
    positives: z.number().int().nonnegative(),
  }),
  metrics: z.object({
    precision: estimate,
    recall: estimate,
    f1: estimate,
    auc: estimate,
    average_precision: estimate,
    calibration_error: estimate,
  }),
  calibration: z.array(z.object({ mean_probability: probability, observed_rate: probability, rows: z.number().int().nonnegative() })),
  feature_quantiles: z.record(
    z.string(),
    z.object({ deciles: z.array(z.number()), missing: probability, at_or_below: z.array(probability).optional(), psi_of_worlds: z.number().nonnegative().optional() }),
  ),
})

const thresholdSchema = z.looseObject({ precision_floor_threshold: probability, precision_floor: probability })
/** Of other projects, the threshold alone is asked; a floor of 0 promises nothing. */
const looseThresholdSchema = z.looseObject({ precision_floor_threshold: probability, precision_floor: probability.default(0) })

function readJson<Value>(model: string, file: string, text: string, schema: z.ZodType<Value>): Checked<Value> {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { ok: false, fault: fileCorrupt(model, file, 'is not readable JSON') }
  }
  const read = schema.safeParse(json)
  if (read.success) return { ok: true, value: read.data }
  const issue = read.error.issues[0]
  const place = issue && issue.path.length > 0 ? `at ${issue.path.join('.')}: ` : ''
  return { ok: false, fault: fileCorrupt(model, file, `does not follow its format (${place}${issue?.message ?? 'unreadable'})`) }
}

/** `model.json` of the folder called `model`; refused where the format is not the one of this version. */
export function readManifest(model: string, text: string): Checked<ModelManifest> {
  return readJson(model, 'model.json', text, manifestSchema)
}

/** `threshold.json` of the folder called `model`. Keys that we do not know are kept as notes. */
export function readThreshold(model: string, text: string): Checked<ThresholdFile> {
  return readJson(model, 'threshold.json', text, thresholdSchema)
}

/** The same of another project's pipeline, which need not say for which precision it was chosen. */
export function readLooseThreshold(model: string, text: string): Checked<ThresholdFile> {
  return readJson(model, 'threshold.json', text, looseThresholdSchema)
}
