/** Why another project's pipeline is refused, with what to export instead. */
import type { ModelFault } from '../scoring/model-faults'
import type { GraphValue } from './onnx-signature'

const misfit = (model: string, what: string, advice: string): ModelFault => ({ code: 'pipeline-misfit', sentence: `The pipeline "${model}" does not fit: ${what}.`, advice })

const named = (names: readonly string[]) => `${names.slice(0, 5).map((name) => `"${name}"`).join(', ')}${names.length > 5 ? ` and ${names.length - 5} more` : ''}`

export function notOnnx(model: string): ModelFault {
  return misfit(model, 'pipeline.onnx is not an ONNX model', 'Export it again, and copy the file as it is.')
}

export function inputsUnknown(model: string, names: readonly string[]): ModelFault {
  return misfit(
    model,
    `it reads ${named(names)}, which ${names.length === 1 ? 'is' : 'are'} neither a column that an extract can have nor one of our features`,
    'Say in model.json what they are, as in {"inputs": {"their_name": "units_sold"}}, or train the pipeline on columns of the extract. The fields and features are listed in the README.',
  )
}

export function readsLabel(model: string, name: string): ModelFault {
  return misfit(model, `it reads "${name}", the truth that it is to find`, 'Train it without the label among its inputs.')
}

export function typeUnknown(model: string, { name, type }: Pick<GraphValue, 'name' | 'type'>): ModelFault {
  return misfit(model, `its input "${name}" takes ${type ?? 'something else than a tensor'}`, 'Inputs can be float, double, int64 or string tensors, one a column: [None, 1].')
}

export function typeUnfit(model: string, name: string, field: string, type: string): ModelFault {
  return misfit(model, `its input "${name}" wants ${field} as ${type}, and that is text here`, `Export that input as a string tensor: ("${name}", StringTensorType([None, 1])).`)
}

/** A tensor of several columns that nothing names. */
export function columnsUnnamed(model: string, name: string, width: number | null): ModelFault {
  return misfit(
    model,
    `its input "${name}" takes ${width ?? 'several'} numbers a row, and nothing says which they are`,
    'Put a model.json beside it that names them in order: {"columns": ["on_hand", "units_sold", ...]}. If it is one that our training wrote, its own model.json is missing.',
  )
}

export function columnsCount(model: string, name: string, width: number, given: number): ModelFault {
  return misfit(model, `its input "${name}" takes ${width} numbers a row, and model.json names ${given}`, 'Name each of them once, in the order in which the pipeline was trained.')
}

export function noInputs(model: string): ModelFault {
  return misfit(model, 'its graph has no input', 'Export it again with its inputs.')
}

export function zipMapped(model: string, name: string): ModelFault {
  return misfit(
    model,
    `its output "${name}" is a list of dictionaries, not a tensor`,
    "Export it without ZipMap: to_onnx(model, ..., options={'zipmap': False}), or zipmap=False in onnxmltools.",
  )
}

export function noProbability(model: string, outputs: readonly GraphValue[]): ModelFault {
  return misfit(
    model,
    `none of its outputs (${named(outputs.map(({ name }) => name))}) is a table of probabilities`,
    'It must give a float tensor [None, 1] or [None, 2]: the probability of phantom, or of each of two classes, phantom second. A label alone cannot be tuned.',
  )
}

export function outputUnclear(model: string, outputs: readonly GraphValue[]): ModelFault {
  return misfit(model, `several of its outputs could be the probabilities (${named(outputs.map(({ name }) => name))})`, 'Name the right one in model.json: {"output": "probabilities"}.')
}

export function outputMissing(model: string, name: string): ModelFault {
  return misfit(model, `model.json names the output "${name}", which the graph does not have`, 'Correct the name in model.json.')
}

export function classesCount(model: string, name: string, width: number): ModelFault {
  return misfit(model, `its output "${name}" has ${width} classes`, 'It must know two classes, phantom second, or give the probability of phantom alone.')
}

export function wordLabels(model: string, name: string): ModelFault {
  return misfit(model, `its classes are words (output "${name}"), so that nothing says which of them is phantom`, 'Train it with 1 for phantom and 0 for not.')
}
