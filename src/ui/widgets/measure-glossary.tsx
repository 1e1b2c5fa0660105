import styles from './measure-glossary.module.css'

const meanings = {
  Threshold:
    'The probability from which a row becomes an alert. The shipped one has most recall at a precision of .90 on worlds that were kept for choosing it.',
  Precision: 'Of the alerts, how many are phantom: how often a walk to the shelf is worth it.',
  Recall: 'Of the phantom rows, how many are alerts: how much is found.',
  F1: 'Precision and recall in one number (their harmonic mean), 0 to 1.',
  AP: 'Average precision: precision averaged over all levels of recall. The fairest single number where phantoms are rare; random checks give the base rate.',
  AUC: 'The chance that a phantom row scores above one that is not; a coin gives .5. It looks good easily where phantoms are rare.',
  Lift: 'Precision over the base rate: how many times more is found per check than by checking at random.',
  Specificity: 'Of the rows that are not phantom, how many are left in peace.',
  'Recall at precision .90': 'How much is found by the best threshold that keeps nine of ten alerts right on these worlds.',
  'Right of first 10 checks': 'Of the ten rows that each store should check first each day, how many are phantom.',
  'Spells found': 'Of the spells of three phantom days or more, how many had an alert on at least one of their days.',
  'Days to find': 'Days from the first day of a spell to its first alert, the same day being 0: the median over spells found.',
  'Lost units under alert': 'Of the units that shoppers wanted and did not get for phantom stock, how many were lost while an alert stood.',
  'Calibration error': 'How far the probabilities lie from what happened, on average. 0 is perfect.',
  '95% interval': 'Under each figure: where it would lie had other store-items been drawn (bootstrap over store-items).',
} as const

export type Term = keyof typeof meanings

/** The measures of a screen in plain words, opened by those who want them. */
export function MeasureGlossary({ terms }: { readonly terms: readonly Term[] }) {
  return (
    <details className={styles['glossary']}>
      <summary>What these words mean</summary>
      <dl>
        {terms.map((term) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{meanings[term]}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
