/** What an extract must hold, straight from the fields that the reader knows. */
import { fields } from '../../../domain/csv/fields'
import type { Field } from '../../../domain/csv/fields'
import styles from './extract-needs.module.css'

const groups: readonly { readonly need: Field['need']; readonly title: string; readonly words: string }[] = [
  { need: 'always', title: 'Needed', words: 'Without one of these nothing can be scored.' },
  { need: 'expected', title: 'Expected', words: 'Nearly every extract has them; the app can do without and says so.' },
  { need: 'optional', title: 'Useful', words: 'Each makes the list sharper or easier to walk. None is required.' },
]

export function ExtractNeeds() {
  return (
    <section className={styles['needs']} aria-labelledby="needs-title">
      <h2 id="needs-title" className={styles['title']}>
        What an extract must hold
      </h2>
      <p className={styles['words']}>
        Headers are recognised under many names and in several languages, and you can correct every match. Commas, semicolons, tabs, decimal commas and
        the usual encodings are all read. An Excel workbook must be saved as CSV first.
      </p>
      <div className={styles['groups']}>
        {groups.map(({ need, title, words }) => (
          <section key={need} className={styles['group']}>
            <h3 className={styles['groupTitle']}>{title}</h3>
            <p className={styles['words']}>{words}</p>
            <dl className={styles['list']}>
              {fields
                .filter((field) => field.need === need)
                .map((field) => (
                  <div key={field.name} className={styles['field']}>
                    <dt>{field.label}</dt>
                    <dd>{field.meaning}</dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </section>
  )
}
