import { describe, expect, it } from 'vitest'
import type { FaultCode } from './problems'
import type { FieldName } from './fields'
import type { MappingProposal } from './mapping'
import { isoDay } from './parse-date'
import { proposeMapping } from './propose-mapping'

const bytes = (text: string) => new TextEncoder().encode(text)

function proposed(text: string, overrides?: ReadonlyMap<FieldName, string>): MappingProposal {
  const all = bytes(text)
  const outcome = proposeMapping(all, all.length, overrides)
  if (!outcome.ok) throw new Error(outcome.fault.sentence)
  return outcome.value
}

function faultCode(all: Uint8Array | string): FaultCode | null {
  const given = typeof all === 'string' ? bytes(all) : all
  const outcome = proposeMapping(given, given.length)
  return outcome.ok ? null : outcome.fault.code
}

/** Values that suit a field, so that a corpus of headers can be given plausible rows. */
const valueOf: Readonly<Record<FieldName | 'other', (row: number) => string>> = {
  date: (row) => isoDay(20_089 + (row % 30)),
  store_id: (row) => `S0${1 + (Math.floor(row / 60) % 3)}`,
  sku_id: (row) => String(100_000 + Math.floor(row / 30) * 7),
  on_hand: (row) => String(40 - (row % 30)),
  units_sold: (row) => String(row % 4),
  forecast_units: (row) => (1.25 + (row % 7) / 8).toFixed(3),
  lead_time_forecast_units: (row) => (4 + (row % 5) / 4).toFixed(2),
  units_received: (row) => String(row % 9 === 0 ? 12 : 0),
  units_on_order: (row) => String(row % 8 === 0 ? 24 : 0),
  units_adjusted: (row) => String(row % 20 === 3 ? -1 : 0),
  counted_units: (row) => (row % 15 === 2 ? '17' : ''),
  price: (row) => (2.49 + (Math.floor(row / 30) % 5)).toFixed(2),
  unit_cost: (row) => (1.13 + (Math.floor(row / 30) % 5)).toFixed(2),
  on_promo: (row) => String(row % 10 === 0 ? 1 : 0),
  min_display_units: () => '4',
  case_pack: () => '12',
  category: (row) => ['Dairy', 'Bakery', 'Snacks'][Math.floor(row / 30) % 3]!,
  department: (row) => ['Fresh', 'Dry'][Math.floor(row / 60) % 2]!,
  aisle: (row) => `A${1 + (Math.floor(row / 30) % 4)}`,
  bin: (row) => `B-${1 + (Math.floor(row / 30) % 9)}`,
  item_name: (row) => `Item number ${Math.floor(row / 30)}`,
  phantom: (row) => String(row % 13 === 0 ? 1 : 0),
  other: (row) => String((row * 37) % 101),
}

type Column = readonly [header: string, field: FieldName | 'other', value?: (row: number) => string]

function fileOf(columns: readonly Column[], rows = 180): string {
  const lines = [columns.map(([header]) => header).join(',')]
  for (let row = 0; row < rows; row++) lines.push(columns.map(([, field, value]) => (value ?? valueOf[field])(row)).join(','))
  return lines.join('\n')
}

