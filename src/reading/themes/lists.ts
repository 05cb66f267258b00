// Lists of themes: "A, B and C", "season 2 of A and season 3 of B".
import type { Lexicon } from '../lexicon.ts'
import { VERB, W } from '../lexicon.ts'
import type { ThemeInput, ThemeMention } from '../themes.ts'
import { behindClosing, type Token, wordsIn } from '../tokens.ts'

/**
 * Links the themes of one list: commas, "and", and short descriptions without a verb may stand between.
 * @param headline "QBC Renews A; B & C Canceled": there a semicolon parts two things said
 */
export function linkLists(
  { tokens, lexicon, groups }: ThemeInput,
  themes: readonly ThemeMention[],
  headline: boolean,
): void {
  let list: number[] = []
  // "A for a third season, B for a second": a season behind its show is no member of its own.
  const behind = (i: number): boolean => {
    const [show, season] = [themes[i - 1], themes[i]]
    return Boolean(
      show?.show &&
        season?.season &&
        !season.season.each &&
        !season.show &&
        !season.anaphor &&
        isFor(tokens, show.to, season.from),
    )
  }
  // "“A,” a dramedy from Ann Lee, and “B”": neither the dramedy nor Ann Lee is listed.
  const describes = (i: number): boolean => {
    const t = themes[i]!
    const last = themes[list.at(-1)!]!
    if (!last.show) return false
    // "A, whose second season ended": no second A.
    if (t.show === last.show && tokens[t.from]?.norm === 'whose') return true
    if (!themes[i + 1]) return false
    if (t.anaphor === 'indefinite' || t.anaphor === 'noun')
      return t.from - last.to <= 4 && tokens.slice(last.to, t.from).some((x) => /^[,–—(]$/.test(x.norm))
    const apart = tokens.slice(last.to, last.to + 3).find((x) => !/^[”"’]$/.test(x.norm))
    return (
      apart !== undefined &&
      /^[,—–(]$/.test(apart.norm) &&
      t.weak &&
      lexicon.among('leadsMade', tokens[t.from - 1]?.norm ?? '') &&
      !groups.some((g) => g.finite && g.from >= last.to && g.to <= t.from)
    )
  }
  // "QBC cancels A; B to film in Leeds", "has renewed A for a third season, and B will be back": the subject of the next thing told.
  const opensClause = (last: ThemeMention, t: ThemeMention): boolean => {
    const between = tokens.slice(last.to, t.from).map(({ norm }) => norm)
    const behind = behindClosing(tokens, t.to)
    if (between.includes(';') && !between.includes('and') && groups.some((g) => g.from === behind)) return true
    const verb = groups.findLast((g) => g.finite && g.to <= last.from)
    return (
      verb !== undefined &&
      !lexicon.is(tokens[verb.head]!.norm, W.say) &&
      /, (and|but|while)( [“"‘])?$/.test(between.join(' ')) &&
      groups.some((g) => g.finite && g.from >= behind && g.from <= behind + 1)
    )
  }
  themes.forEach((t, index) => {
    if (list.length && behind(index) && themes[index + 1]?.show) {
      t.list = [index]
      return
    }
    // What only describes the member before, or says who made it, is no member: it keeps the list open.
    if (list.length && describes(index)) {
      t.list = [index]
      return
    }
    const last = list.length ? themes[list.at(-1)!] : undefined
    const goesOn =
      last !== undefined &&
      compatible(last, t) &&
      !(headline && tokens.slice(last.to, t.from).some(({ norm }) => norm === ';')) &&
      !opensClause(last, t) &&
      (isListGap(tokens, last.to, t.from, lexicon)
        ? !groups.some(
            (g) =>
              g.from >= last.to &&
              g.to <= t.from &&
              (g.reducible ? t.from - g.to <= 2 && tokens[g.from - 1]?.norm === 'and' : g.finite || g.infinitive),
          )
        : isInsertionGap(tokens, last.to, t.from, lexicon))
    list = goesOn ? list : []
    list.push(index)
    t.list = list
  })
  // "Second seasons of A and B, third seasons of C and D": each has one.
  for (const [index, t] of themes.entries()) {
    if (!t.show || t.season) continue
    const before = t.list.filter((i) => i < index).map((i) => themes[i]!)
    const head = before.findLast((b) => b.season && /^(seasons|series)$/.test(tokens[b.season.to - 1]!.norm))
    if (head?.season && head.from === head.season.from && head.season.to <= head.to) t.season = head.season
  }
  // "…, B for a second": each has its own; the first keeps what its verb says.
  for (const [index, t] of themes.entries())
    if (t.list.length > 1 && t.list[0] !== index && !t.season && behind(index + 1)) t.season = themes[index + 1]!.season
  eachItsOwn(tokens, themes)
  // Two names with no more than a comma between them are no list.
  for (const t of themes) {
    if (t.list.length !== 2) continue
    const [a, b] = t.list.map((i) => themes[i]!) as [ThemeMention, ThemeMention]
    const between = tokens.slice(a.to, b.from)
    // "QBC Picks Up ‘A,’ ‘B’": a headline saves the "and".
    if (headline && between.length > 2 && between.every(({ kind }) => kind === 'mark')) continue
    if (
      !between.some(
        ({ norm }, i) =>
          lexicon.among('joint', norm) || isAsWell(tokens, a.to + i, lexicon) || isButAlso(tokens, a.to + i, lexicon),
      )
    ) {
      a.list = [themes.indexOf(a)]
      b.list = [themes.indexOf(b)]
    }
  }
}

/** "A and B, the former for a fourth season and the latter for a second": each gets the season behind its word. */
function eachItsOwn(tokens: readonly Token[], themes: readonly ThemeMention[]): void {
  for (const which of ['former', 'latter'] as const) {
    const index = themes.findIndex((t) => t.anaphor === which)
    if (index < 0) continue
    const pair = themes.slice(0, index).findLast((t) => t.show && t.list.length > 1)
    const season = themes[index + 1]
    if (!pair || !season?.season || season.show || season.anaphor || season.from - themes[index]!.to > REACH) continue
    if (tokens.slice(themes[index]!.to, season.from).some(({ norm }) => /^[.;]$/.test(norm))) continue
    const show = themes[pair.list.at(which === 'latter' ? -1 : -2)!]!
    show.season ??= season.season
  }
}

/** Tokens between "the latter" and its season. */
const REACH = 5

/** "for a", "(for", "with a": between a show and its season. */
function isFor(tokens: readonly Token[], from: number, to: number): boolean {
  const between = tokens.slice(from, to).filter((t) => !/^[”"’(,]$/.test(t.norm))
  return between.length > 0 && between.length <= 3 && /^(for|with|also)$/.test(between[0]!.norm)
}

/** Shows stand with shows, with or without their seasons: "season 2 of A and season 3 of B". */
const compatible = (a: ThemeMention, b: ThemeMention): boolean =>
  a.anaphor === null && b.anaphor === null && a.show !== null && b.show !== null && a.aside === b.aside

/** How long what is inserted behind a member of a list may be, in tokens. */
const INSERTION = 30

/** "A, which bowed in May, and B", "A, a dramedy from Ann Lee about a mine; B": the next member stands right behind the joint. */
function isInsertionGap(tokens: readonly Token[], from: number, to: number, lexicon: Lexicon): boolean {
  if (to - from > INSERTION || to - from < 4) return false
  let k = from
  while (/^[”"’]$/.test(tokens[k]?.norm ?? '')) k++
  const opens = tokens[k]?.norm
  if (opens !== ',' && opens !== '(') return false
  let end = to
  // Before the next member only articles, descriptions and quotation marks.
  while (
    end > k &&
    (/^[“"‘]$/.test(tokens[end - 1]!.norm) ||
      tokens[end - 1]!.glued ||
      lexicon.is(tokens[end - 1]!.norm, W.determiner | W.series | W.genre) ||
      lexicon.is(tokens[end - 1]!.norm, W.adverb))
  )
    end--
  const joint = tokens[end - 1]!.norm
  if (joint === ';' || (joint === ',' && opens === '(' && tokens[end - 2]?.norm === ')')) return true
  if (joint !== 'and' && joint !== '&') return false
  return opens === '(' ? tokens[end - 2]?.norm === ')' : /^[,”"]$/.test(tokens[end - 2]?.norm ?? '')
}

function isListGap(tokens: readonly Token[], from: number, to: number, lexicon: Lexicon): boolean {
  if (to - from > 14) return false
  let joint = false
  // "renewed A, and a verdict ON B is to come": B is something else's.
  let apart = false
  let words = 0
  for (let k = from; k < to; k++) {
    const { norm, kind } = tokens[k]!
    if (isAsWell(tokens, k, lexicon)) {
      joint = true
      k += 2
      continue
    }
    apart = joint && (norm === 'on' || norm === 'about' || (apart && norm !== ','))
    if (norm === ',' || lexicon.among('joint', norm) || isButAlso(tokens, k, lexicon)) joint = true
    else if (kind === 'mark' && !/^[“”"‘’'(),!?-]$/.test(norm)) return false
    else if (kind === 'word') {
      words++
      const c = lexicon.classes(norm)
      if (c & (W.modal | W.be | W.have | W.relative | W.negation | W.verbPast) && !(c & W.participle)) return false
      if (c & W.subordinator && !(c & W.preposition)) return false
    }
  }
  return joint && !apart && words <= 10
}

/** "as well as", "along with", "in addition to": joints of several words. */
const isAsWell = (tokens: readonly Token[], k: number, lexicon: Lexicon): boolean =>
  [3, 2].some((n) => lexicon.among('asWellAs', wordsIn(tokens, k, k + n)))

/** "not only A but also B", but not "not only renewed A but also cancelled B". */
const isButAlso = (tokens: readonly Token[], k: number, lexicon: Lexicon): boolean =>
  tokens[k]!.norm === 'but' && tokens[k + 1]?.norm === 'also' && !lexicon.is(tokens[k + 2]?.norm ?? '', VERB)
