import { memo, useId, useMemo, useState, type ReactNode } from 'react'
import type { BandPoint } from '../../../../domain/bench/precision-recall-band'
import { averagePrecision } from '../../../../domain/metrics/average-precision'
import { precision, recall } from '../../../../domain/metrics/confusion-measures'
import { countsAt } from '../../../../domain/metrics/counts-at'
import type { RuleCurve } from '../../../../domain/rules/rule-curve'
import { selectCurveSource } from '../../../../store/bench-selectors'
import { selectJudgedCurve } from '../../../../store/segments-selectors'
import { selectThreshold } from '../../../../store/selectors'
import { useAppStore } from '../../../app-store-context'
import { formatScore, formatThreshold, formatWholePercent } from '../../../format/format-score'
import { useStudy } from '../../../use-study'
import { ChartFigure } from '../../../widgets/charts/chart-figure'
import type { PlotSeries } from '../../../widgets/charts/plot-chart'
import { PlotMarker } from '../../../widgets/charts/plot-overlay'
import { SeriesLegend } from '../../../widgets/charts/series-legend'
import { ShareChart } from '../../../widgets/charts/share-chart'
import type { MeasuredModel } from '../measured-models'
import { bandKey, precisionRecallPoints } from './precision-recall-points'
import { useRuleCurves } from './use-rule-curves'
import styles from './precision-recall-figure.module.css'

/** Thresholds at which it is studied how sure the precision is. */
const studiedPoints = 120

const ruleLook = { colour: 'var(--chart-muted)', dash: '4 4' }
const singledLook = { colour: 'var(--text)', dash: '6 2 2 2' }

type RulesShown = 'none' | 'all' | (string & {})

interface Props {
  readonly models: readonly MeasuredModel[]
  /** Id of the chosen model: its line is the strong one. */
  readonly chosen: string
  readonly noteOf: (model: MeasuredModel) => ReactNode
}

/** Precision against recall of every measured model, the band of the chosen one, and the rules below them; a marker stands at each model's threshold. */
export const PrecisionRecallFigure = memo(function PrecisionRecallFigure({ models, chosen, noteOf }: Props) {
  const source = useAppStore(selectCurveSource)
  const wanted = useAppStore((state) => state.goals.precision)
  const floor = useMemo(() => ({ at: wanted, label: `wanted: ${formatThreshold(wanted)}` }), [wanted])
  const [shown, setShown] = useState<RulesShown>('none')
  const everyRule = useRuleCurves(source, shown !== 'none')
  const rules = useMemo(() => everyRule.filter(({ id }) => shown === 'all' || id === shown), [everyRule, shown])
  const { answer, of } = useStudy(source, 'precisionRecallBand', { model: chosen, points: studiedPoints })
  const band = of?.model === chosen ? answer : null
  const drawn = useMemo(
    () => precisionRecallPoints([...rules, ...models], band && band.length > 0 ? { id: chosen, points: band } : null),
    [rules, models, chosen, band],
  )
  const series = useMemo(() => [...rules.map((rule) => ruleLine(rule, shown)), ...models.map((model) => modelLine(model, chosen, band))], [rules, shown, models, chosen, band])
  const notes = useMemo(() => models.map(noteOf), [models, noteOf])
  return (
    <ChartFigure
      name="Precision-recall curve"
      description="Each line is a model, each point a threshold: how many phantom rows it finds (recall, to the right) and how many of its alerts are real (precision, upwards). Up and to the right is better. Dots show the thresholds in use, the dashed line the precision wanted above; around the chosen model lies its 95% band, where it would run had other store-items been measured."
      legend={
        <>
          <SeriesLegend
            entries={[
              ...models.map(({ id, name, look }, at) => ({ key: id, name, look, strong: id === chosen, note: notes[at] })),
              ...legendOfRules(rules, shown),
            ]}
          />
          <RulesChoice rules={everyRule} shown={shown} onChange={setShown} />
        </>
      }
      twin={drawn.twin}
      cells={drawn.cells}
      source={models[0]?.source ?? ''}
    >
      <ShareChart title="Precision-recall curve" points={drawn.points} series={series} xLabel="Recall" yLabel="Precision" xFormat={formatWholePercent} yFormat={formatWholePercent} floor={floor}>
        {rules.map((rule) => (
          <RuleMarker key={rule.id} rule={rule} strong={shown === rule.id} />
        ))}
        {models.map((model) => (
          <ModelMarker key={model.id} model={model} strong={model.id === chosen} />
        ))}
      </ShareChart>
    </ChartFigure>
  )
})

function modelLine({ id, name, look }: MeasuredModel, chosen: string, band: readonly BandPoint[] | null): PlotSeries {
  return { key: id, name, look, strong: id === chosen, ...(id === chosen && band && band.length > 0 ? { band: bandKey(id) } : {}) }
}

function ruleLine({ id, name }: RuleCurve, shown: RulesShown): PlotSeries {
  return shown === id ? { key: id, name, look: singledLook } : { key: id, name, look: ruleLook, muted: true }
}

function legendOfRules(rules: readonly RuleCurve[], shown: RulesShown) {
  const [rule] = rules
  if (rule === undefined) return []
  if (shown === 'all') return [{ key: 'rules', name: `${rules.length} rules that programmes use`, look: ruleLook }]
  return [{ key: rule.id, name: rule.name, look: singledLook, note: `AP ${formatScore(averagePrecision(rule.curve))}` }]
}

interface RulesChoiceProps {
  readonly rules: readonly RuleCurve[]
  readonly shown: RulesShown
  readonly onChange: (shown: RulesShown) => void
}

/** The names of the rules are known once some are wanted. */
function RulesChoice({ rules, shown, onChange }: RulesChoiceProps) {
  const id = useId()
  return (
    <p className={styles['rules']} data-not-in-picture="">
      <label htmlFor={id}>Rules that programmes use</label>
      <select id={id} className={styles['choice']} value={shown} onChange={(event) => onChange(event.target.value)}>
        <option value="none">not shown</option>
        <option value="all">all, below the models</option>
        {rules.map((rule) => (
          <option key={rule.id} value={rule.id}>
            {rule.name}
          </option>
        ))}
      </select>
      {shown !== 'none' && rules.length === 0 && <span>Not known of these rows.</span>}
    </p>
  )
}

/** Where a rule stands that alerts at one fixed setting. */
function RuleMarker({ rule, strong }: { readonly rule: RuleCurve; readonly strong: boolean }) {
  if (rule.threshold === null) return null
  const counts = countsAt(rule.curve, rule.threshold)
  const y = precision(counts)
  if (Number.isNaN(y)) return null
  return <PlotMarker x={recall(counts)} y={y} colour={(strong ? singledLook : ruleLook).colour} />
}

/** Alone follows the threshold: the curves stay as they are. */
function ModelMarker({ model, strong }: { readonly model: MeasuredModel; readonly strong: boolean }) {
  const threshold = useAppStore((state) => selectThreshold(state, model.id))
  // Thresholds by segment stand beside the line, which is of one threshold for all.
  const judged = useAppStore((state) => selectJudgedCurve(state, model.id))
  if (!judged) return null
  const counts = countsAt(judged.curve, threshold)
  const x = recall(counts)
  const y = precision(counts)
  if (Number.isNaN(x) || Number.isNaN(y)) return null
  return <PlotMarker x={x} y={y} colour={model.look.colour} strong={strong} />
}