/** Header lists in the manner of real systems; each names the field that it must feed. */
const corpus: Readonly<Record<string, readonly Column[]>> = {
  'the reference form': [
    ['itemsku', 'sku_id'], ['storeid', 'store_id'], ['daydate', 'date'], ['DailyBOH', 'on_hand'], ['CurrentBOH', 'other'], ['PositiveBOHFlag', 'other', (row) => String(row % 2)],
    ['salesQuantity', 'units_sold'], ['OOSCount', 'other'], ['IMSQuantity', 'other'], ['DmdForecastQuantity', 'forecast_units'], ['LDEFForecastQuantity', 'lead_time_forecast_units'],
    ['MDQ', 'min_display_units'], ['DayofWeek', 'other', (row) => String(1 + (row % 7))], ['avg_sales_last7', 'other'], ['avg_sales_50to8', 'other'],
    ['lastsalesdate', 'other', valueOf.date], ['currentlastreceiptdate', 'other', valueOf.date], ['phantom_flag', 'phantom'],
  ],
  'an English weekly desk': [
    ['Business Date', 'date'], ['Store #', 'store_id'], ['UPC', 'sku_id'], ['Item Description', 'item_name'], ['Dept', 'department'], ['Qty On Hand', 'on_hand'],
    ['POS Qty', 'units_sold'], ['Missed Sales', 'other'], ['Stock Status', 'other', () => 'OK'], ['Hours Out Of Stock', 'other'], ['On Hand Value', 'other'], ['Received Qty', 'units_received'], ['On Order', 'units_on_order'],
  ],
  'a warehouse dump': [
    ['bus_dt', 'date'], ['store_nbr', 'store_id'], ['item_nbr', 'sku_id'], ['on_hand_qty', 'on_hand'], ['wm_unit_sales', 'units_sold'], ['fcst_qty', 'forecast_units'],
    ['gross_rcpt_qty', 'units_received'], ['in_transit_qty', 'units_on_order'], ['vnpk_qty', 'case_pack'], ['fineline', 'category'], ['unit_retail', 'price'], ['sales_amt', 'other'],
  ],
  'SAP': [['BUDAT', 'date', (row) => valueOf.date(row).replaceAll('-', '')], ['WERKS', 'store_id'], ['MATNR', 'sku_id', (row) => `00000000000${valueOf.sku_id(row)}`], ['MAKTX', 'item_name'], ['MATKL', 'category'], ['LABST', 'on_hand'], ['Absatzmenge', 'units_sold'], ['VERPR', 'unit_cost']],
  'a public inventory set': [
    ['Date', 'date'], ['Store ID', 'store_id'], ['Product ID', 'sku_id'], ['Category', 'category'], ['Region', 'other', () => 'North'], ['Inventory Level', 'on_hand'], ['Units Sold', 'units_sold'],
    ['Units Ordered', 'units_on_order'], ['Demand Forecast', 'forecast_units'], ['Price', 'price'], ['Discount', 'other'], ['Weather Condition', 'other', () => 'Rainy'], ['Holiday/Promotion', 'on_promo'], ['Competitor Pricing', 'other'], ['Seasonality', 'other', () => 'Autumn'],
  ],
  'camel case': [['snapshotDate', 'date'], ['locationCode', 'store_id'], ['productCode', 'sku_id'], ['stockOnHand', 'on_hand'], ['unitsSold', 'units_sold'], ['sellPrice', 'price'], ['isPromo', 'on_promo']],
  'table prefixes and units': [['inv.snapshot_date', 'date'], ['inv.store_id', 'store_id'], ['inv.sku', 'sku_id'], ['On Hand (EA)', 'on_hand'], ['Sales (units)', 'units_sold']],
  'German': [['Datum', 'date'], ['Filiale', 'store_id'], ['Artikelnummer', 'sku_id'], ['Artikelbezeichnung', 'item_name'], ['Warengruppe', 'category'], ['Lagerbestand', 'on_hand'], ['Absatz', 'units_sold'], ['Umsatz', 'other'], ['Prognose', 'forecast_units'], ['Wareneingang', 'units_received'], ['Bestandskorrektur', 'units_adjusted'], ['Verkaufspreis', 'price'], ['Aktion', 'on_promo'], ['Gebindegröße', 'case_pack']],
  'French': [['Date', 'date'], ['Magasin', 'store_id'], ['Code article', 'sku_id'], ['Libellé', 'item_name'], ['Famille', 'category'], ['Stock', 'on_hand'], ['Quantité vendue', 'units_sold'], ["Chiffre d'affaires", 'other'], ['Prévision', 'forecast_units'], ['Qté reçue', 'units_received'], ['Prix de vente', 'price']],
  'Spanish': [['Fecha', 'date'], ['Tienda', 'store_id'], ['Código', 'sku_id'], ['Descripción', 'item_name'], ['Existencias', 'on_hand'], ['Unidades vendidas', 'units_sold'], ['Importe', 'other'], ['Pronóstico', 'forecast_units'], ['Precio', 'price'], ['Promoción', 'on_promo']],
  'Portuguese': [['Data', 'date'], ['Loja', 'store_id'], ['Código do produto', 'sku_id'], ['Estoque', 'on_hand'], ['Quantidade vendida', 'units_sold'], ['Previsão', 'forecast_units'], ['Preço', 'price'], ['Categoria', 'category']],
  'Italian': [['Data', 'date'], ['Negozio', 'store_id'], ['Codice articolo', 'sku_id'], ['Descrizione', 'item_name'], ['Giacenza', 'on_hand'], ['Quantità venduta', 'units_sold'], ['Previsione', 'forecast_units'], ['Prezzo', 'price'], ['Reparto', 'department']],
  'Dutch': [['Datum', 'date'], ['Filiaal', 'store_id'], ['Artikelcode', 'sku_id'], ['Voorraad', 'on_hand'], ['Aantal verkocht', 'units_sold'], ['Omzet', 'other'], ['Prijs', 'price'], ['Actie', 'on_promo']],
  'Polish': [['Dzień', 'date'], ['Sklep', 'store_id'], ['Indeks', 'sku_id'], ['Stan magazynowy', 'on_hand'], ['Ilość sprzedana', 'units_sold'], ['Prognoza', 'forecast_units'], ['Cena', 'price'], ['Dostawa', 'units_received']],
  'Swedish': [['Datum', 'date'], ['Butik', 'store_id'], ['Artikelnummer', 'sku_id'], ['Lagersaldo', 'on_hand'], ['Sålda enheter', 'units_sold'], ['Prognos', 'forecast_units'], ['Pris', 'price'], ['Kampanj', 'on_promo']],
  'Japanese': [['日付', 'date'], ['店舗', 'store_id'], ['商品コード', 'sku_id'], ['商品名', 'item_name'], ['在庫数', 'on_hand'], ['販売数', 'units_sold'], ['需要予測', 'forecast_units'], ['入荷数', 'units_received'], ['価格', 'price']],
}

