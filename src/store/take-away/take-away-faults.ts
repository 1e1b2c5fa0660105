/** Why something that was brought is not taken, in one place. */
import type { Outcome } from '../../domain/csv/problems'

export interface TakeAwayFault {
  readonly code: 'not-a-session' | 'session-too-new' | 'session-damaged' | 'link-damaged' | 'link-too-new' | 'not-a-threshold' | 'segments-damaged' | 'segments-too-new' | 'other-model' | 'unreadable-file'
  readonly sentence: string
  readonly advice: string
}

export type Taken<Value> = Outcome<Value, TakeAwayFault>

const unchanged = 'Nothing was changed.'

export const notASession: TakeAwayFault = {
  code: 'not-a-session',
  sentence: 'This is not a session file of this app.',
  advice: `${unchanged} Choose a file that "Save session" wrote; its name ends in .json.`,
}

/** Written by a version that this one cannot know. */
export function sessionTooNew(found: number, reads: number): TakeAwayFault {
  return {
    code: 'session-too-new',
    sentence: `This session file has format ${found}; this version of the app reads format ${reads}.`,
    advice: `${unchanged} It was saved by a newer version: reload this page to get the newest, or save the session again from this one.`,
  }
}

/** @param place where the file departs from its format, or '' */
export function sessionDamaged(place: string): TakeAwayFault {
  return {
    code: 'session-damaged',
    sentence: `This session file is damaged${place === '' ? '' : ` (${place})`}.`,
    advice: `${unchanged} Save the session again where it came from, and do not edit the file by hand.`,
  }
}

/** @param what continues "The link cannot be used: " */
export function linkDamaged(what: string): TakeAwayFault {
  return {
    code: 'link-damaged',
    sentence: `The settings in this link cannot be used: ${what}.`,
    advice: `${unchanged} A link is often cut short when it is copied: copy it once more with "Copy link".`,
  }
}

export const linkTooNew: TakeAwayFault = {
  code: 'link-too-new',
  sentence: 'The settings in this link were written by a newer version of this app.',
  advice: `${unchanged} Reload this page to get the newest version and open the link again.`,
}

/** @param what continues "This is no threshold.json: " */
export function notAThreshold(what: string): TakeAwayFault {
  return {
    code: 'not-a-threshold',
    sentence: `This is no threshold file: ${what}.`,
    advice: `${unchanged} A threshold.json holds {"precision_floor_threshold": t} with t from 0 to 1.`,
  }
}

export const damagedSegments: TakeAwayFault = {
  code: 'segments-damaged',
  sentence: 'The thresholds by segment in this file (segment_thresholds) are damaged.',
  advice: `${unchanged} Save the file again where it came from. To take its one threshold alone, delete segment_thresholds from it.`,
}

/** Written by a version that this one cannot know. */
export function segmentsTooNew(found: number, reads: number): TakeAwayFault {
  return {
    code: 'segments-too-new',
    sentence: `The thresholds by segment in this file have format ${found}; this version of the app reads format ${reads}.`,
    advice: `${unchanged} It was saved by a newer version: reload this page to get the newest.`,
  }
}

/** The file says for which model it is, and that is another one than the chosen. */
export function otherModel(named: string, chosen: string): TakeAwayFault {
  return {
    code: 'other-model',
    sentence: `This threshold was saved for the model "${named}", and "${chosen}" is chosen.`,
    advice: `${unchanged} Scores of two models do not mean the same. Choose "${named}" and load the file again.`,
  }
}

export const unreadableFile: TakeAwayFault = {
  code: 'unreadable-file',
  sentence: 'The file could not be read from disk.',
  advice: 'It may have been moved or changed. Choose it again.',
}
