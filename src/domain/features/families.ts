/** The families of features, in column order. */
import type { Family } from './feature-spec'
import { calendar } from './families/calendar'
import { history } from './families/history'
import { ledger } from './families/ledger'
import { peers } from './families/peers'
import { price } from './families/price'
import { rate } from './families/rate'
import { replenishment } from './families/replenishment'
import { sales } from './families/sales'
import { shortfall } from './families/shortfall'
import { stock } from './families/stock'
import { store } from './families/store'

export const families: readonly Family[] = [stock, sales, rate, shortfall, ledger, replenishment, peers, store, calendar, price, history]
