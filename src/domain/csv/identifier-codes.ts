import { NameCodes } from './name-codes'
import { isMissing } from './parse-number'
import { saysTotal } from './total-rows'

/** What a cell says where it names nothing. */
export const noName = -1
/** What it says where it names a sum of others. */
export const totalName = -2

/** The identifiers of one column as small integers. What a text means is found out once, when it is new. */
export class IdentifierCodes {
  readonly codes = new NameCodes()
  private readonly totals = new Set<number>()

  /** Code of the identifier, >= 0, or `noName` or `totalName`. */
  read(text: string): number {
    let code = this.codes.known(text)
    if (code === undefined) {
      if (isMissing(text)) return noName
      const { length } = this.codes.names
      code = this.codes.codeOf(text)
      if (code === length && saysTotal(this.codes.names[code]!)) this.totals.add(code)
    }
    return this.totals.size > 0 && this.totals.has(code) ? totalName : code
  }
}
