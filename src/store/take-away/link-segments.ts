/**
 * Thresholds by how fast an item sells, as a link spells them. Thresholds by store, category or department stay
 * out of links: they name what stands in an extract.
 */
import type { SegmentThresholds } from '../../domain/segments/segment-thresholds'
import type { SegmentsState } from '../segments-state'

const beforeModel = 'velocity.'

/** `velocity.<model>=<floor>,<source>,<rows>;<from>..<below>:<threshold>:<positives>:<found>:<alerts>;...`; no `below`: without end. */
export function segmentPairs(byModel: SegmentsState['segmentThresholds']): readonly (readonly [name: string, value: string])[] {
  return Object.entries(byModel).flatMap(([model, segments]) => (isCarried(segments) ? [[beforeModel + model, written(segments)] as const] : []))
}

/** Does a link carry them? */
export const isCarried = ({ by }: SegmentThresholds) => by === 'velocity'

/** What such pairs say, unchecked: by model id what the settings' schema makes of it. */
export function segmentsInPairs(pairs: Iterable<readonly [string, string]>, numberIn: (text: string) => number): Readonly<Record<string, unknown>> {
  return Object.fromEntries([...pairs].flatMap(([name, value]) => (name.startsWith(beforeModel) ? [[name.slice(beforeModel.length), read(value, numberIn)] as const] : [])))
}

function written({ floor, measuredOn, own }: SegmentThresholds): string {
  const parts = own.flatMap(({ label, threshold, positives, heldOut }) =>
    label.kind === 'band' ? [`${label.from}..${label.below ?? ''}:${[threshold, positives, heldOut.found, heldOut.alerts].join(':')}`] : [],
  )
  return [`${floor},${measuredOn.source},${measuredOn.rows}`, ...parts].join(';')
}

function read(text: string, numberIn: (text: string) => number): unknown {
  const [head = '', ...parts] = text.split(';')
  const [floor = '', source, rows = ''] = head.split(',')
  return {
    by: 'velocity',
    floor: numberIn(floor),
    measuredOn: { source, rows: numberIn(rows) },
    own: parts.map((part) => {
      const [band = '', threshold = '', positives = '', found = '', alerts = ''] = part.split(':')
      const [from = '', below] = band.split('..')
      return {
        label: { kind: 'band', from: numberIn(from), below: below === '' ? null : numberIn(below ?? '?') },
        threshold: numberIn(threshold),
        positives: numberIn(positives),
        heldOut: { found: numberIn(found), alerts: numberIn(alerts) },
      }
    }),
  }
}
