// Looking things up by where they stand. Lists of mentions are as long as the article; searched from the front for every word
// of it they would cost the square of its length.
import type { Range } from './document.ts'

/** How many ranges may lie in one another. */
const NESTED = 4
/** How many ranges are looked at for one that fits. */
const LOOKED_AT = 20

/** Index of the first of so many that is not before what is sought; they are in its order. */
export function firstNot(length: number, isBefore: (index: number) => boolean): number {
  let [low, high] = [0, length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (isBefore(middle)) low = middle + 1
    else high = middle
  }
  return low
}

/** Index of the first of some ranges, in the order of their beginnings, that begins at `i` or later. */
const firstAt = (ranges: readonly Range[], i: number): number => firstNot(ranges.length, (k) => ranges[k]!.from < i)

/** Those of some ranges, in the order of their beginnings, that lie in a stretch of tokens. */
export function within<T extends Range>(ranges: readonly T[], { from, to }: Range): T[] {
  const found: T[] = []
  for (let k = firstAt(ranges, from); k < ranges.length && ranges[k]!.from < to; k++)
    if (ranges[k]!.to <= to) found.push(ranges[k]!)
  return found
}

/** The first of some ranges, in the order of their beginnings, that begins at `i`. */
export function beginningAt<T extends Range>(ranges: readonly T[], i: number): T | undefined {
  const found = ranges[firstAt(ranges, i)]
  return found?.from === i ? found : undefined
}

/** The first of some ranges, in the order of their beginnings, that begins at `i` or later. */
export const nextFrom = <T extends Range>(ranges: readonly T[], i: number): T | undefined => ranges[firstAt(ranges, i)]

/** The last of some ranges, in the order of their beginnings, that begins before `i`. */
export function lastBefore<T extends Range>(
  ranges: readonly T[],
  i: number,
  fits: (range: T) => boolean = () => true,
): T | undefined {
  const last = firstAt(ranges, i) - 1
  for (let k = last; k >= 0 && k > last - LOOKED_AT; k--) if (fits(ranges[k]!)) return ranges[k]
  return undefined
}

/** The first of some ranges, in the order of their beginnings, that ends at `i`; one may hold another, but not many. */
export function endingAt<T extends Range>(ranges: readonly T[], i: number): T | undefined {
  const last = firstAt(ranges, i) - 1
  let found: T | undefined
  for (let k = last; k >= 0 && k > last - NESTED; k--) if (ranges[k]!.to === i) found = ranges[k]
  return found
}

/** The first of some ranges, in the order of their beginnings, that holds token `i`; one may hold another, but not many. */
export function holding<T extends Range>(ranges: readonly T[], i: number): T | undefined {
  const last = firstAt(ranges, i + 1) - 1
  let found: T | undefined
  for (let k = last; k >= 0 && k > last - NESTED; k--) if (i < ranges[k]!.to) found = ranges[k]
  return found
}
