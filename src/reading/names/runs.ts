// Runs of capitalised words, with the small words that titles hold between them.
import type { Range, Sentence } from '../document.ts'
import type { Knowledge } from '../knowledge.ts'
import type { Lexicon } from '../lexicon.ts'
import { FUNCTION_WORD, VERB, W } from '../lexicon.ts'
import type { NameInput } from '../names.ts'
import { beginningAt } from '../ranges.ts'
import type { Token } from '../tokens.ts'
import { breaksHeadline } from './headlines.ts'
import { keyOf } from './keys.ts'
import { tellsVerdict } from './scorecards.ts'
import { isForeign } from './titles.ts'
import { ONLY_MARKED, PARTING } from './words.ts'

const MAX_RUN = 30

/** Capitalised words in a row, before they are cut into names. */
export interface Run extends Range {
  /** Tokens between two names at which the run may have to be cut. */
  joints: number[]
  opening: boolean
}

/** "Status: Renewed", "Our Verdict: A safe bet": a word of what opens a sentence and says what follows. */
function isInLabel(tokens: readonly Token[], i: number, { from, to }: Sentence, lexicon: Lexicon): boolean {
  if (i > from + 2) return false
  let colon = i + 1
  while (colon < to && colon < from + 4 && tokens[colon]!.kind === 'word') colon++
  return tokens[colon]?.norm === ':' && lexicon.among('label', tokens[colon - 1]!.norm)
}

