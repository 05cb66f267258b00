// Verb groups: "has not yet been renewed", "might return", "to premiere", "canceled". A shallow reading of the verb
// phrase is enough for tense, voice, negation and modality; no tagger is needed, for the words that matter are known.
import type { Range, Sentence } from './document.ts'
import type { Lexicon } from './lexicon.ts'
import { W } from './lexicon.ts'
import { opensTongs, type Token } from './tokens.ts'
import { isAdverb, skipAdverbs, skipTime, verbFollows } from './verbs/adverbs.ts'
import { isVerbHere } from './verbs/recognition.ts'
import { PREFIXES } from './verbs/words.ts'

export type Tense = 'past' | 'present' | 'future' | 'none'

export interface VerbGroup extends Range {
  /** Token of the main verb. */
  head: number
  lemmas: readonly string[]
  /** Can be the verb of a clause (has a tense or a modal). */
  finite: boolean
  tense: Tense
  modal: string | null
  negated: boolean
  passive: boolean
  perfect: boolean
  progressive: boolean
  /** "to" + base form. */
  infinitive: boolean
  /** A bare participle or past form in -ed: may be a reduced relative ("the drama renewed in May") or a finite past. */
  reducible: boolean
}

/**
 * Finds the verb groups of a sentence, left to right, none overlapping.
 * @param masked tokens that belong to names and so are no verbs
 */
export function findVerbGroups(
  tokens: readonly Token[],
  sentence: Sentence,
  lexicon: Lexicon,
  masked: Uint8Array,
): VerbGroup[] {
  const groups: VerbGroup[] = []
  for (let i = sentence.from; i < sentence.to; i++) {
    if (masked[i]) continue
    const group = groupAt(tokens, i, sentence, lexicon, masked)
    if (!group) continue
    groups.push(group)
    i = group.to - 1
  }
  return groups
}

