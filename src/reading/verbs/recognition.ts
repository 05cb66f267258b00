// Whether a word that can be a verb is one where it stands: "plans", "premiere" and "cut" are nouns too.
import type { Sentence } from '../document.ts'
import type { Lexicon } from '../lexicon.ts'
import { W } from '../lexicon.ts'
import { hasVerb } from '../seasons/ellipses.ts'
import type { Token } from '../tokens.ts'
import { isAdverb } from './adverbs.ts'
import { PREFIXES } from './words.ts'

/** "one of its biggest hits". */
const SUPERLATIVE = /(biggest|greatest|latest|newest|top|recent|other|own)$/

/** Whether a word that can be a verb is one where it stands, without an auxiliary before it. */
export function isVerbHere(
  tokens: readonly Token[],
  i: number,
  sentence: Sentence,
  lexicon: Lexicon,
  masked: Uint8Array,
): boolean {
  const token = tokens[i]!
  const c = lexicon.classes(token.norm)
  const forms = c & (W.verbBase | W.verbS | W.verbPast | W.participle | W.gerund)
  if (!forms) return false
  const before = i > sentence.from ? tokens[i - 1]! : undefined
  if (token.glued && !(before && PREFIXES.has(before.norm))) return false
  const next = i + 1 < sentence.to ? tokens[i + 1]! : undefined
  if (next?.glued && !PREFIXES.has(token.norm)) return false
  // "shows", "dramas": nouns, unless what is shown follows.
  if (
    c & (W.series | W.genre) &&
    forms & (W.verbS | W.verbBase) &&
    !(next && lexicon.among('behindShows', next.norm))
  ) {
    if (lexicon.among('likeNouns', token.norm)) return false
  }
  // "films", "plays", "tours": nouns, unless a name or a pronoun does them.
  if (c & W.otherWork && forms & (W.verbS | W.verbBase) && !(forms & W.verbPast)) {
    const named = masked[i - 1] || (/^[”"’]$/.test(before?.norm ?? '') && masked[i - 2])
    if (
      !before ||
      !((named && forms & W.verbS) || lexicon.among('doer', before.norm)) ||
      !next ||
      next.kind === 'mark' ||
      next.norm === 'and'
    )
      return false
  }
  const b = before ? lexicon.classes(before.norm) : 0
  if (
    before &&
    b & (W.determiner | W.possessive) &&
    !/^(that|which|this|what)$/.test(before.norm) &&
    !(before.norm === 'neither' && forms & W.participle)
  ) {
    // "Netflix's renewed" can't be; "both renewed", "all canceled" can.
    if (!(b & W.pronoun) || b & W.possessive || /^(another|these|those)$/.test(before.norm)) return false
  }
  if (before && b & W.ordinal && !(b & W.adverb)) return tokens[i - 2]?.norm === 'the' && hasVerb(tokens, i, lexicon)
  if (forms & W.gerund && !(forms & (W.verbPast | W.verbS))) return !(next && next.norm === 'of')
  if (forms & (W.verbPast | W.participle)) {
    if (
      before &&
      b & W.preposition &&
      !(b & (W.adverb | W.subordinator)) &&
      before.norm !== 'to' &&
      before.norm !== 'as'
    )
      return false
    if (next && lexicon.among('limitedNoun', next.norm) && lexicon.among('kindOfSeries', token.norm)) return false
    if (lexicon.among('nounOrPast', token.norm)) {
      if (before === undefined || next === undefined || next.norm === 'of') return false
      // "it shot", "“X” shot its pilot": behind a name only with an object.
      return (
        (b & W.pronoun) !== 0 ||
        ((masked[i - 1] === 1 || (/^[”"’]$/.test(before.norm) && masked[i - 2] === 1)) &&
          lexicon.is(next.norm, W.determiner | W.possessive))
      )
    }
    return true
  }
  if (forms & W.verbS) {
    if (before && b & W.preposition && !(b & (W.adverb | W.subordinator))) return false
    // "there are talks", "has announced plans".
    if (token.norm === 'talks' && before?.case === 'lower' && !(b & (W.pronoun | W.relative | W.role))) return false
    if (before && (b & (W.be | W.modal | W.have) || (b & W.verbPast && lexicon.among('likeVerbs', token.norm))))
      return false
    // "in six parts", "14 million views", but "season two premieres".
    const numbered =
      (b & W.number && before?.case === 'lower' && !lexicon.among('numberedNoun', tokens[i - 2]?.norm ?? '')) ||
      before?.norm === 'million'
    if (numbered || (token.norm === 'hits' && SUPERLATIVE.test(before?.norm ?? ''))) return false
    if (next && /^(of|are|were|have)$/.test(next.norm)) return false
    if (!before) return sentence.headline
    return true
  }
  // "sources close to the show".
  if (token.norm === 'close' && next?.norm === 'to') return false
  // Base form: after a subject in the plural or a pronoun.
  if (!before) return false
  // "I certainly hope so", "we just want one more".
  let subject = i - 1
  while (
    subject > sentence.from &&
    i - subject < 3 &&
    isAdverb(tokens[subject]!.norm, lexicon.classes(tokens[subject]!.norm))
  )
    subject--
  if (lexicon.among('subjectWord', tokens[subject]!.norm) && !lexicon.is(token.norm, W.adverb)) return true
  // “A,” “B” and “C” premiere July 9, “A” and “B” each get a third season: after names, when a date, a preposition or an adverb follows.
  const last = /^(both|each|all)$/.test(before.norm) && i - 2 >= sentence.from ? i - 2 : i - 1
  if (masked[last] || /^[”’"']$/.test(tokens[last]!.norm)) {
    const listed = sentenceHasList(tokens, sentence, last)
    return (
      listed &&
      next !== undefined &&
      (next.kind === 'number' || lexicon.is(next.norm, W.preposition | W.month | W.weekday | W.adverb | W.determiner))
    )
  }
  if (/^(and|but|or)$/.test(before.norm) && next && sharesInfinitive(tokens, sentence, i, lexicon)) return true
  if (lexicon.among('sourcesSay', token.norm) && sourcesBefore(tokens, sentence, i, lexicon)) return true
  const plural =
    before.norm.length > 3 &&
    before.norm.endsWith('s') &&
    !before.norm.endsWith('ss') &&
    before.norm !== 'series' &&
    !(b & (W.preposition | W.verbS)) &&
    before.kind === 'word' &&
    before.norm !== "'s"
  return plural && !(next !== undefined && next.norm === 'of') && !(c & W.series)
}

/** "opted to renew A but cancel B", "will end A and renew B": a verb behind "but" shares the "to" or the modal of the one before. */
function sharesInfinitive(tokens: readonly Token[], sentence: Sentence, i: number, lexicon: Lexicon): boolean {
  const next = tokens[i + 1]!
  const object =
    next.case === 'capital' || /^[“"‘]$/.test(next.norm) || lexicon.is(next.norm, W.determiner | W.possessive)
  if (!object || !lexicon.among('decidesOver', tokens[i]!.norm)) return false
  for (let k = i - 3; k >= sentence.from && k > i - FARTHEST; k--)
    if (
      (tokens[k]!.norm === 'to' || lexicon.is(tokens[k]!.norm, W.modal)) &&
      lexicon.is(tokens[k + 1]!.norm, W.verbBase)
    )
      return true
  return false
}

const FARTHEST = 24

/** As far before its verb as a plural may stand that something is said of: "sources close to the production say". */
const FAR = 9

/** "Sources close to the show say", "people familiar with the matter tell us": the plural that is the subject. */
function sourcesBefore(tokens: readonly Token[], sentence: Sentence, i: number, lexicon: Lexicon): boolean {
  for (let k = i - 1; k >= sentence.from && k > i - FAR; k--) {
    if (lexicon.among('manySay', tokens[k]!.norm)) return lexicon.among('behindSources', tokens[k + 1]!.norm)
    if (tokens[k]!.kind === 'mark') return false
  }
  return false
}

/** Whether "and" joins names before a word: its subject is then plural. */
function sentenceHasList(tokens: readonly Token[], sentence: Sentence, i: number): boolean {
  for (let k = i - 1; k >= sentence.from && k > i - 12; k--)
    if (tokens[k]!.norm === 'and' || tokens[k]!.norm === '&') return true
  return false
}
