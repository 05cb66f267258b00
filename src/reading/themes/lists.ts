// Lists of themes: "A, B and C", "season 2 of A and season 3 of B".
import type { Lexicon } from '../lexicon.ts'
import { W } from '../lexicon.ts'
import type { ThemeInput, ThemeMention } from '../themes.ts'
import type { Token } from '../tokens.ts'

/** Links the themes of one list: commas, "and", and short descriptions without a verb may stand between. */
export function linkLists({ tokens, lexicon, groups }: ThemeInput, themes: readonly ThemeMention[]): void {
  let list: number[] = []
  // "A for a third season, B for a second": a season behind its show is no member of its own.
  const behind = (i: number): boolean => {
    const [show, season] = [themes[i - 1], themes[i]]
    return Boolean(
      show?.show && season?.season && !season.show && !season.anaphor && isFor(tokens, show.to, season.from),
    )
  }
  themes.forEach((t, index) => {
    if (list.length && behind(index) && themes[index + 1]?.show) {
      t.list = [index]
      return
    }
    const last = index > 0 ? themes[behind(index - 1) ? index - 2 : index - 1] : undefined
    const goesOn =
      last !== undefined &&
      list.length > 0 &&
      isListGap(tokens, last.to, t.from, lexicon) &&
      compatible(last, t) &&
      !groups.some(
        (g) =>
          g.from >= last.to &&
          g.to <= t.from &&
          (g.reducible ? t.from - g.to <= 2 && tokens[g.from - 1]?.norm === 'and' : g.finite || g.infinitive),
      )
    list = goesOn ? list : []
    list.push(index)
    t.list = list
  })
  // "Second seasons of A and B": each has one.
  for (const [index, t] of themes.entries()) {
    const head = themes[t.list[0] ?? index]!
    if (head === t || !t.show || t.season || !head.season || head.season.to > head.to) continue
    if (head.from === head.season.from && /^(seasons|series)$/.test(tokens[head.season.to - 1]!.norm))
      t.season = head.season
  }
  // "…, B for a second": each has its own; the first keeps what its verb says.
  for (const [index, t] of themes.entries())
    if (t.list.length > 1 && t.list[0] !== index && !t.season && behind(index + 1)) t.season = themes[index + 1]!.season
  // Two names with no more than a comma between them are no list.
  for (const t of themes) {
    if (t.list.length !== 2) continue
    const [a, b] = t.list.map((i) => themes[i]!) as [ThemeMention, ThemeMention]
    if (!tokens.slice(a.to, b.from).some((x) => /^(and|&|or|•|;|\/)$/.test(x.norm))) {
      a.list = [themes.indexOf(a)]
      b.list = [themes.indexOf(b)]
    }
  }
}

/** "for a", "(for", "with a": between a show and its season. */
function isFor(tokens: readonly Token[], from: number, to: number): boolean {
  const between = tokens.slice(from, to).filter((t) => !/^[”"’(,]$/.test(t.norm))
  return between.length > 0 && between.length <= 3 && /^(for|with|also)$/.test(between[0]!.norm)
}

/** Shows stand with shows, with or without their seasons: "season 2 of A and season 3 of B". */
const compatible = (a: ThemeMention, b: ThemeMention): boolean =>
  a.anaphor === null && b.anaphor === null && a.show !== null && b.show !== null

function isListGap(tokens: readonly Token[], from: number, to: number, lexicon: Lexicon): boolean {
  if (to - from > 14) return false
  let joint = false
  let words = 0
  for (let k = from; k < to; k++) {
    const { norm, kind } = tokens[k]!
    if (norm === ',' || norm === 'and' || norm === '&' || norm === ';' || norm === 'or' || norm === '•' || norm === '/')
      joint = true
    else if (kind === 'mark' && !/^[“”"‘’'(),!?-]$/.test(norm)) return false
    else if (kind === 'word') {
      words++
      const c = lexicon.classes(norm)
      if (c & (W.modal | W.be | W.have | W.relative | W.negation | W.verbPast) && !(c & W.participle)) return false
      if (c & W.subordinator && !(c & W.preposition)) return false
    }
  }
  return joint && words <= 10
}
