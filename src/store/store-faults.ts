/** What the store says by itself, where the engine's own fault does not tell the user enough. */
import type { EngineFault, EngineStopped, LoadedModel } from '../engine/engine'

/** The worker that held the extract died while nobody waited for it; the file and its mapping are still in hand. */
export const extractLost: EngineFault = {
  code: 'worker-died',
  sentence: 'The part of the page that held the extract stopped unexpectedly, most likely for lack of memory.',
  advice: 'Your file, its mapping and your thresholds are kept: try again, and the file is read and scored once more.',
}

/** The fault that an `EngineStopped` carries; null for any other error. */
export function faultIn(error: unknown): EngineFault | null {
  return error instanceof Error && 'fault' in error ? (error as EngineStopped).fault : null
}

/** An error's own words. */
export const wordsOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

/** A part that `load` or `prepare` could not fetch. */
export function partMissing(error: unknown): EngineFault {
  return {
    code: 'unexpected',
    sentence: `A part of this app could not be loaded: ${wordsOf(error)}`,
    advice: 'Reload the page. If it stays so, the app is incomplete where it is served.',
  }
}

/** Why nothing can be scored at all: the first refusal, which names what is wrong with the models. */
export function noModel(models: readonly LoadedModel[]): EngineFault {
  const refused = models.find((model) => !model.usable)
  return (
    refused?.fault ?? {
      code: 'model-missing',
      sentence: 'No model could be loaded, so nothing can be scored.',
      advice: 'Reload the page. If it stays so, the models folder is missing where this app is served.',
    }
  )
}

/** The browser refused to keep a mapping: a private window, or no room. */
export const mappingNotKept: EngineFault = {
  code: 'unexpected',
  sentence: 'This browser did not keep how the columns were settled: it is a private window, or its storage is full or switched off.',
  advice: 'This file is scored all the same. The next one with the same headers will be asked about again.',
}

export const mappingNotForgotten: EngineFault = {
  code: 'unexpected',
  sentence: 'This browser did not let go of the mapping that it kept.',
  advice: 'Clear the data of this site in the settings of the browser.',
}

/** The browser refused to keep model and thresholds: a private window, or no room. */
export const settingsNotKept: EngineFault = {
  code: 'unexpected',
  sentence: 'This browser did not keep the chosen model and thresholds: it is a private window, or its storage is full or switched off.',
  advice: 'They hold until you close this tab.',
}
