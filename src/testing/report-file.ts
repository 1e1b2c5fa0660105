/** Reads a saved report as another program would: its numbers, and what its tables print. */
import type { Payoff } from '../domain/bench/payoff'
import type { SegmentLabel, SegmentRespect } from '../domain/segments/segment'
import type { ConfusionCounts } from '../domain/metrics/counts-at'

interface Interval {
  readonly low: number
  readonly high: number
}

interface Sure {
  readonly precision: Interval | null
  readonly recall: Interval | null
}

interface ComparedNumbers {
  readonly rows: number
  readonly models: readonly { readonly model: string; readonly threshold: number; readonly counts: ConfusionCounts; readonly intervals: Sure }[]
  readonly pairs: readonly ({ readonly a: string; readonly b: string } & Readonly<Record<'both' | 'only_a' | 'only_b', PartNumbers>>)[]
}

interface PartNumbers {
  readonly alerts: number
  readonly phantom: number
  readonly precision_interval: Interval | null
}

interface FoundNumbers {
  readonly found: number
  readonly alerts: number
}

/** What the tests read of format 2; src/store/take-away/CHANGELOG.md names the rest. */
export interface ReportNumbers {
  readonly format_version: number
  readonly models: readonly {
    readonly id: string
    readonly name: string
    readonly threshold: number
    readonly segment_thresholds?: { readonly by: SegmentRespect; readonly segments: readonly { readonly name?: string; readonly threshold: number }[] }
    readonly counts: ConfusionCounts
    readonly intervals: Sure & { readonly average_precision: Interval | null; readonly auc: Interval | null }
    readonly average_precision: number
    readonly auc: number
  }[]
  readonly alerts: { readonly all: { readonly alerts: number } }
  readonly comparison: { readonly own: ComparedNumbers; readonly equal: ComparedNumbers }
  readonly segments: readonly {
    readonly by: SegmentRespect
    readonly precision_floor: number
    readonly segments: readonly {
      readonly label: SegmentLabel
      readonly rows: number
      readonly items: number
      readonly positives: number
      readonly counts: ConfusionCounts
      readonly intervals: Sure
      readonly own: { readonly threshold: number; readonly held_out: FoundNumbers } | null
    }[]
    readonly now: FoundNumbers
    readonly at_own: FoundNumbers
  }[]
  readonly payoff: Payoff & {
    readonly profit: {
      readonly store_days: number
      readonly best_threshold: number
      readonly points: readonly (ConfusionCounts & { readonly threshold: number; readonly worth_found: number; readonly profit: number })[]
    }
  }
  readonly figures: readonly { readonly name: string; readonly rows: readonly (readonly string[])[] }[]
}

/** The numbers that the file carries. */
export function reportNumbers(html: string): ReportNumbers {
  const block = /<script type="application\/json" id="report-data">(.*?)<\/script>/s.exec(html)?.[1] ?? ''
  return JSON.parse(block) as ReportNumbers
}

const textOf = (html: string) => html.replace(/<[^>]*>/g, '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&')

/** The rows of the table with this caption, each from its header on; empty where there is no such table. */
export function tableOf(html: string, caption: string): readonly (readonly string[])[] {
  const table = [...html.matchAll(/<table>.*?<\/table>/gs)].map(([found]) => found).find((found) => textOf(/<caption>(.*?)<\/caption>/s.exec(found)?.[1] ?? '') === caption) ?? ''
  const body = /<tbody>(.*?)<\/tbody>/s.exec(table)?.[1] ?? ''
  return [...body.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) => [...row.matchAll(/<(?:th scope="row"|td)>(.*?)<\/(?:th|td)>/gs)].map(([, cell = '']) => textOf(cell)))
}

/** The cells of the row that a header begins. */
export function rowOf(html: string, header: string, caption: string): readonly string[] {
  return tableOf(html, caption).find(([first]) => first === header)?.slice(1) ?? []
}
