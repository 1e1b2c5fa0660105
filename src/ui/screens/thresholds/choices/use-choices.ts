import { useEffect, useMemo, useRef, useState } from 'react'
import { thresholdForChecks } from '../../../../domain/alerts/today/threshold-for-checks'
import type { AppStoreState } from '../../../../store/app-state'
import { selectGoalsOn } from '../../../../store/precision-rank'
import { selectJudgedCurve } from '../../../../store/segments-selectors'
import { selectSegments, selectShippedThreshold } from '../../../../store/selectors'
import { StudyLine } from '../../../../store/study-line'
import { judgedToday } from '../../../../store/today-selectors'
import { useAppStore, useAppStoreApi } from '../../../app-store-context'
import { solvedInWords } from '../goals/goal-words'
import { judgedByEstimate, judgedByLabels, unsolved, type Choice, type ChoiceKey, type Judged } from './choice'
import { surestEstimated, estimatedChoice, expectedAt } from './estimated-choices'
import { surestMeasured, intervalsAt, measuredChoice } from './measured-choices'

export interface Choices {
  /** Of the model, and of what it is judged by, that are in use; null before the first answer. */
  readonly choices: readonly Choice[] | null
  /** Another ground is being solved for: what stands is of goals that were changed meanwhile. */
  readonly pending: boolean
}

/** All that the choices depend on, the threshold in use apart: compared by identity. */
type Ground = ReturnType<typeof useGround>

/** The thresholds that the goals ask for, and the model's own, each with what it gives; solved again when a goal, the model or what they are judged by is another. */
export function useChoices(): Choices {
  const store = useAppStoreApi()
  const ground = useGround()
  const [last, setLast] = useState<{ readonly ground: Ground; readonly choices: readonly Choice[] } | null>(null)
  const line = useRef<StudyLine<Ground, readonly Choice[]> | null>(null)

  useEffect(() => {
    const made = new StudyLine<Ground, readonly Choice[]>(
      () => solveChoices(store.getState()),
      (of, choices) => setLast({ ground: of, choices }),
      () => undefined,
    )
    line.current = made
    return () => made.close()
  }, [store])

  useEffect(() => line.current?.ask(ground), [ground])
  const isOfThis = last !== null && last.ground.model === ground.model && last.ground.on === ground.on && last.ground.curve === ground.curve && last.ground.opened === ground.opened
  return { choices: isOfThis ? last.choices : null, pending: last?.ground !== ground }
}

function useGround() {
  const model = useAppStore((state) => state.model)
  const models = useAppStore((state) => state.loadedModels)
  const on = useAppStore((state) => selectGoalsOn(state, state.model))
  const curve = useAppStore((state) => selectJudgedCurve(state, state.model))
  const segments = useAppStore((state) => selectSegments(state, state.model))
  const goals = useAppStore((state) => state.goals)
  const payoff = useAppStore((state) => state.payoff)
  const today = useAppStore((state) => state.today)
  const opened = useAppStore((state) => state.opened)
  return useMemo(() => ({ model, models, on, curve, segments, goals, payoff, today, opened }), [model, models, on, curve, segments, goals, payoff, today, opened])
}

async function solveChoices(state: AppStoreState): Promise<readonly Choice[]> {
  const byEstimate = selectGoalsOn(state, state.model) === 'estimate'
  const choiceFor = (goal: 'precision' | 'recall' | 'payoff') => answered(goal, () => (byEstimate ? estimatedChoice : measuredChoice)(state, goal))
  const precise = await choiceFor('precision')
  const isShaky = !precise.reached || precise.judged === null || precise.judged.tooFew
  const surest = isShaky ? await (byEstimate ? surestEstimated : surestMeasured)(state).catch(() => null) : null
  return [
    await ownChoice(state),
    precise,
    ...(surest && surest.threshold !== precise.threshold ? [surest] : []),
    await checksChoice(state),
    await choiceFor('recall'),
    await choiceFor('payoff'),
  ]
}

/** A goal that got no answer stands without a threshold, and the others stand as they are. The store has said why. */
function answered(key: ChoiceKey, solve: () => Promise<Choice>): Promise<Choice> {
  return solve().catch(() => unsolved(key))
}

/** What a threshold gives; null where that cannot be told. */
async function judge(state: AppStoreState, threshold: number): Promise<Judged | null> {
  return (selectGoalsOn(state, state.model) === 'estimate' ? estimated : measured)(state, threshold).catch(() => null)
}

async function estimated(state: AppStoreState, threshold: number): Promise<Judged | null> {
  const found = await expectedAt(state, threshold)
  return found && judgedByEstimate(found)
}

async function measured(state: AppStoreState, threshold: number): Promise<Judged | null> {
  const intervals = await intervalsAt(state, threshold)
  return intervals && judgedByLabels(intervals)
}

async function ownChoice(state: AppStoreState): Promise<Choice> {
  const threshold = selectShippedThreshold(state, state.model)
  const judged = threshold === null ? null : await judge(state, threshold)
  return { ...unsolved('own'), threshold, reached: true, judged }
}

/** Counted on the latest day of the extract itself, which needs no label; what they find is judged like the others. */
async function checksChoice(state: AppStoreState): Promise<Choice> {
  const { today, model, opened, goals } = state
  const isMine = today !== null && today.model === model && today.opened === opened
  const solution = isMine ? thresholdForChecks(today.facts, judgedToday(today, state), goals.checks, goals.checksIn) : null
  return {
    key: 'checks',
    threshold: solution?.threshold ?? null,
    reached: solution?.reached ?? false,
    judged: solution && (await judge(state, solution.threshold)),
    sentence: solvedInWords({ goal: 'checks', in: goals.checksIn, wanted: goals.checks, solution }),
  }
}
