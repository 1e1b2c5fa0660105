import styles from './measure-glossary.module.css'

const terms: readonly (readonly [string, string])[] = [
  ['Threshold', 'The probability from which a row becomes an alert. For the models: the one with most recall at a precision of .90 on worlds kept for this alone.'],
  ['Precision', 'Of the alerts, how many are phantom: how often a walk to the shelf is worth it.'],
  ['Recall', 'Of the phantom rows, how many are alerts: how much is found.'],
  ['F1', 'Precision and recall in one number (their harmonic mean), 0 to 1.'],
  ['AUC', 'The chance that a phantom row scores above one that is not. A half is a coin. Looks good easily where phantoms are rare.'],
  ['AP', 'Average precision: precision averaged over all levels of recall. The fairest single number here; checking at random gives the base rate.'],
  ['Recall at precision .90', 'How much is found by the best threshold that keeps nine of ten alerts right on these worlds.'],
  ['Right of first 10 checks', 'Of the ten rows that each store should check first each day, how many are phantom.'],
  ['Calibration error', 'How far the probabilities lie from what happened, on average. 0 is perfect.'],
  ['95% interval', 'Under each figure: where it would lie had other store-items been drawn (bootstrap over store-items).'],
]

/** The column names of the results in plain words. */
export function MeasureGlossary() {
  return (
    <details className={styles['glossary']}>
      <summary>What these words mean</summary>
      <dl>
        {terms.map(([term, meaning]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
