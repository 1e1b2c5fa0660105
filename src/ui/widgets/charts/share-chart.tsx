import { PlotChart, type PlotChartProps } from './plot-chart'
import { shareScale } from './plot-scale'

/** Lines over the unit square: shares against shares, each from none to all. */
export function ShareChart(props: Omit<PlotChartProps, 'xScale' | 'yScale'>) {
  return <PlotChart {...props} xScale={shareScale} yScale={shareScale} />
}
