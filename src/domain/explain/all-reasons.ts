/** Every sentence whose facts hold, group by group, the stronger ones of a group first. */
import { evidenceGroups, type EvidenceId } from './evidence-groups'
import type { Reason, Words } from './reason'
import type { RowFacts } from './row-facts'

/** From this many units a day on a rate is easier to read than a sum. */
const readableRate = 1
/** Fewer expected units than this, and silence says little. */
const tellingUnits = 1
/** Sold at most this share of what was expected, and at least so many units less: a shortfall worth a sentence. */
const shortfallShare = 0.5
const shortfallUnits = 3
/** Days that a record must have stood still to be spoken of; changed within so many it still moves. */
const stillDays = 4
const movingDays = 1
const recentCorrectionDays = 90
const recentCountDays = 14
/** A gap of so many usual ones, and of a week at least, is a delivery that did not come. */
const overdueGaps = 2
const overdueDays = 7
/** Where nobody knows what is usual: four weeks. */
const longWithoutDelivery = 28
/** Most other stores sell it; few do, seen over a week at least. */
const mostStores = 0.5
const fewStores = 0.34
const peerDays = 7
const usualSales = 0.8
const weakSales = 0.6
const closedShare = 0.3
/** Days around the last sale within which a change may be why sales stopped. */
export const aroundLastSale = 3
const shortHistory = 45

type Say = (id: string, speaksFor: Reason['speaksFor'], sentence: string) => void

const daysOf = (count: number) => `${count} ${count === 1 ? 'day' : 'days'}`
const storesOf = (count: number) => `${count} other ${count === 1 ? 'store' : 'stores'}`

