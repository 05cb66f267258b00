// What the pages are made from: all claims of the ledger, kept in memory until the ledger changes, and the board of each day
// that somebody asks for.

import { showKey } from '../../catalogue/titles.ts'
import type { Counts, Ledger } from '../../ledger/ledger.ts'
import type { LedgerClaim } from '../../ledger/records.ts'
import { board } from '../../verdict/board.ts'
import { byShow } from '../../verdict/history.ts'
import type { Verdict } from '../../verdict/verdict.ts'

/** A season on the board. */
export interface Entry {
  /** Key of the show (catalogue/titles.ts). */
  key: string
  verdict: Verdict
  /** All that the verdict rests on is sample. */
  sample: boolean
}

/** The ledger as it stood at one moment. */
export interface Snapshot {
  counts: Counts
  claims: readonly LedgerClaim[]
  /** Claims by show key. */
  shows: ReadonlyMap<string, readonly LedgerClaim[]>
  /** The ISO days on which something was heard, the first first. */
  days: readonly string[]
  /** Every season of which something was known on an ISO day, newest change first. */
  board(day: string): readonly Entry[]
}

/** Days whose boards are kept: a drag of the date and back again. */
const BOARDS = 48

/** The latest snapshot of a ledger; safe to ask at every request. */
export class Almanac {
  readonly #ledger: Ledger
  #version = ''
  #snapshot: Promise<Snapshot> | null = null

  constructor(ledger: Ledger) {
    this.#ledger = ledger
  }

  /** The ledger as it is now: made anew when an article has come or been read again, or the sample has gone, by whichever process. */
  async now(): Promise<Snapshot> {
    const counts = await this.#ledger.counts()
    const version = `${counts.articles} ${counts.sample} ${counts.readings}`
    if (!this.#snapshot || version !== this.#version) {
      this.#version = version
      this.#snapshot = take(this.#ledger, counts)
      this.#snapshot.catch(() => {
        this.#snapshot = null
      })
    }
    return this.#snapshot
  }
}

async function take(ledger: Ledger, counts: Counts): Promise<Snapshot> {
  const claims = await ledger.claims()
  const shows = byShow(claims)
  const boards = new Map<string, readonly Entry[]>()
  return {
    counts,
    claims,
    shows,
    days: [...new Set(claims.map((claim) => claim.article.published))].sort(),
    board(day) {
      const made =
        boards.get(day) ??
        board(claims, day).map(
          (verdict): Entry => ({ key: showKey(verdict.show), verdict, sample: restsOnSample(verdict, shows) }),
        )
      // The one asked for last goes last when room is made.
      boards.delete(day)
      boards.set(day, made)
      if (boards.size > BOARDS) boards.delete(boards.keys().next().value!)
      return made
    },
  }
}

function restsOnSample(verdict: Verdict, shows: Snapshot['shows']): boolean {
  const { deciding, premiere, pro, contra, open } = verdict
  const named = [deciding, premiere?.claim, ...[...pro, ...contra, ...open].map((weighed) => weighed.claim)].filter(
    (claim) => !!claim,
  )
  return (named.length ? named : (shows.get(showKey(verdict.show)) ?? [])).every((claim) => claim.article.sample)
}

/** Case and diacritics make no difference. */
const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/**
 * The seasons that a search asks for: all its words stand in the title or the platform, or it is the title in another spelling.
 * @param query as typed; an empty one finds all
 */
export function search(entries: readonly Entry[], query: string): readonly Entry[] {
  const words = fold(query).split(/\s+/).filter(Boolean)
  if (!words.length) return entries
  const key = showKey(query)
  return entries.filter(({ key: own, verdict }) => {
    const text = fold(`${verdict.show} ${platformOf(verdict) ?? ''}`)
    return own.includes(key) || words.every((word) => text.includes(word))
  })
}

/** Where a season is, or would be, shown; null when nobody has said. */
export const platformOf = ({ premiere, deciding }: Verdict): string | null =>
  premiere?.platform ?? deciding?.platform ?? null
