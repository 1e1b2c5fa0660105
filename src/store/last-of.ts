/** Remembers the last answer while every argument is the same object or value. */
export function lastOf<Arguments extends readonly unknown[], Answer>(compute: (...given: Arguments) => Answer): (...given: Arguments) => Answer {
  let last: { readonly given: Arguments; readonly answer: Answer } | null = null
  return (...given) => {
    if (!last || last.given.some((value, i) => !Object.is(value, given[i]))) last = { given, answer: compute(...given) }
    return last.answer
  }
}
