/**
 * Rows in the order of a numeric key: a stable radix sort over the 64 bits of the key, so that a
 * million rows take a fraction of a second, ties keep their order, and nothing is compared twice.
 */

const digitBits = 16
const buckets = 1 << digitBits

/**
 * The permutation that sorts `keys`.
 *
 * @param keys any numbers; NaN means missing and comes last in either direction; -0 equals 0
 * @returns positions of `keys` in order; equal keys keep their order, in either direction
 */
export function sortedPositions(keys: Float64Array, descending: boolean): Uint32Array {
  const count = keys.length
  // Bits of a double, turned so that unsigned order is the order that we want.
  const bits = new Uint16Array(count * 4)
  const numbers = new Float64Array(1)
  const words = new Uint32Array(numbers.buffer)
  for (let i = 0; i < count; i++) {
    numbers[0] = keys[i]! + 0 // -0 + 0 is 0
    let low = words[0]!
    let high = words[1]!
    if (Number.isNaN(numbers[0])) {
      low = high = 0xffffffff
    } else {
      const negative = high >>> 31 === 1
      // Rising: flip the sign bit of positives, all bits of negatives. Falling: the complement.
      if (negative !== descending) {
        high = descending ? high ^ 0x7fffffff : ~high
        low = ~low
      } else if (!negative) {
        high ^= 0x80000000
      }
    }
    bits[i * 4] = low & 0xffff
    bits[i * 4 + 1] = low >>> 16
    bits[i * 4 + 2] = high & 0xffff
    bits[i * 4 + 3] = high >>> 16
  }

  let order = Uint32Array.from({ length: count }, (_, i) => i)
  let next = new Uint32Array(count)
  const starts = new Uint32Array(buckets)
  for (let digit = 0; digit < 4; digit++) {
    starts.fill(0)
    for (let i = digit; i < bits.length; i += 4) starts[bits[i]!]!++
    // A digit that all keys share (whole numbers, float32 widened) orders nothing.
    if (count > 0 && starts[bits[digit]!] === count) continue
    let sum = 0
    for (let bucket = 0; bucket < buckets; bucket++) {
      const size = starts[bucket]!
      starts[bucket] = sum
      sum += size
    }
    for (let i = 0; i < count; i++) {
      const position = order[i]!
      next[starts[bits[position * 4 + digit]!]!++] = position
    }
    const swap = order
    order = next
    next = swap
  }
  return order
}
