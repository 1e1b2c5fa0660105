import { useId } from 'react'
import type { AppState } from '../../../store/app-state'
import type { GraphModel } from '../../../store/selectors'
import { formatBytes, formatCount } from '../../format/format-number'
import { formatScore } from '../../format/format-score'
import { useModelName } from '../../use-model-name'
import { CardText } from './card-text'
import { CombinationFacts } from './combination-facts'
import { PipelineFacts } from './pipeline-facts'
import { ReliabilityFigure } from './reliability-figure'
import panel from '../../widgets/panel.module.css'
import styles from './model-panel.module.css'

/** The reason of a refusal in a word or two; the sentence stands below it. */
const refusal: Readonly<Partial<Record<string, string>>> = {
  'model-missing': 'Refused: missing',
  'model-corrupt': 'Refused: damaged',
  'model-unknown-feature': 'Refused: does not fit',
  'pipeline-misfit': 'Refused: does not fit',
}

/** One model: its state in words, what it is made of, how true its probabilities are, its card. */
export function ModelPanel({ model, chosen }: { readonly model: AppState['loadedModels'][number]; readonly chosen: boolean }) {
  const id = useId()
  const name = useModelName()(model.id)
  return (
    <article className={panel['panel']} aria-labelledby={id}>
      <header className={styles['head']}>
        <h3 id={id}>{name}</h3>
        {model.usable ? <span className={styles['usable']}>{chosen ? 'In use' : 'Ready'}</span> : <span className={styles['refused']}>{refusal[model.fault.code] ?? 'Refused'}</span>}
      </header>
      {!model.usable ? <Refusal fault={model.fault} /> : model.kind === 'combination' ? <CombinationFacts model={model} /> : model.kind === 'pipeline' ? <PipelineFacts model={model} /> : <Usable name={name} model={model} />}
    </article>
  )
}

function Refusal({ fault }: { readonly fault: { readonly sentence: string; readonly advice: string } }) {
  return (
    <div className={styles['reason']}>
      <p>{fault.sentence}</p>
      {fault.advice !== '' && <p>{fault.advice}</p>}
    </div>
  )
}

function Usable({ name, model }: { readonly name: string; readonly model: GraphModel }) {
  const { manifest, threshold, card } = model
  return (
    <>
      <dl className={styles['facts']}>
        <Fact term={model.own ? 'Its own threshold' : 'Shipped threshold'} value={formatScore(threshold.precision_floor_threshold)} />
        <Fact term="Reads" value={manifest.reads === 'series' ? 'the whole history of an item, day by day' : 'one row with its features'} />
        <Fact term="Features" value={formatCount(manifest.features.length)} />
        <Fact term="Trained on" value={`${formatCount(manifest.trained.rows)} ${model.own ? 'rows' : 'simulated rows'}`} />
        <Fact term="Size" value={formatBytes(manifest.graph.bytes)} />
      </dl>
      {manifest.calibration.length > 0 && <ReliabilityFigure name={name} bins={manifest.calibration} />}
      <details className={styles['card']}>
        <summary>{name} model card</summary>
        <CardText text={card} />
      </details>
    </>
  )
}

function Fact({ term, value }: { readonly term: string; readonly value: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{value}</dd>
    </div>
  )
}
