/** The engine's own reasons, in one place. Those of files are in domain/csv, those of models in domain/scoring. */
import { faultOf } from '../domain/csv/fault-sentences'
import type { EngineFault } from './engine'

export const cancelled: EngineFault = {
  code: 'cancelled',
  sentence: 'Cancelled.',
  advice: 'Nothing was changed. Start again whenever you like.',
}

export const workerDied: EngineFault = {
  code: 'worker-died',
  sentence: 'The part of the page that reads and scores stopped unexpectedly, most likely for lack of memory.',
  advice: 'It was started again. Close other tabs, or use an extract with fewer days or stores, and try once more.',
}

export const outOfMemory: EngineFault = {
  code: 'out-of-memory',
  sentence: 'The extract does not fit into the memory that this browser gives to a page.',
  advice: 'Use an extract with fewer days or stores, or the command line, which has more room.',
}

export const noExtract: EngineFault = {
  code: 'no-extract',
  sentence: 'No extract is open.',
  advice: 'Drop a CSV extract first.',
}

/** The bytes of the file cannot be had: it was moved, locked or changed since it was chosen. */
export const unreadableFile: EngineFault = { ...faultOf('unreadable-file'), code: 'unreadable-file' }

export const noModel: EngineFault = {
  code: 'model-missing',
  sentence: 'None of the models could be loaded, so nothing can be scored.',
  advice: 'Reload the page. If that does not help, the model files are missing where this app is served from.',
}

/** Something that nobody foresaw; its own words are kept, so that they can be reported. */
export function unexpected(error: unknown): EngineFault {
  return {
    code: 'unexpected',
    sentence: `Something went wrong that this app did not foresee: ${error instanceof Error ? error.message : String(error)}`,
    advice: 'Try once more. If it happens again, please report it with the words above.',
  }
}

/** Was this thrown because memory ran out? Engines name it differently. */
export function isOutOfMemory(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return /out of memory|array buffer allocation failed|invalid typed array length|bad_alloc|invalid array length/i.test(error.message)
}
