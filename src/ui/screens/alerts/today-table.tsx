/** The items of today's list: a table where there is room for one, cards on a phone. */
import type { AlertRow } from '../../../domain/alerts/alert-row'
import type { StakeUnit } from '../../../domain/alerts/today/stake'
import type { TodayItem } from '../../../domain/alerts/today/todays-list'
import { countOf, formatCount, formatMoney, formatProbability, formatUnits } from '../../format/format-number'
import { placeHeading, placeInFull } from './place-words'
import type { TodaySection } from './today-sections'
import styles from './today-table.module.css'

interface TodayTableProps {
  readonly sections: readonly TodaySection[]
  /** What is known of each row, those that have come so far. */
  readonly contents: ReadonlyMap<number, AlertRow>
  /** What of the place stands in the row: what the heading says already does not. */
  readonly placeIs: 'bin' | 'in full' | 'in heading'
  /** With control rows among them, a chance would tell them apart. */
  readonly withChance: boolean
  readonly onOpen: (row: number) => void
}

export function TodayTable({ sections, contents, placeIs, withChance, onOpen }: TodayTableProps) {
  const inMoney = sections.every(({ unit }) => unit === 'money')
  const columns = 5 + (placeIs === 'in heading' ? 0 : 1) + (withChance ? 1 : 0)
  return (
    <table role="table" aria-label="Today's list" className={styles['table']}>
      <thead role="rowgroup" className={styles['head']}>
        <tr role="row">
          {placeIs !== 'in heading' && <Head>{placeIs === 'bin' ? 'Bin' : 'Place'}</Head>}
          <Head>Item</Head>
          <Head number>On record</Head>
          <Head number>Last sold</Head>
          <Head number>Sells a day</Head>
          <Head number>{inMoney ? 'At stake a day' : 'Units at stake a day'}</Head>
          {withChance && <Head number>Chance</Head>}
        </tr>
      </thead>
      {sections.map(({ store, unit, groups }) =>
        groups.map((group, g) => {
          const place = placeHeading(group) ?? (groups.length > 1 ? 'Place not known' : null)
          const heading = [store === null ? null : `Store ${store}`, place].filter((part) => part !== null).join(': ')
          return (
            <tbody role="rowgroup" key={`${store ?? ''} ${g}`}>
              {heading !== '' && (
                <tr role="row" className={styles['group']}>
                  <th role="rowheader" scope="rowgroup" colSpan={columns} aria-colspan={columns}>
                    {heading} <span className={styles['groupCount']}>{countOf(group.items.length, 'item')}</span>
                  </th>
                </tr>
              )}
              {group.items.map((item) => (
                <ItemRow key={item.row} item={item} content={contents.get(item.row)} unit={unit} {...{ placeIs, withChance, onOpen }} />
              ))}
            </tbody>
          )
        }),
      )}
    </table>
  )
}

function Head({ number = false, children }: { readonly number?: boolean; readonly children: string }) {
  return (
    <th role="columnheader" scope="col" className={number ? styles['number'] : undefined}>
      {children}
    </th>
  )
}

interface ItemRowProps extends Omit<TodayTableProps, 'sections' | 'contents'> {
  readonly unit: StakeUnit
  readonly item: TodayItem
  readonly content: AlertRow | undefined
}

function ItemRow({ item, content, unit, placeIs, withChance, onOpen }: ItemRowProps) {
  const { row, place, unitsPerDay, stakePerDay, probability, price } = item
  return (
    <tr role="row" className={styles['item']} aria-busy={content === undefined} onClick={() => onOpen(row)}>
      {placeIs !== 'in heading' && (
        <td role="cell" className={placeIs === 'bin' ? styles['bin'] : styles['place']}>
          {placeIs === 'bin' && place.bin !== null && <span className={styles['before']}>Bin </span>}
          {placeIs === 'bin' ? place.bin : placeInFull(place)}
        </td>
      )}
      <td role="cell" className={styles['name']}>
        <button
          type="button"
          className={styles['open']}
          onClick={(event) => {
            event.stopPropagation()
            onOpen(row)
          }}
        >
          {content ? (content.itemName ?? `SKU ${content.sku}`) : '…'}
        </button>
        {content && content.itemName !== null && <span className={styles['sku']}>{content.sku}</span>}
      </td>
      <Figure name="onRecord" value={content ? formatUnits(content.onHand) : '…'} after="on record" />
      <Figure name="lastSold" {...lastSold(content)} />
      <Figure name="sells" value={formatUnits(unitsPerDay)} after="sold a day" />
      <Figure name="stake" value={stakeText(stakePerDay, unit, price)} after="at stake a day" />
      {withChance && <Figure name="chance" value={formatProbability(probability)} after="chance" />}
    </tr>
  )
}

interface FigureWords {
  readonly before?: string
  readonly value: string
  readonly after?: string
}

/** A bare figure in the table; on a card the words that the column head would say stand around it. */
function Figure({ name, before, value, after }: FigureWords & { readonly name: string }) {
  return (
    <td role="cell" className={`${styles['number'] ?? ''} ${styles[name] ?? ''}`}>
      {before !== undefined && <span className={styles['before']}>{before} </span>}
      <b className={styles['value']}>{value}</b>
      {after !== undefined && <span className={styles['after']}> {after}</span>}
    </td>
  )
}

function lastSold(content: AlertRow | undefined): FigureWords {
  if (!content) return { value: '…' }
  if (content.daysSinceSale === null) return { value: 'never', after: 'sold' }
  return { before: 'sold', value: content.daysSinceSale === 0 ? 'today' : `${formatCount(content.daysSinceSale)} d ago` }
}

/** A tilde where the item has no price of its own. */
function stakeText(stake: number, unit: StakeUnit, price: number | null): string {
  if (unit === 'units') return `${formatUnits(stake)} u`
  return price === null ? `~${formatMoney(stake)}` : formatMoney(stake)
}
