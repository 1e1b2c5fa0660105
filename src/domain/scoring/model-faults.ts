/** Why a model folder is refused, in one place: the sentences that the Models screen shows. */

export type ModelFaultCode = 'model-missing' | 'model-corrupt' | 'model-unknown-feature' | 'model-already-here' | 'pipeline-misfit'

export interface ModelFault {
  readonly code: ModelFaultCode
  readonly sentence: string
  readonly advice: string
}

const replaceFolder = 'Put back the four files of the model folder as they were published, or train the model again.'

/** A file of the folder is not there (or the server answered with a page instead). */
export function fileMissing(model: string, file: string): ModelFault {
  return { code: 'model-missing', sentence: `The model "${model}" is not here: ${file} could not be found.`, advice: replaceFolder }
}

/** A file of the folder is there and cannot be used. `what` continues the sentence "FILE ...". */
export function fileCorrupt(model: string, file: string, what: string): ModelFault {
  return { code: 'model-corrupt', sentence: `The model "${model}" cannot be used: ${file} ${what}.`, advice: replaceFolder }
}

/** The runtime could not open the graph or run it, for the reason that it gave. */
export function doesNotRun(model: string, reason: string): ModelFault {
  return fileCorrupt(model, 'pipeline.onnx', `does not run (${reason.slice(0, 200)})`)
}

/** The model asks for features that this version does not compute. */
export function featuresUnknown(model: string, names: readonly string[]): ModelFault {
  const shown = names.slice(0, 5).map((name) => `"${name}"`).join(', ')
  const more = names.length > 5 ? ` and ${names.length - 5} more` : ''
  return {
    code: 'model-unknown-feature',
    sentence: `The model "${model}" needs ${names.length === 1 ? 'a feature' : 'features'} that this version does not compute: ${shown}${more}.`,
    advice: 'Use a model that was trained with this version of the features, or train it again.',
  }
}

/** The combined score needs models of which some are not usable. */
export function partsMissing(name: string, missing: readonly string[]): ModelFault {
  return {
    code: 'model-missing',
    sentence: `"${name}" is not offered: it is made of the scores of its models, and ${missing.map((id) => `"${id}"`).join(', ')} cannot be used.`,
    advice: 'It comes back by itself once all of its models are usable.',
  }
}

/** Nothing that was brought is part of a model folder. */
export const noFolder: ModelFault = {
  code: 'model-missing',
  sentence: 'There is no model folder among these files.',
  advice: 'A model folder holds pipeline.onnx, model.json, threshold.json and model_card.md, as training writes them; a pipeline of another project at least pipeline.onnx. Choose that folder, the folder above it, or a zip of it.',
}

/** The same model was brought before. */
export function alreadyHere(folder: string): ModelFault {
  return {
    code: 'model-already-here',
    sentence: `The model in "${folder}" stands among your models already.`,
    advice: 'Nothing was changed. To bring a newer one, train it again; to bring this one afresh, remove it first.',
  }
}

/** A zip archive that does not open. */
export function archiveUnreadable(path: string, reason: string): ModelFault {
  return {
    code: 'model-corrupt',
    sentence: `The archive "${path}" cannot be opened (${reason.slice(0, 200)}).`,
    advice: 'Pack the model folder as a plain zip, without a password, or choose the folder itself.',
  }
}
