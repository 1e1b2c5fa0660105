// What a step of the slider takes on the Thresholds screen: some lines for the table of all, and a table of every picture.

const milliseconds = (value) => (value === null ? 'stands still' : `${value.toFixed(1)} ms`)
const rowsInWords = (rows) => `${rows.toLocaleString('en')} labelled rows`

/** What is measured, how it reads, and the figure that we hold ourselves to. */
export function chartLines({ rows, opening, each }) {
  const [figures, ...pictures] = each
  // Until it stands: one that waits for the worker is slower than its own drawing.
  const stands = ({ settled, longest }) => settled ?? longest
  const slowest = pictures.reduce((worst, picture) => (stands(picture) > stands(worst) ? picture : worst))
  const opened = Object.entries(opening).reduce((worst, one) => (one[1] > worst[1] ? one : worst))
  return [
    [`The same at ${rowsInWords(rows)}, the figures`, milliseconds(figures.work), '16 ms'],
    [`The same at ${rowsInWords(rows)}, until the slowest picture stands (${slowest.what})`, milliseconds(stands(slowest)), '50 ms'],
    [`Longest hold of the main thread while those pictures appear (section ${opened[0]})`, `${Math.round(opened[1])} ms`, '50 ms'],
  ]
}

const howMeasured =
  'A step is 0.01, with all pictures of the section open and this one in sight; medians of the steps. ' +
  '**Work:** script and layout of the task that the input starts, for the whole screen. ' +
  '**Frame:** from the input until the main thread has painted the first frame in which this picture is another, the wait for the frame included. ' +
  '**Last change:** the same for its last change: intervals, and the line of days to find, come from the worker. ' +
  '**Longest hold:** the longest stretch for which the main thread was held, painting included, from the input until nothing more came. ' +
  'Bands of whole curves are not asked for again at a step: the measurement ends with an error where they are.'

/** @returns a Markdown table, a line a picture */
export function chartsTable({ rows, opening, each, load, date }) {
  return [
    `One step of the threshold slider at ${rowsInWords(rows)}. ${howMeasured}`,
    '',
    '| Picture | Work | Frame | Last change | Longest hold | Steps |',
    '|---|---|---|---|---|---|',
    ...each.map(({ what, work, painted, settled, longest, steps }) => `| ${[what, milliseconds(work), milliseconds(painted), milliseconds(settled), milliseconds(longest), steps].join(' | ')} |`),
    '',
    `While a section appears the main thread is held for ${Object.entries(opening).map(([section, held]) => `${Math.round(held)} ms at the longest (${section})`).join(', ')}. Measured with load ${load.toFixed(1)} before, ${date}.`,
  ].join('\n')
}
