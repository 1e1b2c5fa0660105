import { fieldNamed } from '../../../domain/csv/fields'
import type { ReadSummary } from '../../../domain/csv/read-result'
import styles from './data-quality-screen.module.css'

/** Columns that the file does not have, and what each costs. */
export function MissingFields({ missing }: { readonly missing: ReadSummary['missingFields'] }) {
  return (
    <section className={styles['panel']} aria-labelledby="missing-title">
      <h2 id="missing-title" className={styles['title']}>
        What the file does not have
      </h2>
      {missing.length === 0 ? (
        <p className={styles['lead']}>Nothing: every column that the models can use is there.</p>
      ) : (
        <>
          <p className={styles['quiet']}>The models were trained to do without these. A later extract that has them gives a sharper list.</p>
          <div className={styles['scroll']}>
            <table className={styles['table']}>
              <thead>
                <tr>
                  <th scope="col">Column</th>
                  <th scope="col">What that costs</th>
                </tr>
              </thead>
              <tbody>
                {missing.map(({ field, cost }) => (
                  <tr key={field}>
                    <th scope="row">{fieldNamed(field).label}</th>
                    <td>{cost}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </section>
  )
}
