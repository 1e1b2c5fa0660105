import { fieldNamed } from '../../../domain/csv/fields'
import type { ColumnSource, PipelineColumn, PipelineInput } from '../../../domain/pipelines/pipeline-spec'
import type { PipelineModel } from '../../../store/selectors'
import { useAppStore } from '../../app-store-context'
import { formatBytes, formatCount } from '../../format/format-number'
import { formatScore } from '../../format/format-score'
import styles from './model-panel.module.css'

const typeWords: Readonly<Record<PipelineInput['type'], string>> = { float32: 'number', float64: 'number', int64: 'whole number', int32: 'whole number', bool: 'yes or no', string: 'text' }

/** Types that have no way to say that a value is missing. */
const mustBeThere: readonly PipelineInput['type'][] = ['int64', 'int32', 'bool']

/** What another project's pipeline reads here, and what is not known of it. */
export function PipelineFacts({ model }: { readonly model: PipelineModel }) {
  const { pipeline, threshold } = model
  const columns = pipeline.inputs.flatMap(({ type, columns }) => columns.map((column) => ({ ...column, type })))
  return (
    <>
      <dl className={styles['facts']}>
        <div>
          <dt>Its own threshold</dt>
          <dd>{formatScore(threshold.precision_floor_threshold)}</dd>
        </div>
        <div>
          <dt>Reads</dt>
          <dd>{formatCount(columns.length)} columns a row</dd>
        </div>
        <div>
          <dt>Size</dt>
          <dd>{formatBytes(pipeline.graph.bytes)}</dd>
        </div>
      </dl>
      <p>
        A pipeline of another project. Its probabilities are taken as they come: we have neither calibrated nor measured it, so a probability of .9 need not mean
        that 9 of 10 are real. An extract with labels measures it beside the others. A row gets no score, and so raises
        no alert, where a whole number that it needs is missing or where it refuses a text that it never learned. The reasons beside its alerts are the item’s own
        figures and not the pipeline’s; what each of its columns added to a score stands below them.
      </p>
      <table className={styles['inputs']}>
        <caption>What feeds its inputs</caption>
        <thead>
          <tr>
            <th scope="col">Its input</th>
            <th scope="col">Fed by</th>
            <th scope="col">As</th>
          </tr>
        </thead>
        <tbody>
          {columns.map(({ name, source, type }) => (
            <InputRow key={name} column={{ name, source }} type={type} />
          ))}
        </tbody>
      </table>
    </>
  )
}

function InputRow({ column: { name, source }, type }: { readonly column: PipelineColumn; readonly type: PipelineInput['type'] }) {
  const missing = useAppStore((state) => isMissing(source, state.opened?.summary.missingFields ?? []))
  return (
    <tr>
      <th scope="row">
        <code>{name}</code>
      </th>
      <td>
        {source.kind === 'field' ? fieldNamed(source.field).label : `our feature ${source.feature}`}
        {missing && (mustBeThere.includes(type) ? ' (not in this extract: no row can be scored)' : ' (not in this extract: it reads nothing there)')}
      </td>
      <td>{typeWords[type]}</td>
    </tr>
  )
}

function isMissing(source: ColumnSource, missing: readonly { readonly field: string }[]): boolean {
  return source.kind === 'field' && missing.some(({ field }) => field === source.field)
}
