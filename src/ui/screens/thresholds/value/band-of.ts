import type { SureShare } from '../../../../domain/bench/clustered-share'

/** The interval of a figure as a chart draws it; null where too little is known for one. */
export function bandOf({ low, high }: SureShare): readonly [number, number] | null {
  return Number.isNaN(low) || Number.isNaN(high) ? null : [low, high]
}
