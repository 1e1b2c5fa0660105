import type { FileRead } from '../../../domain/csv/read-result'
import { formatBytes, formatCount } from '../../format/format-number'
import styles from './data-quality-screen.module.css'

/** The files that became one extract, in the order in which they stand. Nothing where there is one. */
export function FilesRead({ files }: { readonly files: readonly FileRead[] }) {
  if (files.length < 2) return null
  return (
    <section className={styles['panel']} aria-labelledby="files-title">
      <h2 id="files-title" className={styles['title']}>
        {formatCount(files.length)} files, read as one extract
      </h2>
      <p className={styles['quiet']}>
        In this order: by their days, then by their names. Where two state the same store, SKU and day, the later file stands. The predictions are one file with
        the rows of all; its column phantom_file says where each came from.
      </p>
      <div className={styles['scroll']} tabIndex={0} role="group" aria-label="Files, to be scrolled">
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">File</th>
              <th scope="col">Rows</th>
              <th scope="col">Size</th>
            </tr>
          </thead>
          <tbody>
            {files.map(({ name, records, bytes }, at) => (
              <tr key={`${at}-${name}`}>
                <th scope="row" className={styles['found']}>
                  {name}
                </th>
                <td className="tabular">{formatCount(records)}</td>
                <td className="tabular">{formatBytes(bytes)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
