/** Settles what feeds a pipeline and where its probability stands, or refuses it with the reason. */
import { fields, fieldNamed, type FieldName } from '../csv/fields'
import { headerTrust } from '../csv/match-columns'
import { certainFrom } from '../csv/mapping'
import { featureNames } from '../features/catalog'
import type { ModelFault } from '../scoring/model-faults'
import type { Checked } from '../scoring/read-model-files'
import type { GraphSignature, GraphValue } from './onnx-signature'
import { classesCount, columnsCount, columnsOfNone, columnsUnnamed, inputsUnknown, noInputs, noProbability, outputMissing, outputUnclear, readsLabel, rowsFixed, typeUnfit, typeUnknown, weightsElsewhere, wordLabels, zipMapped } from './pipeline-faults'
import type { PipelineManifest } from './pipeline-manifest'
import type { ColumnSource, InputType, PipelineColumn, PipelineInput, PipelineSpec } from './pipeline-spec'

const inputTypes: readonly string[] = ['float32', 'float64', 'int64', 'int32', 'bool', 'string'] satisfies readonly InputType[]
const features: ReadonlySet<string> = new Set(featureNames)

type Refusal = { readonly ok: false; readonly fault: ModelFault }
const refuse = (fault: ModelFault): Refusal => ({ ok: false, fault })

/** @param model what sentences call it */
export function settlePipeline(model: string, { inputs, outputs, weightsIn }: GraphSignature, manifest: PipelineManifest): Checked<Pick<PipelineSpec, 'inputs' | 'output'>> {
  if (weightsIn !== null) return refuse(weightsElsewhere(model, weightsIn))
  if (inputs.length === 0) return refuse(noInputs(model))
  const ofNone = columnsByInput(manifest).find((input) => !inputs.some(({ name }) => name === input))
  if (ofNone !== undefined) return refuse(columnsOfNone(model, ofNone, inputs))
  const settled: PipelineInput[] = []
  const unknown: string[] = []
  for (const input of inputs) {
    const { name } = input
    const type = inputTypeOf(input)
    const rank = input.shape?.length ?? 2
    if (type === null || (rank !== 1 && rank !== 2)) return refuse(typeUnknown(model, input))
    if (input.shape?.[0] != null) return refuse(rowsFixed(model, name, input.shape[0]))
    const names = columnNames(model, input, inputs.length, manifest)
    if (!names.ok) return names
    const columns: PipelineColumn[] = []
    for (const column of names.value) {
      const source = sourceNamed(manifest.inputs?.[column] ?? column)
      if (source === null) unknown.push(column)
      else if (source.kind === 'field' && source.field === 'phantom') return refuse(readsLabel(model, column))
      else if (!canBe(source, type)) return refuse(typeUnfit(model, column, source.kind === 'field' ? fieldNamed(source.field).label : column, type))
      else columns.push({ name: column, source })
    }
    settled.push({ name, type, rank, columns })
  }
  if (unknown.length > 0) return refuse(inputsUnknown(model, unknown))
  const output = outputOf(model, outputs, manifest.output)
  return output.ok ? { ok: true, value: { inputs: settled, output: output.value } } : output
}

function inputTypeOf({ type }: GraphValue): InputType | null {
  return inputTypes.includes(type ?? '') ? (type as InputType) : null
}

/** Inputs whose columns model.json names one by one. */
const columnsByInput = ({ columns }: PipelineManifest): readonly string[] => (columns && !Array.isArray(columns) ? Object.keys(columns) : [])

/** Names of the columns of an input: its own where it takes one, those of model.json where it takes several. */
function columnNames(model: string, { name, shape }: GraphValue, inputs: number, { columns }: PipelineManifest): Checked<readonly string[]> {
  const width = shape?.length === 1 ? 1 : (shape?.[1] ?? null)
  // A list alone is that of the one tensor of all columns. Of several inputs each is one column under its own name, unless told otherwise.
  const told = Array.isArray(columns) ? (inputs === 1 ? columns : undefined) : columns?.[name]
  if (told) return width === null || width === told.length ? { ok: true, value: told } : refuse(columnsCount(model, name, width, told.length))
  if (width === 1 || (width === null && inputs > 1)) return { ok: true, value: [name] }
  return refuse(columnsUnnamed(model, name, width, inputs))
}

/** A field by its very name, one of our features by its, or a field as extracts call it; null: none that is certain. Two features are called like the field that they repeat, and the field it is. */
export function sourceNamed(name: string): ColumnSource | null {
  const field = fields.find((one) => one.name === name)?.name ?? (features.has(name) ? null : fieldCalled(name))
  if (field !== null) return { kind: 'field', field }
  return features.has(name) ? { kind: 'feature', feature: name } : null
}

function fieldCalled(name: string): FieldName | null {
  const trusted = fields.map((field) => ({ field: field.name, trust: headerTrust(name, field.name) })).filter(({ trust }) => trust >= certainFrom)
  trusted.sort((a, b) => b.trust - a.trust)
  const [best, next] = trusted
  return best && best.trust > (next?.trust ?? 0) ? best.field : null
}

/** Numbers can be text; text, and a day, can be no number. Identifiers that are digits can. */
function canBe(source: ColumnSource, type: InputType): boolean {
  if (type === 'string' || source.kind === 'feature') return true
  const { kind } = fieldNamed(source.field)
  return kind !== 'text' && kind !== 'date'
}

/** The output with the probabilities. A label beside it is not read. */
function outputOf(model: string, outputs: readonly GraphValue[], wanted: string | undefined): Checked<string> {
  const isFloat = ({ type }: GraphValue) => type === 'float32' || type === 'float64'
  if (wanted !== undefined && !outputs.some(({ name }) => name === wanted)) return refuse(outputMissing(model, wanted))
  const possible = wanted === undefined ? outputs : outputs.filter(({ name }) => name === wanted)
  const tables = possible.filter(isFloat)
  const mapped = possible.find(({ kind }) => kind === 'other')
  const spoken = tables.length > 1 ? tables.filter(({ name }) => /prob/i.test(name)) : tables
  if (tables.length === 0) return refuse(mapped ? zipMapped(model, mapped.name) : noProbability(model, outputs))
  const [chosen, ...others] = spoken
  if (!chosen || others.length > 0) return refuse(outputUnclear(model, tables))
  const width = chosen.shape?.length === 2 ? chosen.shape[1] : 1
  if (width != null && width > 2) return refuse(classesCount(model, chosen.name, width))
  const words = outputs.find((one) => one.type === 'string')
  if (width === 2 && words) return refuse(wordLabels(model, words.name))
  return { ok: true, value: chosen.name }
}
