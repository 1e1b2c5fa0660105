// The extract that speed is measured on: store x SKU rows of 20 stores and 280 SKUs over 180 days,
// ten columns, about 52 bytes a row, and one of labels where they are wanted. Made by Node alone, so that every machine measures the same bytes.
import { createWriteStream } from 'node:fs'
import { once } from 'node:events'

/** Rows of the labelled job: in the first 28 days of an item no row can be flagged or measured, so that more than a million must stand for a million that measure. */
export const labelledRows = 1_250_000

const skus = 280
const days = 180
const categories = ['Dairy', 'Bakery', 'Produce', 'Frozen', 'Beverages', 'Household', 'Care', 'Snacks']
const header = 'date,store_id,sku_id,on_hand,units_sold,forecast_units,units_received,price,on_promo,category'

/** A small seeded generator (mulberry32): numbers in [0, 1). */
function seeded(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** Poisson by multiplication: rates here are below 20. */
function poisson(rate, random) {
  const floor = Math.exp(-rate)
  let count = 0
  for (let product = random(); product > floor; product *= random()) count++
  return count
}

/**
 * The rows of one store-item: Poisson sales around its own rate, refilled when the record runs
 * low. One item in twelve loses its stock one day while the record goes on claiming it; a `labelled`
 * row ends with whether that is so.
 */
function itemLines(store, sku, random, dates, labelled) {
  const rate = Math.exp(-0.2 + 1.1 * (random() + random() + random() - 1.5) * 2)
  const price = (0.8 + 12 * random() ** 2).toFixed(2)
  const category = categories[sku % categories.length]
  const lostOn = random() < 1 / 12 ? Math.floor(40 + random() * (days - 40)) : days
  const fill = Math.max(4, Math.ceil(rate * 10))
  const lines = []
  let onHand = fill
  for (let day = 0; day < days; day++) {
    const received = onHand <= rate * 4 ? fill : 0
    const promo = (day + sku) % 60 < 7 ? 1 : 0
    const expected = rate * (promo ? 1.6 : 1) * (day % 7 === 5 ? 1.3 : 1)
    const isPhantom = day >= lostOn && received === 0
    const sold = isPhantom ? 0 : Math.min(onHand + received, poisson(Math.min(expected, 20), random))
    onHand += received - sold
    lines.push(`${dates[day]},S${String(store).padStart(3, '0')},${100000 + sku},${onHand},${sold},${expected.toFixed(3)},${received},${price},${promo},${category}${labelled ? `,${Number(isPhantom)}` : ''}`)
  }
  return lines
}

/** Writes the first `rows` rows to `path`, with their truth where they shall be `labelled`; gives the bytes written. */
export async function writeReferenceJob(path, rows, { labelled = false } = {}) {
  const dates = Array.from({ length: days }, (_, day) => new Date(Date.UTC(2025, 0, 6 + day)).toISOString().slice(0, 10))
  const random = seeded(20260101)
  const file = createWriteStream(path)
  let bytes = 0
  const write = async (lines) => {
    const text = lines.join('\n') + '\n'
    bytes += text.length
    if (!file.write(text)) await once(file, 'drain')
  }
  await write([labelled ? `${header},phantom` : header])
  for (let item = 0, left = rows; left > 0; item++) {
    const lines = itemLines(1 + Math.floor(item / skus), item % skus, random, dates, labelled).slice(0, left)
    left -= lines.length
    await write(lines)
  }
  file.end()
  await once(file, 'finish')
  return bytes
}
