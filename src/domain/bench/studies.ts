/**
 * Every study of the bench by its name. A new one is a file beside this and one line in `table`.
 * Questions are plain values (numbers, texts, lists, records): they are sent to the worker, and are
 * told apart by what they hold. Answers are sent back: plain values and typed arrays.
 */
import { compare } from './compare'
import { counts } from './counts'
import { daysToFind } from './days-to-find'
import { interval } from './interval'
import type { MeasuredRows } from './measured-rows'
import { precisionAtChecks } from './precision-at-checks'
import { precisionRecallBand } from './precision-recall-band'
import { profit } from './profit'
import { ranking } from './ranking'
import { segments } from './segments'
import { solve } from './solve'

const table = {
  compare,
  counts,
  daysToFind,
  interval,
  precisionAtChecks,
  precisionRecallBand,
  profit,
  ranking,
  segments,
  solve,
} satisfies Record<string, (rows: MeasuredRows, question: never) => unknown>

export type StudyName = keyof typeof table

type QuestionsByName = { readonly [Name in StudyName]: Parameters<(typeof table)[Name]>[1] }
type AnswersByName = { readonly [Name in StudyName]: ReturnType<(typeof table)[Name]> }

export type StudyQuestion<Name extends StudyName> = QuestionsByName[Name]
export type StudyAnswer<Name extends StudyName> = AnswersByName[Name]

const studies: { readonly [Name in StudyName]: (rows: MeasuredRows, question: StudyQuestion<Name>) => StudyAnswer<Name> } = table

/** What the named study says of the rows. */
export function study<Name extends StudyName>(name: Name, rows: MeasuredRows, question: StudyQuestion<Name>): StudyAnswer<Name> {
  return studies[name](rows, question)
}