describe('the mapping of header corpora', () => {
  it.each(Object.entries(corpus))('%s needs no question and takes no decoy', (_, columns) => {
    const proposal = proposed(fileOf(columns))
    const want = Object.fromEntries(columns.flatMap(([, field], at) => (field === 'other' ? [] : [[field, at]])))
    expect(proposal.mapping.columns).toEqual(want)
    expect(proposal.questions).toEqual([])
    expect(proposal.missing).toEqual([])
  })

  it('feeds no column into two fields', () => {
    for (const columns of Object.values(corpus)) {
      const used = Object.values(proposed(fileOf(columns)).mapping.columns)
      expect(new Set(used).size).toBe(used.length)
    }
  })
})

const base: readonly Column[] = [['date', 'date'], ['store', 'store_id'], ['sku', 'sku_id'], ['on_hand', 'on_hand'], ['units_sold', 'units_sold']]
const without = (...fields: FieldName[]) => base.filter(([, field]) => !fields.includes(field as FieldName))

describe('what is left open', () => {
  it('asks between two stock columns that differ', () => {
    const { questions } = proposed(fileOf([...without('on_hand'), ['stock', 'on_hand'], ['inventory_level', 'other']]))
    expect(questions.map(({ id }) => id)).toEqual(['on_hand'])
    expect(questions[0]!.options.map(({ change }) => change.columns)).toEqual([{ on_hand: 4 }, { on_hand: 5 }])
  })

  it('takes the stock column that goes below zero over its clipped twin, without asking', () => {
    const below = (row: number) => String(5 - (row % 9))
    const clipped = (row: number) => String(Math.max(0, 5 - (row % 9)))
    const proposal = proposed(fileOf([...without('on_hand'), ['stock', 'on_hand', clipped], ['inventory_level', 'on_hand', below]]))
    expect([proposal.questions, proposal.mapping.columns.on_hand]).toEqual([[], 5])
  })

  it('prefers on-hand over available', () => {
    const proposal = proposed(fileOf([['Available', 'other'], ...base]))
    expect([proposal.questions, proposal.mapping.columns.on_hand]).toEqual([[], 4])
  })

  it('asks where only the available stock is given', () => {
    const proposal = proposed(fileOf([...without('on_hand'), ['Available', 'on_hand']]))
    expect(proposal.questions.map(({ id }) => id)).toEqual(['on_hand'])
    expect(proposal.mapping.columns.on_hand).toBe(4)
  })

  it('asks where the ledger says that the stock is that of the start of the day', () => {
    const opening = (row: number) => String(90 - Array.from({ length: row % 30 }, (_, day) => Number(valueOf.units_sold(row - (row % 30) + day))).reduce((a, b) => a + b, 0))
    const closing = (row: number) => String(Number(opening(row)) - Number(valueOf.units_sold(row)))
    const { questions, matches } = proposed(fileOf([...without('on_hand'), ['BOH', 'on_hand', opening]]))
    expect(questions.map(({ id }) => id)).toEqual(['on_hand'])
    expect(matches.find(({ field }) => field === 'on_hand')!.reason).toMatch(/start of the day/)
    expect(proposed(fileOf([...without('on_hand'), ['BOH', 'on_hand', closing]])).questions).toEqual([])
  })

  it('takes one of two item numbers that always go together, and asks where they do not', () => {
    const twin = proposed(fileOf([...base, ['item_id', 'sku_id', (row) => `i${valueOf.sku_id(row)}`]]))
    expect(twin.questions).toEqual([])
    const apart = proposed(fileOf([...base, ['item_id', 'sku_id', (row) => String(row % 7)]]))
    expect(apart.questions.map(({ id }) => id)).toEqual(['sku_id'])
  })

  it('asks whether fractional sales are units or money', () => {
    const sales = (row: number) => ((row % 4) * Number(valueOf.price(row))).toFixed(2)
    const { questions, matches } = proposed(fileOf([...without('units_sold'), ['sales', 'units_sold', sales], ['price', 'price']]))
    expect(questions.map(({ id }) => id)).toEqual(['units_sold'])
    expect(matches.find(({ field }) => field === 'units_sold')!.reason).toMatch(/money/)
  })

  it('asks about whole sales that are multiples of the price, and takes units at a price of one', () => {
    const yen = (row: number) => String((row % 4) * (198 + 100 * (Math.floor(row / 30) % 3)))
    const each = (row: number) => String(198 + 100 * (Math.floor(row / 30) % 3))
    expect(proposed(fileOf([...without('units_sold'), ['sales', 'units_sold', yen], ['price', 'price', each]])).questions.map(({ id }) => id)).toEqual(['units_sold'])
    expect(proposed(fileOf([...without('units_sold'), ['sales', 'units_sold'], ['price', 'price', () => '1.00']])).questions).toEqual([])
  })

  it('a place such as 3.2.1 is no vote for the decimal mark', () => {
    const file = fileOf([...base, ['forecast', 'forecast_units', (row) => `${1 + (row % 3)}.${100 + row}`], ['bin', 'bin', (row) => `${1 + (row % 9)}.2.1`]])
    expect(proposed(file)).toMatchObject({ mapping: { decimal: '.' }, questions: [{ id: 'decimal' }] })
  })

  it('takes two-digit years in front for years, over several of them too', () => {
    const short = (row: number) => isoDay(20_000 + row * 5).slice(2).replaceAll('-', '.')
    expect(proposed(fileOf([['date', 'date', short], ...without('date')]))).toMatchObject({ mapping: { dateOrder: 'ymd' }, questions: [] })
  })

  it('asks for the order of dates where two orders stand in one column', () => {
    const mixed = (row: number) => (row % 2 === 0 ? '13/02/2025' : '02/14/2025')
    expect(proposed(fileOf([['date', 'date', (row) => (row === 7 ? '02/14/2025' : mixed(row))], ...without('date')])).questions.map(({ id }) => id)).toEqual(['date-order'])
    const slip = (row: number) => (row === 7 ? '02/14/2025' : `${13 + (row % 12)}/02/2025`)
    expect(proposed(fileOf([['date', 'date', slip], ...without('date')]))).toMatchObject({ mapping: { dateOrder: 'dmy' }, questions: [] })
  })

  it('settles day and month by a part over 12, else by the steps, and asks once where both fit', () => {
    const written = (order: 'dmy' | 'mdy', days: (row: number) => number) => (row: number) => {
      const [y, m, d] = isoDay(20_089 + days(row)).split('-') as [string, string, string]
      return order === 'dmy' ? `${d}/${m}/${y}` : `${m}/${d}/${y}`
    }
    const file = (value: (row: number) => string) => proposed(fileOf([['date', 'date', value], ...without('date')]))
    for (const order of ['dmy', 'mdy'] as const) {
      expect(file(written(order, (row) => row % 30))).toMatchObject({ mapping: { dateOrder: order }, questions: [] })
      // Days 1 to 12 of one month: no part is over 12.
      expect(file(written(order, (row) => row % 12))).toMatchObject({ mapping: { dateOrder: order }, questions: [] })
    }
    const { questions } = file(() => '03/04/2025')
    expect(questions.map(({ id }) => id)).toEqual(['date-order'])
    expect(questions[0]!.options.map(({ change }) => change.dateOrder).sort()).toEqual(['dmy', 'mdy'])
  })

  it('takes points between the parts as day first', () => {
    expect(proposed(fileOf([['date', 'date', () => '03.04.2025'], ...without('date')]))).toMatchObject({ mapping: { dateOrder: 'dmy' }, questions: [] })
  })

  it('asks how 1,234 is meant only where no value settles it', () => {
    const german = (values: (row: number) => string) => fileOf([...base, ['forecast', 'forecast_units', values]]).replaceAll(',', ';').replaceAll('_', ',')
    expect(proposed(german((row) => `${1 + (row % 3)}_${100 + row}`).replace('on,hand', 'on_hand').replace('units,sold', 'units_sold'))).toMatchObject({
      mapping: { decimal: ',' },
      questions: [{ id: 'decimal' }],
    })
    expect(proposed(german((row) => (row === 0 ? '1_5' : '1_234')).replace('on,hand', 'on_hand').replace('units,sold', 'units_sold'))).toMatchObject({
      mapping: { decimal: ',' },
      questions: [],
    })
  })

  it('offers numbers of unknown name for what is missing', () => {
    const proposal = proposed(fileOf([...without('on_hand'), ['XQZ1', 'other'], ['Notes', 'other', () => 'none said']]))
    expect(proposal.missing).toEqual(['on_hand'])
    expect(proposal.questions).toMatchObject([{ id: 'on_hand', options: [{ change: { columns: { on_hand: 4 } } }] }])
  })

  it('takes columns that are chosen by name, and refuses names that are not there', () => {
    const text = fileOf([...without('on_hand'), ['XQZ1', 'other']])
    expect(proposed(text, new Map([['on_hand', 'XQZ1']]))).toMatchObject({ mapping: { columns: { on_hand: 4 } }, missing: [], questions: [] })
    const all = bytes(text)
    expect(proposeMapping(all, all.length, new Map([['on_hand', 'XQZ2']]))).toMatchObject({ ok: false, fault: { code: 'no-such-column' } })
  })

  it('maps an extract without a store column', () => {
    expect(proposed(fileOf(without('store_id')))).toMatchObject({ questions: [], missing: [] })
  })

  it('keeps both of two equal headers as columns and asks which is meant', () => {
    const proposal = proposed(fileOf([...base, ['on_hand', 'other']]))
    expect(proposal.headers.filter((text) => text === 'on_hand')).toHaveLength(2)
    expect(proposal.questions.map(({ id }) => id)).toEqual(['on_hand'])
  })
})

