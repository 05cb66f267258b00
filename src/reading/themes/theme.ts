// A theme, as all ways of finding one make it.
import type { ThemeMention } from '../themes.ts'

/** A theme, with what is said of few left at its usual value. */
export const theme = (from: number, to: number, rest: Partial<ThemeMention>): ThemeMention => ({
  from,
  to,
  show: null,
  season: null,
  anaphor: null,
  weak: false,
  aside: false,
  of: null,
  offshoot: null,
  owned: false,
  plural: 0,
  persons: false,
  oblique: false,
  list: [],
  ...rest,
})
