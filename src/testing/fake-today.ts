/** What the fake engine says of its drawn rows for today's list: no rule holds anything back but two, and one ghost. */
import type { AlertRow } from '../domain/alerts/alert-row'
import type { AlertDays } from '../domain/alerts/today/alert-days'
import { comparePlaces, type Place } from '../domain/alerts/today/place'
import { ruleReasons, type TodayFacts } from '../domain/alerts/today/today-facts'

const placeOf = ({ department, aisle, bin, category }: AlertRow): Place => ({ department, aisle, bin, category })

/** An entry a row: every fifteenth is a slow seller, every twentieth has stopped elsewhere. */
export function fakeToday(rows: readonly AlertRow[]): TodayFacts {
  const stores = [...new Set(rows.map(({ store }) => store))]
  const places = rows.map(placeOf).sort(comparePlaces)
  const samePlace = (row: AlertRow) => places.findIndex((place) => comparePlaces(place, placeOf(row)) === 0)
  return {
    stores,
    skus: rows.map(({ sku }) => sku),
    dayOfStore: stores.map(() => rows[0]!.day),
    places,
    placed: { department: true, aisle: true, bin: false, category: true },
    rows: Uint32Array.from(rows, ({ row }) => row),
    store: Int32Array.from(rows, ({ store }) => stores.indexOf(store)),
    sku: Int32Array.from(rows, (_, i) => i),
    place: Int32Array.from(rows, samePlace),
    unitsPerDay: Float32Array.from(rows, ({ unitsPerDay }) => unitsPerDay),
    price: Float32Array.from(rows, ({ price }) => price ?? NaN),
    candidate: new Uint8Array(rows.length).fill(1),
    label: null,
    hold: Int8Array.from(rows, ({ row }) => (row % 15 === 7 ? ruleReasons.indexOf('slow-seller') : row % 20 === 9 ? ruleReasons.indexOf('stopped-elsewhere') : -1)),
    countsTold: null,
    ghosts: [{ row: 0, store: stores[0]!, units: 3 }],
  }
}

/** Two days: half of the probabilities on the day before, all of them on `lastDay`. */
export function fakeAlertDays(lastDay: number, probabilities: Float32Array): AlertDays {
  const half = probabilities.slice(0, probabilities.length >> 1).sort()
  const all = probabilities.slice().sort()
  return { day: Int32Array.of(lastDay - 1, lastDay), start: Int32Array.of(0, half.length, half.length + all.length), probabilities: Float32Array.of(...half, ...all) }
}
