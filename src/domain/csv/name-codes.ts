/**
 * Texts as small integers, each text once. Spellings of one identifier that differ in blanks around
 * it, or wear the armour against spreadsheets (`="000123"`), are one; inside nothing is changed.
 */
export class NameCodes {
  readonly names: string[] = []
  private readonly codeOfSpelling = new Map<string, number>()
  private readonly codeOfName = new Map<string, number>()

  /** Code of a spelling that was met before; undefined for a new one. */
  known(spelling: string): number | undefined {
    return this.codeOfSpelling.get(spelling)
  }

  codeOf(spelling: string): number {
    const known = this.known(spelling)
    if (known !== undefined) return known
    const armoured = /^="(.*)"$/s.exec(spelling.trim())
    const name = ownText((armoured?.[1] ?? spelling).trim())
    let code = this.codeOfName.get(name)
    if (code === undefined) {
      code = this.names.length
      this.names.push(name)
      this.codeOfName.set(name, code)
    }
    this.codeOfSpelling.set(ownText(spelling), code)
    return code
  }
}

/** A copy that does not keep alive the megabyte of text that a slice was cut from. */
function ownText(slice: string): string {
  return ` ${slice}`.slice(1)
}
