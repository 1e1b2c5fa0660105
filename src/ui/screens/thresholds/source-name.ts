import type { RowsSource } from '../../../domain/bench/measured-rows'
import { countOf } from '../../format/format-number'

/**
 * Which rows figures are of, as it stands under every chart.
 *
 * @param file name of the extract in hand; null where none is
 */
export function sourceName(source: RowsSource, rows: number, file: string | null): string {
  const size = countOf(rows, 'row')
  switch (source) {
    case 'extract':
      return `Labels of ${file ?? 'this extract'}, ${size}`
    case 'findings':
      return `What was found in your stores, ${size}`
    case 'test-worlds':
      return `Simulated test worlds, ${size}`
  }
}
