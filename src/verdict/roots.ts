// Root sources: ten outlets that carry one interview are one source heard ten times.
//
// Claims are taken by day of publication, then id, and each joins the oldest root that it shares
//   * a key with, opened at most a fortnight before: the speaker and the first outlet that the words came through; for a network
//     or studio the speaker alone, for it says a thing once to all; for an outlet's own voice the outlet; or
//   * words with: most of what one quotes stands in the other's sentence (quotations, at any distance in time), or the
//     sentences are near-copies (outlets' own prose, within a fortnight); or
//   * an article with: the two are near-copies, a fortnight apart at most, and both tell this.
// A claim that joins opens nothing and lends its words to nobody, so one more relay never joins two roots into one.
// Likeness of words is the share of common shingles of four words (Broder, "On the resemblance and containment of documents", 1997).
import { showKey } from '../catalogue/titles.ts'
import { nearCopies, shinglesOf } from '../ledger/likeness.ts'
import type { LedgerClaim } from '../ledger/records.ts'
import { standingOf } from './bearing.ts'
import { dayNumber } from './days.ts'

/** Days within which what one speaker tells through one outlet is one interview. */
export const FORTNIGHT = 14
/** Share of the shorter text's shingles. */
const ALIKE = 0.6
/** Shingles that a quotation and a sentence of prose must have at least: five words, and twelve. */
const QUOTE = 2
const PROSE = 9

/** The outlet that the words came through first: the last of the chain, or the one that published them. */
export const firstOutlet = (claim: LedgerClaim): string => claim.via.at(-1) ?? claim.article.outlet ?? claim.article.id

/** Whoever is responsible for the words: the speaker, or the outlet itself. */
export function speakerKey(claim: LedgerClaim): string {
  if (claim.speaker === null) return `outlet ${showKey(firstOutlet(claim))}`
  return claim.role === 'anonymous' ? `anonymous ${showKey(firstOutlet(claim))}` : `speaker ${showKey(claim.speaker)}`
}

function rootKey(claim: LedgerClaim, names: Names): string {
  const person = claim.speaker !== null && claim.role !== 'anonymous'
  const speaker = person ? `speaker ${names.of(claim.speaker!)}` : speakerKey(claim)
  const toAll = claim.speaker === null || claim.role === 'network' || claim.role === 'studio'
  return toAll ? speaker : `${speaker} to ${showKey(firstOutlet(claim))}`
}

/** Who is meant by a name: an outlet that writes "Ritter" means the one Ritter who has spoken of the show by then. */
class Names {
  readonly #known = new Map<string, string[]>()

  of(name: string): string {
    const key = showKey(name)
    const last = showKey(name.trim().split(/\s+/).at(-1)!)
    const known = this.#known.get(last) ?? []
    if (known.includes(key)) return key
    // A surname alone, or a full name where only the surname had been told.
    const only = known.length === 1 && (key === last || known[0] === last) ? known[0]! : null
    if (only) return only
    this.#known.set(last, [...known, key])
    return key
  }
}

interface Opener {
  claim: LedgerClaim
  day: number
  quote: boolean
}

/**
 * Finds the roots of one show's claims. Claims published later never change the roots of earlier ones.
 * @param claims of one show, ordered by day of publication, then id
 * @returns for each claim the number of its root, counted from 0 in the order in which the roots open
 */
export function rootsOf(claims: readonly LedgerClaim[]): number[] {
  const openers: Opener[] = []
  const byKey = new Map<string, number>()
  const names = new Names()
  const quotes = new Quotes()
  const prose = new Map<number, Set<number>>()
  return claims.map((claim) => {
    const day = dayNumber(claim.article.published)
    const key = rootKey(claim, names)
    const standing = standingOf(claim)
    const quote = standing !== 'official' && standing !== 'reported'
    const same = byKey.get(key)
    let root = same !== undefined && day - openers[same]!.day <= FORTNIGHT ? same : openers.length
    if (quote) root = Math.min(root, quotes.alike(claim))
    else
      for (let r = openers.length - 1; r >= 0 && day - openers[r]!.day <= FORTNIGHT; r--)
        if (r < root && !openers[r]!.quote && nearCopy(claim, r)) root = r
    for (let r = openers.length - 1; r >= 0 && day - openers[r]!.day <= FORTNIGHT; r--)
      if (r < root && copied(claim, openers[r]!.claim)) root = r
    if (root === openers.length) {
      openers.push({ claim, day, quote })
      byKey.set(key, root)
      if (quote) quotes.enter(claim, root)
    }
    return root
  })

  function nearCopy(claim: LedgerClaim, root: number): boolean {
    let theirs = prose.get(root)
    if (!theirs) {
      theirs = new Set(shinglesOf(openers[root]!.claim.sentenceText))
      prose.set(root, theirs)
    }
    if (theirs.size < PROSE) return false
    const mine = new Set(shinglesOf(claim.sentenceText))
    let shared = 0
    for (const shingle of mine) if (theirs.has(shingle)) shared++
    return mine.size >= PROSE && shared >= ALIKE * Math.min(mine.size, theirs.size)
  }
}

/** One text in two outlets says the same. */
const copied = (a: LedgerClaim, b: LedgerClaim): boolean =>
  a.event === b.event &&
  a.season === b.season &&
  a.factuality === b.factuality &&
  a.article !== b.article &&
  !!a.article.sketch &&
  !!b.article.sketch &&
  nearCopies(a.article.sketch, b.article.sketch)

/** The words of the quotations that opened roots, by shingle. */
class Quotes {
  readonly #inEvidence = new Map<number, number[]>()
  readonly #inSentence = new Map<number, number[]>()
  readonly #lengths = new Map<number, number>()

  enter(claim: LedgerClaim, root: number): void {
    const evidence = shinglesOf(claim.evidence)
    this.#lengths.set(root, evidence.length)
    enter(this.#inEvidence, evidence, root)
    enter(this.#inSentence, shinglesOf(claim.sentenceText), root)
  }

  /** The oldest root most of whose quotation stands in this sentence, or in whose sentence most of this quotation stands. */
  alike(claim: LedgerClaim): number {
    let oldest = Number.POSITIVE_INFINITY
    const evidence = shinglesOf(claim.evidence)
    if (evidence.length >= QUOTE)
      for (const [root, shared] of shares(evidence, this.#inSentence))
        if (shared >= ALIKE * evidence.length) oldest = Math.min(oldest, root)
    for (const [root, shared] of shares(shinglesOf(claim.sentenceText), this.#inEvidence)) {
      const length = this.#lengths.get(root)!
      if (length >= QUOTE && shared >= ALIKE * length) oldest = Math.min(oldest, root)
    }
    return oldest
  }
}

/** How many of these shingles each root has. */
function shares(shingles: readonly number[], index: ReadonlyMap<number, readonly number[]>): Map<number, number> {
  const counts = new Map<number, number>()
  for (const shingle of shingles) {
    const roots = index.get(shingle)
    if (roots) for (const root of roots) counts.set(root, (counts.get(root) ?? 0) + 1)
  }
  return counts
}

function enter(index: Map<number, number[]>, shingles: readonly number[], root: number): void {
  for (const shingle of shingles) {
    const roots = index.get(shingle)
    if (roots) roots.push(root)
    else index.set(shingle, [root])
  }
}
