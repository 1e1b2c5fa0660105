import { useEffect, useRef, useState } from 'react'
import type { RowsSource } from '../domain/bench/measured-rows'
import type { StudyAnswer, StudyName, StudyQuestion } from '../domain/bench/studies'
import type { CurvesByModel } from '../store/app-state'
import { selectCurvesOf } from '../store/bench-selectors'
import { StudyLine } from '../store/study-line'
import { useAppStore } from './app-store-context'

export interface Studied<Name extends StudyName> {
  /** The last answer over this source; null: none yet, or the source has no rows. Carries on while a newer question is under way. */
  readonly answer: StudyAnswer<Name> | null
  /** The question that `answer` answers. */
  readonly of: StudyQuestion<Name> | null
  /** Is a newer answer to be expected? Once it is not, a null answer means that there is nothing to study. */
  readonly pending: boolean
}

interface Asked<Name extends StudyName> {
  readonly source: RowsSource
  readonly name: Name
  readonly question: StudyQuestion<Name>
  /** The rows change with the curves over them. */
  readonly ground: CurvesByModel
}

/**
 * What a study says of the rows of a source. Asks when what the question holds changes, or the rows do;
 * of questions that come while one is under way only the newest is asked, so that a slider may ask at every step.
 *
 * @param question null: nothing is asked
 */
export function useStudy<Name extends StudyName>(source: RowsSource, name: Name, question: StudyQuestion<Name> | null): Studied<Name> {
  const study = useAppStore((state) => state.study)
  const ground = useAppStore((state) => selectCurvesOf(state, source))
  const [standing, setStanding] = useState(question)
  const [last, setLast] = useState<{ readonly asked: Asked<Name>; readonly answer: StudyAnswer<Name> | null } | null>(null)
  const line = useRef<StudyLine<Asked<Name>, StudyAnswer<Name> | null> | null>(null)

  // A question that holds the same is the same, whatever object it is.
  const isSame = JSON.stringify(question) === JSON.stringify(standing)
  if (!isSame) setStanding(question)

  useEffect(() => {
    const made = new StudyLine<Asked<Name>, StudyAnswer<Name> | null>(
      (asked) => study(asked.source, asked.name, asked.question),
      (asked, answer) => setLast({ asked, answer }),
      (asked) => setLast({ asked, answer: null }),
    )
    line.current = made
    return () => made.close()
  }, [study])

  useEffect(() => {
    if (standing !== null) line.current?.ask({ source, name, question: standing, ground })
  }, [source, name, standing, ground])

  if (question === null) return { answer: null, of: null, pending: false }
  const mine = last?.asked.source === source && last.asked.name === name ? last : null
  return { answer: mine?.answer ?? null, of: mine?.asked.question ?? null, pending: !isSame || mine?.asked.question !== standing || mine.asked.ground !== ground }
}