const finders: Readonly<Record<EvidenceId, (facts: RowFacts, words: Words, say: Say) => void>> = {
  sales({ lastSale, silentDays, unknownDays, soldBefore, expectedSince, longestEarlierSilence, lately }, { day, units, about }, say) {
    const unknown = unknownDays > 0 ? ` (${unknownDays} of them without a figure)` : ''
    if (lastSale && soldBefore && silentDays > 0 && expectedSince >= tellingUnits) {
      const rate = soldBefore.units / soldBefore.days
      const before = rate >= readableRate ? `Sold about ${about(rate)} a day until ${day(lastSale.day)}` : `Sold ${units(soldBefore.units)} in the ${daysOf(soldBefore.days)} to ${day(lastSale.day)}`
      say('stopped', 'missing', `${before}, none in the ${daysOf(silentDays)} since${unknown}.`)
    }
    if (!lastSale && expectedSince >= tellingUnits) say('never-sold', 'missing', `It has not sold once in the ${daysOf(silentDays)} that are known${unknown}.`)
    if (lately.sold > 0 && lately.sold <= shortfallShare * lately.expected && lately.expected - lately.sold >= shortfallUnits) {
      say('sells-less', 'missing', `It sold ${units(lately.sold)} in the last ${daysOf(lately.days)}; about ${about(lately.expected)} were expected.`)
    }
    if (longestEarlierSilence > 0 && silentDays > longestEarlierSilence) say('longest-silence', 'missing', `Before, it never went more than ${daysOf(longestEarlierSilence)} without a sale.`)

    if (lastSale && silentDays <= 1) say('still-sells', 'there', `It still sells: ${units(lastSale.units)} on ${day(lastSale.day)}.`)
    if (silentDays > 1 && longestEarlierSilence >= silentDays) say('usual-silence', 'there', `It went ${daysOf(longestEarlierSilence)} without a sale before, and sold again.`)
    if (silentDays > 0 && expectedSince < tellingUnits) say('slow-seller', 'there', `It sells slowly: about ${about(expectedSince)} should have sold in the ${daysOf(silentDays)} without a sale.`)
  },

  record({ day: today, firstDay, onHand, record: { since, fromStart, negativeDays } }, { day, units }, say) {
    if (today - since + 1 >= stillDays) {
      say('stands-still', 'missing', `The record has stood at ${units(onHand)} ${fromStart ? `for all ${daysOf(today - firstDay + 1)} that are known` : `since ${day(since)}`}.`)
    }
    if (negativeDays > 0) say('was-negative', 'missing', `The record was below zero on ${daysOf(negativeDays)} of the last 90.`)
    if (!fromStart && today - since <= movingDays) say('moves', 'there', `The record still moves: it changed on ${day(since)}.`)
  },

  ledger({ day: today, lastCount, lastCorrection, unexplainedLoss }, { day, units }, say) {
    const isRecentCount = lastCount !== null && today - lastCount.day <= recentCountDays
    if (isRecentCount && lastCount.units === 0) say('counted-none', 'missing', `A count on ${day(lastCount.day)} found none.`)
    if (lastCorrection && lastCorrection.units < 0 && today - lastCorrection.day <= recentCorrectionDays) {
      say('corrected-down', 'missing', `The record was corrected down by ${units(-lastCorrection.units)} on ${day(lastCorrection.day)}.`)
    }
    if (unexplainedLoss >= 1) say('unexplained', 'missing', `In 90 days ${units(unexplainedLoss)} went off the record without a sale or a correction.`)
    if (isRecentCount && lastCount.units > 0) say('counted', 'there', `It was counted on ${day(lastCount.day)}: ${units(lastCount.units)} were there.`)
  },

  deliveries({ day: today, firstDay, silentDays, deliveries }, { day, units }, say) {
    if (!deliveries) return
    const { last, since, usualDaysBetween } = deliveries
    const isFresh = since.latest !== null && since.latest.day >= today - 1
    if (since.latest && !isFresh && silentDays > 0) {
      const came = since.count === 1 ? `${units(since.units)} came in on ${day(since.latest.day)}` : `${since.count} deliveries came in, ${units(since.units)} units, the latest on ${day(since.latest.day)}`
      say('unsold-delivery', 'missing', `${came}, and none has sold since.`)
    }
    const gap = today - (last ? last.day : firstDay - 1)
    if (last && gap >= overdueDays && gap >= overdueGaps * usualDaysBetween) {
      say('no-delivery', 'missing', `No delivery for ${daysOf(gap)}; before, one came about every ${daysOf(Math.round(usualDaysBetween))}.`)
    } else if (gap >= longWithoutDelivery) {
      say('no-delivery', 'missing', `No delivery ${last ? `since ${day(last.day)}` : `in the ${daysOf(gap)} that are known`}.`)
    }
    if (since.latest && isFresh) say('fresh-delivery', 'there', `${units(since.latest.units)} came in on ${day(since.latest.day)}, too short a time to tell.`)
  },

  otherStores({ silentDays, otherStores }, { units }, say) {
    if (!otherStores || silentDays === 0) return
    const { stores, selling, sold, days } = otherStores
    const share = selling / stores
    const inTime = `In the ${silentDays === days ? 'same' : 'last'} ${daysOf(days)}`
    if (share >= mostStores) {
      const who = selling < stores ? `${selling} of ${storesOf(stores)}` : stores === 1 ? 'the other store' : `all ${storesOf(stores)}`
      say('others-sell', 'missing', `${inTime} ${who} sold it, ${units(sold)} in all.`)
    }
    if (days < peerDays) return
    if (selling === 0) say('none-sells', 'there', stores === 1 ? `${inTime} the other store did not sell it either.` : `${inTime} none of ${storesOf(stores)} sold it.`)
    else if (share <= fewStores) say('few-sell', 'there', `${inTime} only ${selling} of ${storesOf(stores)} sold it.`)
  },

  thisStore({ silentDays, closedDays, restOfStore, restOfCategory, category }, { percent }, say) {
    const inWeek = (ratio: number) => `${percent(ratio)} of what was expected in 7 days`
    if (silentDays > 0 && restOfStore >= usualSales) say('store-usual', 'missing', `The rest of the store sells: ${inWeek(restOfStore)}.`)
    if (closedDays > 0 && closedDays >= closedShare * silentDays) say('closed', 'there', `The store was closed on ${closedDays} of the ${daysOf(silentDays)} without a sale.`)
    if (category !== null && restOfCategory < weakSales) say('category-weak', 'there', `The other items of ${category} sell little too: ${inWeek(restOfCategory)}.`)
    if (restOfStore < weakSales) say('store-weak', 'there', `The whole store sells little: ${inWeek(restOfStore)}.`)
  },

  circumstances({ day: today, firstDay, lastSale, silentDays, promotion, priceChange }, { day, money }, say) {
    const stoppedAbout = (changed: number) => lastSale !== null && silentDays > 0 && Math.abs(changed - lastSale.day) <= aroundLastSale
    if (promotion.on && silentDays >= aroundLastSale) say('promoted', 'missing', `It is on promotion, and still none has sold in ${daysOf(silentDays)}.`)
    if (promotion.ended !== null && stoppedAbout(promotion.ended)) say('promotion-ended', 'there', `Its promotion ended on ${day(promotion.ended)}, about when sales stopped.`)
    if (priceChange && priceChange.to > priceChange.from && stoppedAbout(priceChange.day)) {
      say('dearer', 'there', `Its price went from ${money(priceChange.from)} to ${money(priceChange.to)} on ${day(priceChange.day)}, about when sales stopped.`)
    }
    const known = today - firstDay + 1
    if (known < shortHistory) say('short-history', 'there', `Only ${daysOf(known)} of it are known.`)
  },
}

/** @returns every reason that holds, by group in the order of `evidenceGroups` */
export function allReasons(facts: RowFacts, words: Words): readonly Reason[] {
  const reasons: Reason[] = []
  for (const { id: group } of evidenceGroups) {
    finders[group](facts, words, (id, speaksFor, sentence) => reasons.push({ id, group, speaksFor, sentence }))
  }
  return reasons
}