describe('files that cannot be scored', () => {
  const months: readonly Column[] = [['store', 'store_id'], ['sku', 'sku_id'], ...['Jan 2025', 'Feb 2025', 'Mar 2025', 'Apr 2025'].map((name): Column => [name, 'other'])]
  it.each<[string, FaultCode, Uint8Array | string]>([
    ['an empty file', 'empty-file', ''],
    ['blank lines alone', 'empty-file', '\n\n  \n'],
    ['a header alone', 'no-rows', fileOf(base, 0)],
    ['one column', 'one-column', 'sku\n1\n2\n3\n'],
    ['binary junk', 'not-text', Uint8Array.from({ length: 4096 }, (_, at) => (at * 7919 + (at >> 3)) % 256)],
    ['a workbook under another name', 'workbook', Uint8Array.of(0x50, 0x4b, 3, 4, ...bytes('....[Content_Types].xml....xl/workbook.xml'))],
    ['an old workbook', 'workbook', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)],
    ['a gzip', 'archive', Uint8Array.of(0x1f, 0x8b, 8, 0, 0)],
    ['a zip', 'archive', Uint8Array.of(0x50, 0x4b, 3, 4, ...bytes('....extract.csv'))],
    ['an OpenDocument workbook', 'workbook', Uint8Array.of(0x50, 0x4b, 3, 4, ...bytes('....mimetypeapplication/vnd.oasis.opendocument.spreadsheet'))],
    ['JSON', 'no-table', '[{"date":"2025-01-01","sku":"1","on_hand":3}]'],
    ['a web page that calls itself a workbook', 'no-table', '<html><table><tr><td>date</td><td>sku</td></tr></table></html>'],
    ['XML', 'no-table', '<?xml version="1.0"?>\n<rows><row sku="1" on_hand="3"/></rows>'],
    ['a PDF', 'pdf', '%PDF-1.7 ...'],
    ['wide months', 'wide-months', fileOf(months)],
    ['wide days by number', 'wide-months', fileOf([['sku', 'sku_id'], ...Array.from({ length: 30 }, (_, at): Column => [`d_${at + 1}`, 'other'])])],
    ['wide dates', 'wide-months', fileOf([['sku', 'sku_id'], ...Array.from({ length: 9 }, (_, at): Column => [`2025-01-0${at + 1}`, 'other'])])],
    ['a snapshot without dates', 'no-dates', fileOf([['store', 'store_id'], ['sku', 'sku_id'], ['on_hand', 'on_hand'], ['price', 'price']])],
    ['a sales log without stock', 'no-stock', fileOf([...without('on_hand'), ['price', 'price'], ['revenue', 'other']])],
    ['stock without sales', 'no-sales', fileOf([...without('units_sold'), ['price', 'price']])],
    ['no items', 'no-items', fileOf([['date', 'date'], ['on_hand', 'on_hand'], ['units_sold', 'units_sold']])],
    ['a log of receipts', 'transaction-log', fileOf([['receipt_no', 'other'], ['date', 'date'], ['store', 'store_id'], ['sku', 'sku_id'], ['qty', 'units_sold'], ['amount', 'price']])],
    ['no header', 'no-header', fileOf(base).split('\n').slice(1).join('\n')],
  ])('%s: %s', (_, code, all) => {
    expect(faultCode(all)).toBe(code)
  })

  it('shows a date that is not read as one', () => {
    const all = bytes(fileOf([...without('date'), ['date', 'date', (row) => String((20_089 + (row % 30)) * 86_400)]]))
    expect(proposeMapping(all, all.length)).toMatchObject({ ok: false, fault: { code: 'no-dates', sentence: expect.stringContaining('"date" has values such as 1735689600') as string } })
  })

  it('shows a quantity that is no plain number', () => {
    const all = bytes(fileOf([...without('on_hand'), ['on_hand', 'on_hand', (row) => `${row} EA`]]))
    expect(proposeMapping(all, all.length)).toMatchObject({ ok: false, fault: { code: 'no-stock', sentence: expect.stringContaining('"on_hand" has values such as 0 EA') as string } })
  })

  it('quotes the column that was refused', () => {
    const all = bytes(fileOf([...without('on_hand'), ['On Hand (Value)', 'on_hand']]))
    expect(proposeMapping(all, all.length)).toMatchObject({ ok: false, fault: { code: 'no-stock', sentence: expect.stringContaining('"On Hand (Value)"') as string } })
  })

  it('gives each fault a sentence and advice', () => {
    const outcome = proposeMapping(bytes('sku\n1\n2\n'), 8)
    expect(outcome).toMatchObject({ ok: false, fault: { sentence: expect.stringMatching(/^The file has one column/) as string, advice: expect.stringMatching(/\w{3}/) as string } })
  })
})
