// When a season is, or was, first shown: its dates as they were told, moved, put off and called off.
import type { Stretch } from './days.ts'
import { contains, happenedOn } from './days.ts'
import type { Told } from './history.ts'

export interface Premiere {
  /** The claim that tells the date, or the platform alone. */
  told: Told
  stretch: Stretch | null
  /** The day on which it has happened; infinite when no date is known. */
  happened: number
  /** The day from which on it is known to have happened: later than that when it was told late. */
  shownFrom: number
  delayed: { since: number; told: Told } | null
}

/** On one day, what puts a date off comes before what gives a new one. */
const RANK = (t: Told): number => (t.claim.event === 'premiere' ? 1 : 0)

/**
 * Follows the dates of one season.
 * @param told claims on this season's premiere, delay and cancellation, by day
 * @returns null when nobody has told of a premiere or a delay
 */
export function followPremiere(told: readonly Told[]): Premiere | null {
  let date: { told: Told; stretch: Stretch } | null = null
  let bare: Told | null = null
  let delayed: Premiere['delayed'] = null
  const heard = new Set<number>()
  let shownFrom = Number.POSITIVE_INFINITY
  const shownBy = (day: number): boolean => date !== null && happenedOn(date.stretch) <= day
  for (const t of told.toSorted((a, b) => a.day - b.day || RANK(a) - RANK(b))) {
    const { event, factuality } = t.claim
    // Who carries it later tells no news.
    if (heard.has(t.dated)) continue
    heard.add(t.dated)
    const { stretch } = t
    if (date) shownFrom = Math.min(shownFrom, knownToHappen(date, t.day))
    if (event === 'delay') {
      if (factuality !== 'yes' || shownBy(t.day)) continue
      delayed ??= { since: t.day, told: t }
      // A day that is past by then is that on which it was put off.
      date = stretch && stretch.last >= t.day ? { told: t, stretch } : null
    } else if (event === 'premiere' && factuality === 'yes') {
      bare ??= t
      if (!stretch) continue
      if (!date || prefers(date.stretch, stretch, t.day)) date = { told: t, stretch }
      if (delayed && delayed.since < t.day) delayed = null
    } else if (t.own?.direction === 'down' && t.own.force === 'decision') {
      // Called off before it was shown.
      if (!shownBy(t.day)) date = null
    }
  }
  const claim = date?.told ?? bare ?? delayed?.told
  if (!claim) return null
  const happened = date ? happenedOn(date.stretch) : Number.POSITIVE_INFINITY
  if (date) shownFrom = Math.min(shownFrom, knownToHappen(date, Number.POSITIVE_INFINITY))
  return { told: claim, stretch: date?.stretch ?? null, happened, shownFrom, delayed }
}

/** The day on which a date, once told, has come, if it is before a day; else never. */
function knownToHappen({ told, stretch }: { told: Told; stretch: Stretch }, before: number): number {
  const day = Math.max(told.day, happenedOn(stretch))
  return day < before ? day : Number.POSITIVE_INFINITY
}

/** Whether a date told on a day replaces the one known so far. */
function prefers(known: Stretch, told: Stretch, day: number): boolean {
  if (contains(told, known)) return false
  if (contains(known, told)) return true
  // Once it has been shown, a later date is a further batch of the same season; an earlier one is where it was shown first.
  if (happenedOn(known) <= day) return told.last < known.first
  return true
}
