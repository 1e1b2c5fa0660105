import { measureMeanings, type Term } from './measure-meanings'
import styles from './measure-glossary.module.css'

/** The measures of a screen in plain words, opened by those who want them. */
export function MeasureGlossary({ terms }: { readonly terms: readonly Term[] }) {
  return (
    <details className={styles['glossary']}>
      <summary>What these words mean</summary>
      <MeasureTerms terms={terms} />
    </details>
  )
}

/** The same, always open: for a few words beside the figures that they name. */
export function MeasureTerms({ terms }: { readonly terms: readonly Term[] }) {
  return (
    <dl className={styles['terms']}>
      {terms.map((term) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{measureMeanings[term]}</dd>
        </div>
      ))}
    </dl>
  )
}