function groupAt(
  tokens: readonly Token[],
  start: number,
  sentence: Sentence,
  lexicon: Lexicon,
  masked: Uint8Array,
): VerbGroup | null {
  const end = sentence.to
  const first = tokens[start]!
  if (first.kind !== 'word') return null
  const classes = lexicon.classes(first.norm)
  const infinitive = first.norm === 'to'
  const auxiliary = (classes & (W.modal | W.be | W.have | W.do)) !== 0 || isClitic(tokens, start, lexicon)
  if (!infinitive && !auxiliary && !isVerbHere(tokens, start, sentence, lexicon, masked)) return null
  if (classes & W.month && first.case !== 'lower') return null

  let k = start
  let modal: string | null = null
  let negated = false
  let be = false
  let have = false
  let doing = false
  let past = false
  let head = -1
  let form = 0
  let passive = false
  let perfect = false
  let progressive = false
  if (infinitive) k++
  for (; k < end; k++) {
    if (masked[k]) break
    const token = tokens[k]!
    const { norm } = token
    // "is “not coming back”": words held with tongs.
    if ((be || have || modal) && opensTongs(tokens, k)) continue
    // "is no longer developing".
    if (
      norm === 'no' &&
      tokens[k + 1]?.norm === 'longer' &&
      k > start &&
      (be || verbFollows(tokens, k + 2, end, lexicon, masked))
    ) {
      negated = true
      k++
      continue
    }
    const neither = norm === 'neither' && k + 1 < end && lexicon.is(tokens[k + 1]!.norm, W.participle)
    // "has not only cancelled A" denies nothing.
    if (norm === 'not' && tokens[k + 1]?.norm === 'only' && k > start) continue
    if (norm === 'not' || norm === 'never' || norm === "n't" || neither) {
      if (k === start) break
      negated = true
      continue
    }
    if (be || have || modal) {
      const behind = skipTime(tokens, k, end, lexicon, masked)
      if (behind > k) {
        k = behind - 1
        continue
      }
    }
    const c = lexicon.classes(norm)
    if ((isAdverb(norm, c) || norm === 'all' || norm === 'each') && k > start && !(c & (W.modal | W.be))) {
      if (verbFollows(tokens, k + 1, end, lexicon, masked)) continue
      break
    }
    // "Will there be", "has it been": the subject stands between.
    if (c & W.pronoun && !(c & W.determiner && norm !== 'there') && k === start + 1 && sentence.question && auxiliary)
      continue
    if (
      c & W.modal &&
      !infinitive &&
      head < 0 &&
      modal === null &&
      !be &&
      !have &&
      norm !== 'may.' &&
      !(norm === 'will' && token.case === 'capital' && k > sentence.from && !sentence.headline)
    ) {
      modal = norm === "'d" ? 'would' : norm === 'cannot' ? 'can' : norm
      if (norm === 'cannot') negated = true
      continue
    }
    if (c & W.be || (norm === "'s" && isClitic(tokens, k, lexicon))) {
      if (be && norm !== 'been' && norm !== 'being') break
      if (norm === 'was' || norm === 'were') past = true
      if (have && norm === 'been') perfect = true
      if (norm === 'being') progressive = true
      be = true
      head = k
      form = W.be
      continue
    }
    if (c & W.have && !have && !be && (k === start || modal || infinitive || doing)) {
      if (norm === 'having' && k > start) break
      have = true
      if (norm === 'had') past = true
      head = k
      form = W.have
      continue
    }
    if (c & W.do && k === start && norm !== 'done' && norm !== 'doing') {
      doing = true
      if (norm === 'did') past = true
      head = k
      form = W.do
      continue
    }
    const main =
      c & (W.verbBase | W.verbS | W.verbPast | W.participle | W.gerund) || (be || have ? unknownForm(token, c) : 0)
    if (!main || (token.glued && !PREFIXES.has(tokens[k - 1]!.norm))) break
    if (be) {
      if (main & W.gerund) progressive = true
      else if (main & W.participle && !isAdjectival(tokens, k, lexicon)) passive = true
      else break
    } else if (have) {
      if (!(main & W.participle)) break
      perfect = true
    } else if (modal || infinitive || doing) {
      if (!(main & W.verbBase)) break
    } else if (k > start) break
    head = k
    form = main
    // "get renewed", "got canceled", "getting axed": a passive by another auxiliary.
    if (lexicon.entry(norm)?.lemmas.includes('get')) {
      const at = skipAdverbs(tokens, k + 1, end, lexicon)
      const after = at < end && !masked[at] ? lexicon.classes(tokens[at]!.norm) : 0
      if (after & W.participle && !(after & (W.determiner | W.preposition | W.have)) && tokens[at]!.norm !== 'set') {
        if (main & W.verbPast) past = true
        if (be && main & W.gerund) progressive = true
        head = at
        form = W.participle
        passive = true
        k = at
      }
    }
    k++
    break
  }
  if (head < 0) return null
  const entry = lexicon.entry(tokens[head]!.norm)
  const bare = !modal && !be && !have && !doing && !infinitive
  const gerundOnly = bare && (form & W.gerund) !== 0 && !(form & (W.verbPast | W.verbS))
  const participleOnly = bare && (form & W.participle) !== 0 && !(form & W.verbPast) && !passive
  const finite =
    !infinitive && !gerundOnly && !participleOnly && !(bare && passive && lexicon.is(tokens[start]!.norm, W.gerund))
  if (bare && form & W.verbPast) past = true
  let to = head + 1
  // "has not": the negation behind a lone auxiliary belongs to it.
  while (to < end && tokens[to]!.norm === 'not' && !masked[to] && tokens[to + 1]?.norm !== 'only') {
    negated = true
    to++
  }
  const tense: Tense =
    modal === 'will' || modal === 'shall' || modal === 'gonna'
      ? 'future'
      : past || perfect
        ? 'past'
        : infinitive || !finite
          ? 'none'
          : 'present'
  return {
    from: start,
    to,
    head,
    lemmas: entry?.lemmas.length ? entry.lemmas : [tokens[head]!.norm === "'s" ? 'be' : tokens[head]!.norm],
    finite,
    tense,
    modal,
    negated,
    passive,
    perfect,
    progressive,
    infinitive,
    reducible: bare && (form & W.participle) !== 0 && !passive,
  }
}

/** Behind "be" or "have", a word that the lexicon does not know gives itself away by its ending. */
const unknownForm = (token: Token, classes: number): number =>
  classes !== 0 || token.case !== 'lower' || token.norm.length < 5
    ? 0
    : token.norm.endsWith('ed')
      ? W.participle
      : token.norm.endsWith('ing')
        ? W.gerund
        : 0

/** 's as "is" or "has": after a pronoun, "there", "here" or "what"; after a name it is a genitive, unless a participle or "not" follows. */
function isClitic(tokens: readonly Token[], i: number, lexicon: Lexicon): boolean {
  if (tokens[i]!.norm !== "'s") return false
  const before = tokens[i - 1]
  if (!before) return false
  if (lexicon.among('beforeClitic', before.norm)) return before.norm !== 'let'
  const after = tokens[i + 1]
  if (!after) return false
  if (lexicon.among('afterClitic', after.norm)) return true
  // "the door's always open", "season 3's happening".
  if (before.case === 'lower' && lexicon.among('afterNounClitic', after.norm)) return true
  // "canceling Nora Lindt's The Tin Kingdom": a title that begins with an article.
  if (after.case === 'capital' && before.case === 'capital' && tokens[i + 2]?.case === 'capital') return false
  return (
    lexicon.is(after.norm, W.determiner) &&
    after.norm !== 'first' &&
    after.norm !== 'both' &&
    after.norm !== 'most' &&
    after.norm !== 'many'
  )
}

const isAdjectival = (tokens: readonly Token[], k: number, lexicon: Lexicon): boolean =>
  tokens[k]!.norm === 'limited' && lexicon.among('limitedNoun', tokens[k + 1]?.norm ?? '')
