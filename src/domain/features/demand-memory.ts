/**
 * Discounted sums of sales and of the exposure in which they were made. The heart of it:
 * beyond one expected unit, exposure since the last sale is held apart until the next sale, so
 * that the rate does not sink while an item sells nothing. A sinking rate would explain a
 * phantom away.
 */

/** Exposed days after which a day counts half: of a rate that follows the times, and of one that rests on all there is. */
export const recentHalfLifeDays = 35
export const steadyHalfLifeDays = 240
/**
 * Silence counts as exposure up to this many expected units: so much is no surprise, and without
 * it a rate read just after a sale is too high. Beyond, it is held apart.
 */
const unsurprisingUnits = 1

export class DemandMemory {
  /** Discounted units sold, and discounted exposure in effective days, up to the last sale. */
  sales = 0
  exposure = 0
  private heldExposure = 0
  private heldKeep = 1
  private readonly keep: number

  /** @param halfLifeDays exposed days after which a day counts half */
  constructor(halfLifeDays: number = recentHalfLifeDays) {
    this.keep = Math.pow(2, -1 / halfLifeDays)
  }

  reset(): void {
    this.sales = this.exposure = this.heldExposure = 0
    this.heldKeep = 1
  }

  /** A day on sale that sold nothing: `effectiveDays` of exposure, held apart for now. */
  silentDay(effectiveDays: number): void {
    if (this.sales === 0) {
      this.heldExposure += effectiveDays
      return
    }
    this.heldExposure = this.heldExposure * this.keep + effectiveDays
    this.heldKeep *= this.keep
  }

  /** A day with a sale: what was held apart is history now, and counts. */
  sale(units: number, effectiveDays: number): void {
    const decay = this.heldKeep * this.keep
    this.sales = this.sales * decay + units
    this.exposure = this.exposure * decay + this.heldExposure * this.keep + effectiveDays
    this.heldExposure = 0
    this.heldKeep = 1
  }

  /** Effective days of silence held apart since the last sale. */
  get held(): number {
    return this.heldExposure
  }

  /**
   * Units per effective day under a gamma prior of mean `mean` worth `strength` units sold. Of an item that
   * has not sold yet nothing but the prior says that it should: its silence counts in full, and undiscounted.
   */
  rate(mean: number, strength: number): number {
    const units = this.sales + strength
    const days = this.exposure + strength / mean
    if (this.sales === 0) return units / (days + this.heldExposure)
    const unsurprising = (unsurprisingUnits * days) / units
    return units / (days + (this.heldExposure < unsurprising ? this.heldExposure : unsurprising))
  }
}
