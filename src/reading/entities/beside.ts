// What stands beside a name: the nearest word, an organisation, a season; and how much a noun speaks for a series.

import type { Sentence } from '../document.ts'
import type { EntityInput } from '../entities.ts'
import { W } from '../lexicon.ts'
import type { OrgMention } from '../names.ts'
import { beginningAt, endingAt } from '../ranges.ts'
import { isScreen } from '../screens.ts'
import { cardinal } from '../seasons/numerals.ts'
import type { Token } from '../tokens.ts'

/** How much a noun speaks for a series: a genre only as far as the article is about television. */
export const share = ({ television }: EntityInput, classes: number): number =>
  classes & W.series ? 1 : Math.max(0, Math.min(1, 0.5 + television))

/** The nearest token in a direction that is no quotation mark or article; -1 at the sentence's end. */
export function outward(tokens: readonly Token[], i: number, step: 1 | -1, sentence: Sentence): number {
  let k = i
  while (k >= sentence.from && k < sentence.to) {
    const { norm } = tokens[k]!
    const skipped =
      /^[“”"‘’'«»*]$/.test(norm) &&
      !(step > 0 && (norm === '’' || norm === "'") && !tokens[k]!.spaced && k === i && tokens[k + 1]?.case === 'lower')
    if (!skipped && !(step < 0 && (norm === ',' || norm === ':') && k === i)) return k
    k += step
  }
  return -1
}

/** A network ends right before a token. */
export const orgEnds = ({ orgs }: EntityInput, at: number): boolean => isTelevision(endingAt(orgs, at))

/** A network begins at a token or right behind it. */
export const orgStarts = ({ orgs }: EntityInput, at: number): boolean =>
  isTelevision(beginningAt(orgs, at)) || isTelevision(beginningAt(orgs, at + 1))
const isTelevision = (org: OrgMention | undefined): boolean => org !== undefined && isScreen(org)

/** A sure mention of a season ends right before a token. */
export const seasonEnds = ({ seasons }: EntityInput, at: number): boolean => {
  const season = endingAt(seasons, at)
  return season !== undefined && season.sense !== 'this' && !season.soft
}

/** "a two-part documentary", "the six-hour film": what has parts is made for television. */
export const isInParts = (tokens: readonly Token[], noun: number): boolean =>
  tokens[noun - 1]?.glued === true &&
  /^(part|episode)$/.test(tokens[noun - 1]!.norm) &&
  cardinal(tokens[noun - 2]?.norm ?? '') > 1
