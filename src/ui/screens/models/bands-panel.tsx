import { useState } from 'react'
import type { MeasuredSet } from '../../../domain/metrics/measured-set'
import { Segmented } from '../../widgets/segmented'
import { bandPart, bandRule, scoreColumns, type PartMeasure } from './part-scores'
import { partMeasureName, PartsTable } from './parts-table'
import { NotMeasured } from '../../widgets/report-section'
import styles from '../../widgets/report.module.css'

type Split = keyof NonNullable<MeasuredSet['bands']>

const splits: Readonly<Record<Split, { readonly name: string; readonly rowsAre: string; readonly unit: string; readonly about: string }>> = {
  velocity: {
    name: 'How fast an item sells',
    rowsAre: 'Wanted',
    unit: 'units a day',
    about: 'By what shoppers want of the item in this store, sold or not. The slower an item sells, the less a silence says.',
  },
  history: {
    name: 'How long it has been seen',
    rowsAre: 'History',
    unit: 'days',
    about: 'By the days of the item in this store that stood in the file up to the row. Nothing is alerted before day 28.',
  },
}
const measures: readonly PartMeasure[] = ['average_precision', 'recall_at_precision_90']

/** The figures of a set apart by how fast an item sells or by how long it has been seen: an average hides where a model is blind. */
export function BandsPanel({ set, setName }: { readonly set: MeasuredSet; readonly setName: string }) {
  return (
    <section className={styles['part']} aria-label="Where it is easy and where hard">
      <h3>Where it is easy and where hard</h3>
      {set.bands ? (
        <Bands set={set} bands={set.bands} setName={setName} />
      ) : (
        <NotMeasured what={`“${setName}” apart by how fast items sell and by how long they have been seen`} />
      )}
    </section>
  )
}

interface BandsProps {
  readonly set: MeasuredSet
  readonly bands: NonNullable<MeasuredSet['bands']>
  readonly setName: string
}

function Bands({ set, bands, setName }: BandsProps) {
  const [split, setSplit] = useState<Split>('velocity')
  const [measure, setMeasure] = useState<PartMeasure>('average_precision')
  const models = Object.keys(set.models)
  const rule = bandRule(bands[split], models)
  const { name, about, rowsAre, unit } = splits[split]
  return (
    <>
      <div className={styles['controls']}>
        <Segmented label="Apart by" wraps options={(['velocity', 'history'] as const).map((value) => ({ value, label: splits[value].name }))} value={split} onChange={setSplit} />
        <Segmented label="Measure of the bands" wraps options={measures.map((value) => ({ value, label: partMeasureName(value) }))} value={measure} onChange={setMeasure} />
      </div>
      <p className={styles['about']}>
        {about} {rule !== null && `Best rule: ${rule}.`}
      </p>
      <PartsTable
        caption={`${setName}: ${partMeasureName(measure)} by ${name.charAt(0).toLowerCase()}${name.slice(1)}`}
        rowsAre={rowsAre}
        parts={bands[split].map((band) => bandPart(band, models, unit))}
        columns={scoreColumns(set)}
        measure={measure}
      />
    </>
  )
}
