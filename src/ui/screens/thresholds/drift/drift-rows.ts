/** A feature's drift as a row of a table. */
import type { DriftBand, FeatureDrift } from '../../../../domain/drift/feature-drift'
import { featureCatalog } from '../../../../domain/features/catalog'
import { formatShare, formatUnits, noValue } from '../../../format/format-number'
import { formatWholePercent } from '../../../format/format-score'
import type { TrackMark } from '../../../widgets/charts/interval-track'
import type { TableRow } from '../../../widgets/measured-table'
import { bandWords, signalName, standsOut } from './drift-words'

export const driftColumns = ['How it stands', 'PSI', 'Middle value here', 'Without a value', 'Beyond training'] as const

const outColour = 'var(--chart-2)'
const inColour = 'var(--chart-1)'
const usual = { name: 'usual up to', colour: 'var(--chart-axis)', shape: 'tick' } as const

/** The kinds of marks on the rows of these signals: what is usual is not known of every model. */
export function driftLegend(features: readonly FeatureDrift[]) {
  const isKnown = features.some(({ psiOfWorlds }) => !Number.isNaN(psiOfWorlds))
  return [{ name: 'stands out', colour: outColour, shape: 'dot' }, { name: 'does not', colour: inColour, shape: 'ring' }, ...(isKnown ? [usual] : [])] as const
}

export function driftRow(drift: FeatureDrift): TableRow {
  const { feature, band, psi, psiOfWorlds, missing, median, beyond } = drift
  const unit = featureCatalog.find(({ name }) => name === feature)?.unit ?? ''
  return {
    key: feature,
    name: signalName(feature),
    note: feature,
    cells: [
      { text: bandWords[band], ...(remarkOf[band] ? { note: remarkOf[band] } : {}) },
      { text: indexOf(psi), ...(Number.isNaN(psiOfWorlds) ? {} : { note: `usual up to ${indexOf(psiOfWorlds)}` }) },
      { text: valueIn(median.here, unit), note: `learned: ${valueIn(median.learned, unit)}` },
      { text: formatShare(missing.here), note: `learned: ${formatShare(missing.learned)}` },
      { text: formatWholePercent(beyond) },
    ],
    marks: marksOf(drift),
  }
}

const remarkOf: Readonly<Partial<Record<DriftBand, string>>> = { absent: 'scored without it' }

function marksOf(drift: FeatureDrift): readonly TrackMark[] {
  const { psi, psiOfWorlds } = drift
  if (Number.isNaN(psi)) return []
  const isOut = standsOut(drift)
  return [
    ...(Number.isNaN(psiOfWorlds) ? [] : [{ key: 'usual', value: psiOfWorlds, colour: usual.colour, shape: usual.shape }]),
    { key: 'psi', value: psi, colour: isOut ? outColour : inColour, shape: isOut ? 'dot' : 'ring' },
  ]
}

function indexOf(psi: number): string {
  return Number.isNaN(psi) ? noValue : psi.toFixed(2)
}

/** A value with its unit, where that is a word that people say; shares as percent. */
function valueIn(value: number, unit: string): string {
  if (Number.isNaN(value)) return noValue
  if (unit === 'share') return formatWholePercent(value)
  if (unit === 'flag') return value === 1 ? 'yes' : 'no'
  const spoken = ['units', 'days', 'units/day', 'stores', 'items'].includes(unit)
  return spoken ? `${formatUnits(value)} ${unit === 'units/day' ? 'a day' : unit}` : formatUnits(value)
}
