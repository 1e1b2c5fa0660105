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
  return misfit(model, `its input "${name}" takes ${type ?? 'something else than a tensor'}`, 'Inputs can be float, double, int64, int32, bool or string tensors, one a column: [None, 1].')
}

export function typeUnfit(model: string, name: string, field: string, type: string): ModelFault {
  return misfit(model, `its input "${name}" wants ${field} as ${type}, and that is text here`, `Export that input as a string tensor: ("${name}", StringTensorType([None, 1])).`)
}

/** A tensor of several columns that nothing names. */
export function columnsUnnamed(model: string, name: string, width: number | null, inputs: number): ModelFault {
  return misfit(
    model,
    `its input "${name}" takes ${width ?? 'several'} numbers a row, and nothing says which they are`,
    `Put a model.json beside it that names them in order: ${inputs > 1 ? `{"columns": {"${name}": ["on_hand", "units_sold", ...]}}` : '{"columns": ["on_hand", "units_sold", ...]}'}. If it is one that our training wrote, its own model.json is missing.`,
  )
}

export function columnsCount(model: string, name: string, width: number, given: number): ModelFault {
  return misfit(model, `its input "${name}" takes ${width} numbers a row, and model.json names ${given}`, 'Name each of them once, in the order in which the pipeline was trained.')
}

export function columnsOfNone(model: string, name: string, inputs: readonly Pick<GraphValue, 'name'>[]): ModelFault {
  return misfit(model, `model.json names columns of "${name}", which is no input of the graph`, `Correct the name in model.json: the graph takes ${named(inputs.map((input) => input.name))}.`)
}

export function rowsFixed(model: string, name: string, rows: number): ModelFault {
  return misfit(
    model,
    `its input "${name}" takes exactly ${rows} ${rows === 1 ? 'row' : 'rows'} at a time`,
    'Export it with an open number of rows: [None, 1] in skl2onnx and onnxmltools, dynamic_axes or dynamic_shapes in torch.onnx.export.',
  )
}

export function weightsElsewhere(model: string, file: string): ModelFault {
  return misfit(model, `its weights lie in another file ("${file}")`, 'Export it as one file: torch.onnx.export(..., external_data=False), or onnx.save(model, path, save_as_external_data=False).')
}

export function manifestUnfit(model: string, where: string): ModelFault {
  return misfit(model, `its model.json does not follow its format (${where})`, 'All of it may be left out. It can hold {"name": ..., "columns": [...], "inputs": {"their_name": "units_sold"}, "output": ...}.')
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
  return misfit(model, `several of its outputs could be the probabilities (${named(outputs.map(({ name }) => name))})`, `Name the one for phantom in model.json: {"output": "${outputs.at(-1)?.name ?? ''}"}.`)
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

/** The runtime cannot take the graph or run it. `reason` is its own. */
export function pipelineFails(model: string, reason: string): ModelFault {
  const step = /Could not find an implementation for (\w+)/.exec(reason)?.[1]
  if (step !== undefined || /tensor\(double\)/.test(reason)) {
    return misfit(
      model,
      step === undefined ? 'one of its steps takes no double numbers in ONNX Runtime' : `ONNX Runtime has no "${step}" for numbers of this type`,
      'Mostly that is so with double inputs: export them as float, FloatTensorType([None, 1]). onnxruntime in Python says the same of this file.',
    )
  }
  return misfit(model, `ONNX Runtime cannot run it (${reason.slice(0, 200)})`, 'Open the file with onnxruntime in Python and score two rows: what it says there holds here. Export double inputs as float, and leave out what is no probability.')
}

/** `given` is the value that it gave, NaN for none at all. */
export function noProbabilities(model: string, output: string, given: number): ModelFault {
  const what = Number.isNaN(given) ? 'no number for any row that it was tried on' : `${Number(given.toPrecision(3))} for a row that it was tried on`
  return misfit(
    model,
    `its output "${output}" gave ${what}, and a probability lies between 0 and 1`,
    'Export the probabilities of a classifier. A network that ends in log-odds needs a sigmoid at its end; scores of a regression or of an outlier search are no probabilities.',
  )
}

export function notRowByRow(model: string, reason: string): ModelFault {
  return misfit(
    model,
    `it scores one row, but not several at once (${reason.slice(0, 160)})`,
    'Somewhere inside its graph the number of rows is fixed. Export it with an open one: dynamic_axes or dynamic_shapes in torch.onnx.export, and no reshape to a fixed number of rows.',
  )
}