/** Runs of capitalised words in a sentence, with the small words that titles hold between them. */
export function runsOf(input: NameInput, sentence: Sentence, blocked: Uint8Array): Run[] {
  const { tokens, knowledge } = input
  const { lexicon } = knowledge
  const runs: Run[] = []
  const isNamed = (i: number): boolean => {
    const token = tokens[i]!
    if (
      blocked[i] ||
      token.kind !== 'word' ||
      token.norm === '+' ||
      token.case === 'lower' ||
      (lexicon.among('noName', token.norm) && !opensTitle(tokens, i) && !isWithinTitle(tokens, i)) ||
      token.norm.startsWith("'")
    )
      return false
    if (lexicon.is(token.norm, W.month) && !startsLongerName(tokens, i, lexicon)) return false
    // "on Wednesdays"
    if (lexicon.is(token.norm.replace(/s$/, ''), W.weekday) && !startsLongerName(tokens, i, lexicon)) return false
    if (tellsVerdict(tokens, i, sentence, lexicon) || isInLabel(tokens, i, sentence, lexicon)) return false
    // "Glass Harbor And Night Ferry": in a headline small words may have their capitals.
    if (sentence.headline && i > sentence.from && /^(and|or)$/.test(token.norm)) return false
    return !(sentence.headline && breaksHeadline(input, i, sentence))
  }
  for (let i = sentence.from; i < sentence.to; i++) {
    if (!isNamed(i) && !isNumberTitle(input, i, sentence, blocked)) continue
    const joints: number[] = []
    let to = i + 1
    while (to < sentence.to && to - i < MAX_RUN) {
      const token = tokens[to]!
      if (blocked[to] === 1) break
      if (isNamed(to)) {
        to++
        continue
      }
      const ends =
        token.kind === 'number' ? isPartOfName(tokens, to, sentence.to, lexicon) : isCoined(tokens, to, knowledge)
      if (!blocked[to] && ends) {
        to++
        continue
      }
      const bridge = bridgeTo(input, i, to, sentence, isNamed)
      if (!bridge) break
      if (sentence.headline && PARTING.has(token.norm)) break
      joints.push(to)
      to = bridge
    }
    if (ownsItself(tokens, to, sentence, lexicon)) to++
    to = endOf(tokens, to, sentence)
    let opening = i === sentence.from
    if (!opening) {
      const before = tokens[i - 1]!
      opening =
        before.kind === 'mark' &&
        /^[“"‘'([:—–•*-]$/.test(before.norm) &&
        (i - 1 === sentence.from || /^[:•*]$/.test(before.norm))
    }
    runs.push({ from: i, to, joints, opening })
    i = to - 1
  }
  return runs
}

/** "Black Ponies Don’t", "Coldbrook ’67": what an apostrophe adds to the last word. */
function endOf(tokens: readonly Token[], to: number, sentence: Sentence): number {
  const next = tokens[to]
  if (!next || to >= sentence.to) return to
  if (next.norm === 'not' && !next.spaced && tokens[to - 1]!.case === 'capital') return to + 1
  const year = tokens[to + 1]
  const apostrophe = /^['’‘]$/.test(next.norm) && next.spaced
  return apostrophe && to + 1 < sentence.to && year && /^\d\d$/.test(year.norm) && !year.spaced ? to + 2 : to
}

/** "St. Brendan’s is eyeing a return": what looks like an owner's s, with nothing that is owned. */
function ownsItself(tokens: readonly Token[], at: number, { to }: Sentence, lexicon: Lexicon): boolean {
  const next = tokens[at + 1]
  if (at + 1 >= to || tokens[at]!.norm !== "'s" || !next) return false
  if (/^[,.;)]$/.test(next.norm)) return true
  return next.case === 'lower' && (lexicon.is(next.norm, W.be | W.have | W.modal) || /^(which|and|or)$/.test(next.norm))
}

/** "the half-hour I Love Rick", "comedy I'm With Norman": the pronoun before a capital. */
function opensTitle(tokens: readonly Token[], i: number): boolean {
  if (tokens[i]!.norm !== 'i' || tokens[i - 1]?.case !== 'lower') return false
  const next = tokens[i + 1]
  return (next?.norm === 'am' && !next.spaced ? tokens[i + 2] : next)?.case === 'capital'
}

/** "The Town According to Ada", "Weeks Before Us", "Ferry In A Jar", "The Kettles: A New Boil": behind a capital, with one of its own. */
function isWithinTitle(tokens: readonly Token[], i: number): boolean {
  const { norm, case: letters } = tokens[i]!
  if (letters === 'lower') return false
  const before = tokens[i - 1]
  const next = tokens[i + 1]
  if (/^(a|i)$/.test(norm))
    return (
      next?.case === 'capital' &&
      (before?.case === 'capital' || (norm === 'a' && before?.norm === ':' && tokens[i - 2]?.case === 'capital'))
    )
  if (before?.case !== 'capital') return false
  return norm === 'us' || (norm === 'according' && tokens[i + 2]?.case === 'capital')
}

/** "9-1-1"; "1987" and "24" where they do or have what only a series does. */
function isNumberTitle(input: NameInput, i: number, sentence: Sentence, blocked: Uint8Array): boolean {
  const { tokens } = input
  if (tokens[i]!.kind !== 'number' || blocked[i]) return false
  const parts = tokens.slice(i + 1, i + 3)
  return (
    (parts.length === 2 && parts.every((t) => t.kind === 'number' && t.glued)) ||
    isFigureTitle(input, i, sentence) ||
    countsInTitle(input, i, sentence)
  )
}

/** "legal drama 61st Terrace", "Night Ferry, 4400 Streets": figures before a word with a capital, behind a series' noun or another title. */
function countsInTitle({ tokens, knowledge }: NameInput, i: number, { from, to }: Sentence): boolean {
  const next = tokens[i + 1]
  if (i === from || i + 1 >= to || next?.case !== 'capital' || next.glued || !next.spaced) return false
  if (!/^\d{1,4}(st|nd|rd|th)?$/.test(tokens[i]!.norm)) return false
  const { lexicon } = knowledge
  if (
    lexicon.is(next.norm, W.month | W.weekday | W.given | FUNCTION_WORD) ||
    lexicon.among('countedByFigures', next.norm)
  )
    return false
  const before = tokens[i - 1]!
  if (before.norm === ',') return tokens[i - 2]?.case === 'capital' && tokens[i - 3]?.case !== 'lower'
  if (before.case === 'lower' && lexicon.is(before.norm, W.series | W.genre)) return true
  // "renewed 41 Weeks for a second season", not "won 12 Golden Orbs".
  const behind = tokens[i + 2]
  const ends =
    !behind || behind.kind === 'mark' || behind.case !== 'lower' || lexicon.is(behind.norm, FUNCTION_WORD | VERB)
  const leads = lexicon.among('doneToTitle', before.norm) || isOfSeason(tokens, i - 1)
  return ends && leads && (/\D$/.test(tokens[i]!.norm) || knowledge.common.has(next.norm))
}

/** "1987 has been renewed", "the prequel series 1904", "HBO's 24": a year of our own needs a series' noun or an owner. */
export function isFigureTitle({ tokens, knowledge, seasons }: NameInput, i: number, sentence: Sentence): boolean {
  const { lexicon } = knowledge
  const next = tokens[i + 1]
  if (!/^\d{2,4}$/.test(tokens[i]!.norm) || !next || i + 1 >= sentence.to) return false
  const before = i > sentence.from ? tokens[i - 1]! : undefined
  const owned =
    before !== undefined &&
    (before.norm === "'s" ||
      (before.case === 'lower' && lexicon.is(before.norm, W.series) && !/[^e]s$/.test(before.norm)))
  const acts =
    next.norm === "'s" ||
    (next.case === 'lower' && lexicon.is(next.norm, W.modal | W.be | W.have | W.verbS | W.verbPast))
  if (owned) return acts || next.kind === 'mark' || beginningAt(seasons, i + 1)?.sense === 'numbered'
  return before === undefined && acts && Number(tokens[i]!.norm) >= 1000 && Number(tokens[i]!.norm) < 2000
}

const startsLongerName = (tokens: readonly Token[], i: number, lexicon: Lexicon): boolean => {
  const next = tokens[i + 1]
  return (
    next?.kind === 'word' &&
    next.case === 'capital' &&
    !next.glued &&
    !lexicon.among('behindWeekday', next.norm) &&
    !lexicon.is(next.norm, W.month)
  )
}

/** Figures that end a name: "Station 19", "Scam 2003"; not "Tuesday 19", not "Season 2". */
function isPartOfName(tokens: readonly Token[], i: number, end: number, lexicon: Lexicon): boolean {
  const token = tokens[i]!
  if (token.glued) return true
  if (!/^\d{1,4}$/.test(token.norm)) return false
  const next = i + 1 < end ? tokens[i + 1]! : undefined
  // "Tuesday 19 Sept": an abbreviated month, with its full stop or without.
  if (next && lexicon.is(`${next.norm.replace('.', '')}.`, W.month) && next.case !== 'lower') return false
  if (lexicon.among('countedNotName', next?.norm ?? '')) return false
  return !next?.glued
}

/** "Quill-tuplets", "Ex-vaimot": a hyphen and what is no word of ours; not "Quill-fronted". */
const isCoined = (tokens: readonly Token[], i: number, knowledge: Knowledge): boolean =>
  tokens[i]!.glued &&
  tokens[i]!.kind === 'word' &&
  (tokens[i]!.norm === 'ish' || (isForeign(knowledge, tokens[i]!.norm) && !MADE_OF_NAMES.test(tokens[i]!.norm)))

/** What is made of names and a hyphen: "Quill-esque", "Norman-helmed", "Berlin-set". */
const MADE_OF_NAMES = /(ed|ing|esque|like|wide|set|run|owned|er|led|era)$/

/** Set small, as the small words inside of a title are; "Kin to Me" ends with a capital. */
const isSmall = (token: Token, sentence: Sentence): boolean =>
  token.case === 'lower' ? !ONLY_MARKED.has(token.norm) : sentence.headline

/** Index of the capitalised word to which small words, an apostrophe's s, a comma or a colon bridge from `i`, in a run that begins at `from`; 0 when none. */
function bridgeTo(
  input: NameInput,
  from: number,
  i: number,
  sentence: Sentence,
  isNamed: (i: number) => boolean,
): number {
  const { tokens } = input
  const end = Math.min(sentence.to, i + 4)
  const token = tokens[i]!
  if (token.norm === ',') return i + 1 < end && isNamed(i + 1) && isTitleComma(input, from, i, sentence) ? i + 1 : 0
  if (token.norm === '&' && tokens[i + 1]?.norm === 'the' && i + 2 < end && isNamed(i + 2)) return i + 2
  const colon = token.norm === ':'
  if (colon || token.norm === "'s" || token.norm === '&' || token.norm === '+') {
    if (i + 1 >= end || (colon && i <= sentence.from + 1)) return 0
    // "the lights are out on Glass Harbor: The drama has been cancelled".
    const next = tokens[i + 1]!
    if (colon && tokens[i + 2]?.case === 'lower' && input.knowledge.lexicon.is(next.norm, FUNCTION_WORD)) return 0
    return isNamed(i + 1) || (colon && isYearOrCount(tokens, i + 1, end, isNamed)) ? i + 1 : 0
  }
  if (token.norm === 'am' && !token.spaced && tokens[i - 1]?.norm === 'i')
    return i + 1 < end && isNamed(i + 1) ? i + 1 : 0
  if (token.norm === '!' && i + 1 < end && isNamed(i + 1) && tokens[i + 1]!.spaced) return i + 1
  // Plural possessive: "Friends’ Reunion" has a mark that is no token of its name.
  if ((token.norm === '’' || token.norm === "'") && !token.spaced && i + 1 < end && isNamed(i + 1)) return i + 1
  let k = i
  while (k < end && input.knowledge.lexicon.among('insideTitle', tokens[k]!.norm) && isSmall(tokens[k]!, sentence)) k++
  return k > i && k < end && isNamed(k) && tokens[k]!.kind === 'word' ? k : 0
}

/** "Harlan: 1974", "Life Inside: 30 Days": what a colon may bring in. */
const isYearOrCount = (tokens: readonly Token[], i: number, end: number, isNamed: (i: number) => boolean): boolean =>
  /^1\d{3}$/.test(tokens[i]!.norm) || (/^\d{1,3}$/.test(tokens[i]!.norm) && i + 1 < end && isNamed(i + 1))

/** "Whitney Pike, P.I.", "Dead End, Minnesota", "the comedy Oh, Brother": a comma within a title. */
function isTitleComma({ tokens, knowledge }: NameInput, from: number, comma: number, sentence: Sentence): boolean {
  const { lexicon, places } = knowledge
  const { norm } = tokens[comma + 1]!
  if (lexicon.among('titleEnd', norm)) return true
  const before = from > sentence.from ? tokens[from - 1]! : undefined
  if (before?.case !== 'lower') return false
  if (comma - from === 1 && lexicon.among('interjection', tokens[from]!.norm)) return true
  const leads = lexicon.is(before.norm, VERB | W.series | W.genre) || isOfSeason(tokens, from - 1)
  if (!leads) return false
  // "Faith, Hope & Sherry", "Beg, Borrow or Steal".
  if (comma - from === 1 && /^(&|or)$/.test(tokens[comma + 2]?.norm ?? '') && tokens[comma + 3]?.case === 'capital')
    return !sentence.headline
  const next = tokens[comma + 2]
  const ends = !next || next.kind === 'mark' || lexicon.is(next.norm, FUNCTION_WORD)
  return ends && places.has(norm) && !places.has(keyOf(tokens, { from, to: comma }))
}

/** "the second season OF 61st Terrace". */
const isOfSeason = (tokens: readonly Token[], of: number): boolean =>
  tokens[of]?.norm === 'of' && /^seasons?$/.test(tokens[of - 1]?.norm ?? '')
