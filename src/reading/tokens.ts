// Words, numbers, clitics and marks with their offsets. Our own, because television's text is full of what general
// tokenizers break: S.H.I.E.L.D., J.R. Ramirez, Sense8, 9-1-1, [W]e're, ‘Sense8’ beside viewers’.

/** How a token is written: `lower`, `Capital`, `CAPS` (two letters or more), or with no letter at all. */
export type Case = 'lower' | 'capital' | 'caps' | 'none'

export interface Token {
  /** Position in the list of tokens. */
  i: number
  start: number
  end: number
  /** Lower case, apostrophes made straight; a clitic is spelled out where it is unambiguous ("n't" → "not", "'ll" → "will"). */
  norm: string
  case: Case
  kind: 'word' | 'number' | 'mark'
  /** A hyphen, and no blank, stands before it: "second-season" is two tokens, the second glued. */
  glued: boolean
  /** White space stands before it. */
  spaced: boolean
}

const APOSTROPHE = /['’‘ʼ]/
const isDigit = (c: number) => c >= 48 && c <= 57
const isUpper = (c: number) => (c >= 65 && c <= 90) || (c >= 0xc0 && c <= 0xde && c !== 0xd7)
const isAsciiLetter = (c: number) => (c >= 97 && c <= 122) || (c >= 65 && c <= 90)
const isLetter = (c: number) =>
  isAsciiLetter(c) ||
  (c >= 0xc0 &&
    c !== 0xd7 &&
    c !== 0xf7 &&
    !(c >= 0x2000 && c <= 0x2bff) &&
    !(c >= 0x3000 && c <= 0x303f) &&
    c < 0xfe00)
const isSpace = (c: number) =>
  c === 32 ||
  (c >= 9 && c <= 13) ||
  c === 0xa0 ||
  (c >= 0x2000 && c <= 0x200b) ||
  c === 0x202f ||
  c === 0x3000 ||
  c === 0xfeff
const isApostrophe = (c: number) => c === 39 || c === 0x2019 || c === 0x2018 || c === 0x2bc
const isHyphen = (c: number) => c === 45 || c === 0x2010 || c === 0x2011

/** What clitics stand for, or are written as. */
export const CLITICS: Readonly<Record<string, string>> = {
  s: "'s",
  re: 'are',
  ve: 'have',
  ll: 'will',
  d: "'d",
  m: 'am',
}
/** The verb that stays when "n't" is cut off, where it is not simply the rest. */
export const BEFORE_NOT: Readonly<Record<string, string>> = { wo: 'will', ca: 'can', sha: 'shall', ai: 'is' }
/** Abbreviations whose full stop belongs to them. */
const ABBREVIATIONS = new Set(
  (
    'mr mrs ms dr st jr sr vs no vol inc co corp ltd bros prods prod dept esq gov gen sen rep rev prof capt lt sgt col etc ' +
    'jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thurs fri eps ep feat approx est ft ave'
  ).split(' '),
)

/**
 * Cuts a text into tokens.
 * @param text any string at all
 * @returns tokens in order; white space, zero-width and control characters between them are left out
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  const n = text.length
  let i = 0
  let spaced = true
  let glued = false
  const push = (start: number, end: number, norm: string, kind: Token['kind'], c: Case) => {
    tokens.push({ i: tokens.length, start, end, norm, case: c, kind, glued, spaced })
    spaced = false
    glued = false
  }
  while (i < n) {
    const c = text.charCodeAt(i)
    if (isSpace(c)) {
      spaced = true
      glued = false
      i++
      continue
    }
    if (isLetter(c)) {
      const end = wordEnd(text, i)
      pushWord(text, i, end, push)
      i = end
      continue
    }
    if (isDigit(c)) {
      const end = numberEnd(text, i)
      push(i, end, text.slice(i, end).toLowerCase(), 'number', 'none')
      i = end
      continue
    }
    if (isHyphen(c) && !spaced && i + 1 < n && (isLetter(text.charCodeAt(i + 1)) || isDigit(text.charCodeAt(i + 1)))) {
      glued = tokens.length > 0 && tokens[tokens.length - 1]!.kind !== 'mark'
      if (glued) {
        i++
        continue
      }
    }
    if (isApostrophe(c) && !spaced && tokens.length > 0 && tokens[tokens.length - 1]!.kind !== 'mark') {
      // A clitic standing apart from its word by the tokenizer's own cut: the 's of "Sense8's" or of "S.H.I.E.L.D.'s".
      const tail = /^[a-z]{1,2}(?![\p{L}\d])/iu.exec(text.slice(i + 1, i + 4))?.[0]
      const clitic = tail && CLITICS[tail.toLowerCase()]
      if (tail && clitic) {
        push(i, i + 1 + tail.length, clitic, 'word', 'lower')
        i += 1 + tail.length
        continue
      }
    }
    if (c < 32 || (c >= 0xd800 && c <= 0xdfff)) {
      i++
      continue
    }
    // "Apple TV+", "AMC+": part of the name before it.
    const plus = c === 43 && !spaced && tokens.at(-1)?.kind === 'word' && !isLetter(text.charCodeAt(i + 1))
    push(i, i + 1, text[i]!, plus ? 'word' : 'mark', 'none')
    i++
  }
  return tokens
}

/** End of the word that starts at `i`: letters and digits, inner apostrophes, dotted initials and abbreviations. */
function wordEnd(text: string, i: number): number {
  const n = text.length
  let j = i + 1
  while (j < n) {
    const c = text.charCodeAt(j)
    if (isLetter(c) || isDigit(c)) j++
    else if (isApostrophe(c) && j + 1 < n && isLetter(text.charCodeAt(j + 1))) j++
    else break
  }
  if (text.charCodeAt(j) !== 46) return j
  const length = j - i
  // J.R., U.S., S.H.I.E.L.D., a.m.: single letters with dots.
  if (length === 1) {
    let k = j + 1
    while (k + 1 < n && isLetter(text.charCodeAt(k)) && text.charCodeAt(k + 1) === 46) k += 2
    if (k > j + 1) return k
    const initial = isUpper(text.charCodeAt(i)) && text[i] !== 'I'
    const next = text.charCodeAt(j + 1)
    if (initial && (isUpper(next) || (next === 32 && isUpper(text.charCodeAt(j + 2))))) return j + 1
    return j
  }
  return length <= 6 && ABBREVIATIONS.has(text.slice(i, j).toLowerCase()) && endsAbbreviation(text, i, j) ? j + 1 : j
}

/** "No. 1" but not "said no. One"; "Mar. 3" but not "on Mar." at the end. */
function endsAbbreviation(text: string, start: number, dot: number): boolean {
  const word = text.slice(start, dot).toLowerCase()
  if (word === 'no' || word === 'mar' || word === 'sun' || word === 'sat' || word === 'co' || word === 'ft') {
    return isDigit(text.charCodeAt(dot + 2)) || word === 'co'
  }
  return dot + 1 < text.length
}

/** End of the number that starts at `i`: 81/100, 2.3, 10,000, 8:30, 9/8c, 13th, 9pm. */
function numberEnd(text: string, i: number): number {
  const n = text.length
  let j = i + 1
  while (j < n) {
    const c = text.charCodeAt(j)
    if (isDigit(c) || isAsciiLetter(c)) j++
    else if ((c === 46 || c === 44 || c === 58 || c === 47) && isDigit(text.charCodeAt(j + 1))) j++
    else break
  }
  return j
}

type Push = (start: number, end: number, norm: string, kind: Token['kind'], c: Case) => void

/** Pushes a word, cutting off its clitic: don't → do + not, they're → they + are, Jessica's → Jessica + 's. */
function pushWord(text: string, start: number, end: number, push: Push): void {
  const raw = text.slice(start, end)
  const mark = raw.search(APOSTROPHE)
  if (mark < 0) {
    push(start, end, raw.toLowerCase(), 'word', caseOf(raw))
    return
  }
  const low = raw.toLowerCase().replace(/[’‘ʼ]/g, "'")
  if (low.endsWith("n't") && low.length > 3) {
    const rest = low.slice(0, -3)
    push(start, end - 3, BEFORE_NOT[rest] ?? rest, 'word', caseOf(raw.slice(0, -3)))
    push(end - 3, end, 'not', 'word', 'lower')
    return
  }
  const last = low.lastIndexOf("'")
  const clitic = CLITICS[low.slice(last + 1)]
  if (clitic && last > 0) {
    push(start, start + last, low.slice(0, last), 'word', caseOf(raw.slice(0, last)))
    push(start + last, end, clitic, 'word', 'lower')
    return
  }
  push(start, end, low, 'word', caseOf(raw))
}

function caseOf(raw: string): Case {
  const first = raw.charCodeAt(0)
  if (!isUpper(first) && !(first > 0xff && raw[0] !== raw[0]!.toLowerCase())) {
    return raw.length > 1 && isUpper(raw.charCodeAt(1))
      ? 'capital'
      : isLetter(first) && first > 0x2e80
        ? 'capital'
        : 'lower'
  }
  if (raw.length === 1) return 'capital'
  const body = raw.replace(/[\d.]/g, '')
  return body.length > 1 && body === body.toUpperCase() ? 'caps' : 'capital'
}

/** Words that no title begins or ends with, though a headline gives them capitals: "Is “Very Likely”". */
const HELD = /^(very|highly|absolutely|definitely|not|likely|unlikely|possible)$/

const isSmallWord = (token: Token | undefined): boolean =>
  token?.kind === 'word' && (token.case === 'lower' || HELD.test(token.norm))

/** Whether a quotation mark opens words held with tongs ("is “not coming back”"): a small word stands behind it, as in no title. */
export const opensTongs = (tokens: readonly Token[], i: number): boolean =>
  tokens[i]!.kind === 'mark' && /^[“"‘]$/.test(tokens[i]!.norm) && isSmallWord(tokens[i + 1])

/** Whether a quotation mark closes them. */
export const closesTongs = (tokens: readonly Token[], i: number): boolean =>
  tokens[i]!.kind === 'mark' && /^[”"]$/.test(tokens[i]!.norm) && isSmallWord(tokens[i - 1])

const CLOSING = /^[”"’']$/

/** The first token from `i` on, and before `end`, that is no closing quotation mark; `end` when there is none. */
export function behindClosing(tokens: readonly Token[], i: number, end = tokens.length): number {
  let k = i
  while (k < end && CLOSING.test(tokens[k]!.norm)) k++
  return k
}

/** Where that ends which stands before closing quotation marks that end at `end`; not before `start`. */
export function beforeClosing(tokens: readonly Token[], end: number, start = 0): number {
  let k = end
  while (k > start && CLOSING.test(tokens[k - 1]!.norm)) k--
  return k
}

/** The tokens from `from` up to `to`, in lower case with blanks between: for expressions that look at several words at once. */
export const wordsIn = (tokens: readonly Token[], from: number, to: number): string =>
  tokens
    .slice(Math.max(0, from), Math.max(0, to))
    .map(({ norm }) => norm)
    .join(' ')
