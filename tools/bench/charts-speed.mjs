// `node tools/bench/charts-speed.mjs`: what a step of the threshold slider costs for each picture of the
// Thresholds screen with a million labelled rows. `npm run bench` measures the same beside the rest.
import { join } from 'node:path'
import { findBrowser } from '../browser.mjs'
import { measureCharts } from './chart-steps.mjs'
import { labelledRows, writeReferenceJob } from './reference-job.mjs'
import { chartsTable } from './report-charts.mjs'
import { withBuiltApp } from './serve-built.mjs'

await withBuiltApp('charts-speed', 4190, async (url, folder) => {
  const extract = join(folder, 'labelled.csv')
  await writeReferenceJob(extract, labelledRows, { labelled: true })
  console.log(chartsTable(await measureCharts({ browserPath: findBrowser({ mayInstall: true }), url, cores: 2 }, extract)))
})
