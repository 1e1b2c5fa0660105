/** Line ends of all three kinds: LF, CR LF, CR. */

const lineFeed = 10
const carriageReturn = 13

/** Offset of the line end at or after `from`, or of the end of the text. */
export function lineEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === lineFeed || code === carriageReturn) return at
  }
  return text.length
}

export function afterLineEnd(text: string, end: number): number {
  return text.charCodeAt(end) === carriageReturn && text.charCodeAt(end + 1) === lineFeed ? end + 2 : end + 1
}

/** Where the last line that is whole before `to` ends; `from` where there is none. A CR at the very end may be half a line end. */
export function afterLastLineEnd(text: string, from: number, to: number): number {
  for (let at = to - 1; at >= from; at--) {
    const code = text.charCodeAt(at)
    if (code === lineFeed || (code === carriageReturn && at + 1 < to)) return at + 1
  }
  return from
}
