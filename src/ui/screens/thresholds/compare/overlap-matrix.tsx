import type { ComparedPair } from '../../../../domain/bench/compare'
import { noValue } from '../../../format/format-number'
import { formatWholePercent } from '../../../format/format-score'
import { overlapOf } from './compare-rows'
import styles from './overlap-matrix.module.css'

interface OverlapMatrixProps {
  readonly caption: string
  readonly models: readonly string[]
  readonly pairs: readonly ComparedPair[]
  readonly nameOf: (model: string) => string
}

/** Which part of what either of two models flags both flag, for every two: the more, the darker. */
export function OverlapMatrix({ caption, models, pairs, nameOf }: OverlapMatrixProps) {
  return (
    <div className={styles['frame']} tabIndex={0} role="region" aria-label={`${caption}, scrollable`}>
      <table className={styles['table']}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <td />
            {models.map((model) => (
              <th key={model} scope="col">
                {nameOf(model)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {models.map((row) => (
            <tr key={row}>
              <th scope="row">{nameOf(row)}</th>
              {models.map((column) => (
                <OverlapCell key={column} overlap={row === column ? NaN : overlapOf(pairs, row, column)} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function OverlapCell({ overlap }: { readonly overlap: number }) {
  if (Number.isNaN(overlap)) return <td>{noValue}</td>
  return <td style={{ background: `color-mix(in srgb, var(--accent-soft) ${Math.round(overlap * 100)}%, var(--surface-panel))` }}>{formatWholePercent(overlap)}</td>
}
