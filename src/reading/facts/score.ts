// Scores: “81/100 on Metacritic”, “a Rotten Tomatoes score of 92%”, “… ahead of “Low Orbit” (75)”.
import type { Range } from '../document.ts'
import type { SentenceView } from '../events.ts'
import { beginningAt, within } from '../ranges.ts'
import type { Score } from './fact.ts'
import type { Passage } from './passage.ts'
import type { Aggregator } from './words.ts'

/** How many words may stand between a number and what makes it a score. */
const NEAR = 6
/** How many numbers of a sentence are looked at. */
const MOST = 24

interface Figure extends Range {
  value: number
  /** Null when the words give none: the aggregator's own. */
  scale: number | null
}

interface Site extends Range {
  aggregator: Aggregator
}

/** Finds the scores of an article. */
export function findScores(passage: Passage): Score[] {
  return passage.views.flatMap((view) => {
    const sites = sitesIn(passage, view)
    return sites.length ? scoresIn(passage, view, sites) : []
  })
}

function sitesIn({ words }: Passage, view: SentenceView): Site[] {
  const sites: Site[] = []
  for (let i = view.sentence.from; i < view.sentence.to; i++) {
    const match = words.aggregators.match(view.phrases, i).at(-1)
    if (match) sites.push({ from: i, to: match.to, aggregator: match.value })
  }
  return sites
}

function scoresIn(passage: Passage, view: SentenceView, sites: readonly Site[]): Score[] {
  const found: Score[] = []
  let last: { aggregator: Aggregator; scale: number } | null = null
  let figures = 0
  for (let i = view.sentence.from; i < view.sentence.to && figures < MOST; i++) {
    const figure = figureAt(passage, i)
    if (!figure) continue
    figures++
    const site = sites.reduce((a, b) => (away(b, figure) < away(a, figure) ? b : a))
    i = figure.to - 1
    const listed = last ? bracketed(passage, view, figure) : null
    if (listed && last && figure.value <= last.scale) {
      found.push(scoreOf(passage, view, figure, last, listed, []))
      continue
    }
    const { aggregator } = site
    const scale = figure.scale ?? aggregator.scale
    if (figure.value > scale || !isScore(passage, view, figure, site)) continue
    const about = aboutWhat(passage, view, figure, site)
    if (!about || !passage.holds(view, figure, governing(view, figure))) continue
    last = { aggregator, scale }
    found.push(scoreOf(passage, view, figure, last, about, [site]))
  }
  return found
}

const away = (site: Range, figure: Range): number =>
  site.to <= figure.from ? figure.from - site.to : Math.max(0, site.from - figure.to)

/** The verb that gives the score, when it stands right before. */
const governing = (view: SentenceView, figure: Range) =>
  view.groups.findLast((g) => g.to <= figure.from && figure.from - g.to <= NEAR) ?? null

/** 81/100 · 92% · 92 percent · 66 out of 100 · 7.4 */
function figureAt({ tokens, norm }: Passage, i: number): Figure | null {
  const token = tokens[i]!
  if (token.kind !== 'number' || token.glued) return null
  const parts = /^(\d{1,3}(?:\.\d{1,2})?)(?:\/(\d{1,3}))?$/.exec(token.norm)
  if (!parts) return null
  const value = Number(parts[1])
  if (parts[2]) return { from: i, to: i + 1, value, scale: Number(parts[2]) }
  if (norm(i + 1) === '%' || norm(i + 1) === 'percent') return { from: i, to: i + 2, value, scale: 100 }
  if (norm(i + 1) === 'per' && norm(i + 2) === 'cent') return { from: i, to: i + 3, value, scale: 100 }
  if (norm(i + 1) === 'out' && norm(i + 2) === 'of' && tokens[i + 3]?.kind === 'number')
    return { from: i, to: i + 4, value, scale: Number(tokens[i + 3]!.norm) || null }
  return { from: i, to: i + 1, value, scale: null }
}

/** Whether a number is a score: by the noun beside it, by where it is found, or by the verb that gives it. */
function isScore({ tokens, norm, words, analysis }: Passage, view: SentenceView, figure: Figure, site: Site): boolean {
  const { from, to } = figure
  if (norm(to) === 'of' && !tokens.slice(to, to + 4).some((t) => words.shareOf.has(t.norm))) return false
  if (/^(number|no\.?|top|season|series|episode|the|#|\$|£|€|by|up|down|best)$/.test(norm(from - 1))) return false
  const bare = figure.scale === null
  const counted = bare && /^[a-z]+s$/.test(norm(to)) && !words.scoreNouns.has(norm(to))
  if (
    counted ||
    within(analysis.dates[view.sentence.i] ?? [], { from: from - 3, to: to + 3 }).some(
      (d) => d.from <= from && from < d.to,
    )
  )
    return false
  const noun = (k: number): boolean => words.scoreNouns.has(norm(k))
  // "a score of 81", "rated 81": for a bare number nothing less will do.
  for (let k = from - 1; k >= view.sentence.from && k >= from - 4; k--)
    if (noun(k) && /^(of|is|was|stands|at|just|:|a)$/.test(norm(k + 1)) && site.from <= to + NEAR) return true
  // "an 81 on Metacritic", "92% approval rating on Rotten Tomatoes".
  if (site.from >= to && site.from - to <= NEAR) {
    const between = tokens.slice(to, site.from).map((t) => t.norm)
    const straight = between.every(
      (w) => words.scoreNouns.has(w) || words.audience.has(w) || analysis.knowledge.lexicon.among('aroundScore', w),
    )
    if (straight && between.some((w) => /^(on|at|from|by|per|via)$/.test(w))) return true
    // "100% Metacritic rating"
    if (!between.length && words.scoreNouns.has(norm(site.to))) return true
  }
  if (!bare) for (let k = to; k < to + 4; k++) if (noun(k) && site.from < to + 4 * NEAR) return true
  // "On Rotten Tomatoes, X scored 67 percent": the aggregator first, and a verb that gives the number.
  const verb = governing(view, figure)
  if (verb && from - verb.to <= 3 && verb.lemmas.some((l) => words.scoreVerbs.has(l)) && site.to <= from && !bare)
    return true
  // "Rotten Tomatoes: 92%"
  return site.to === from - 1 && norm(from - 1) === ':'
}

interface About {
  entity: ReturnType<Passage['inMind']>
  season: number | null
  range: Range | null
}

/** “Low Orbit” (75): the title before the bracket. */
function bracketed(passage: Passage, view: SentenceView, { from, to }: Figure): About | null {
  const { norm } = passage
  if (norm(from - 1) !== '(' || norm(to) !== ')') return null
  let k = from - 2
  while (/^[”"’']$/.test(norm(k))) k--
  const themes = passage.seriesIn(view)
  const theme = themes.find((t) => t.to > k && t.to < from)
  if (!theme) return null
  // "the first seasons of A (75) and B (72)": the season is told of all.
  const first = themes.find(
    (t) => t.season && theme.list.length > 1 && t.to <= theme.from && /s$/.test(norm(t.season.head)),
  )
  return {
    entity: theme.show,
    season: passage.seasonOf(theme) ?? (first ? passage.seasonOf(first) : null),
    range: theme,
  }
}

/** What a score is of: the series or season before the number, else the first behind it; null for a film's. */
function aboutWhat(passage: Passage, view: SentenceView, figure: Figure, site: Site): About | null {
  const { analysis } = passage
  const themes = view.themes.filter((t) => t.season || t.anaphor || (t.show && passage.isSeries(t.show)))
  const start = Math.min(figure.from, site.from)
  const within3 = themes.find((t) => t.from >= figure.to && t.from <= figure.to + 12 && t.season && !t.show)
  const told = within3 && !view.groups.some((g) => g.finite && g.from >= figure.to && g.to <= within3.from)
  const theme = themes.findLast((t) => t.to <= figure.from) ?? themes.find((t) => t.from >= start)
  if (!theme) return null
  // A marked title nearer to the number than any series: a film's score.
  const nearer = within(analysis.names, { from: theme.to, to: figure.from }).findLast((n) => n.mark)
  if (nearer) return null
  const entity = theme.show && passage.isSeries(theme.show) ? theme.show : passage.inMind(view, theme.from)
  if (!entity) return null
  const own = passage.seasonOf(theme) ?? (theme.season ? null : before(passage, view, theme))
  const season = own ?? (told && within3 && !theme.season ? passage.seasonOf(within3) : null)
  return { entity, season, range: theme }
}

/** “Bone Orchard” Season 1: the season may be a theme of its own right behind. */
function before(passage: Passage, view: SentenceView, theme: Range): number | null {
  const next = beginningAt(view.themes, theme.to) ?? beginningAt(view.themes, theme.to + 1)
  return next?.season ? passage.seasonOf(next) : null
}

function scoreOf(
  passage: Passage,
  view: SentenceView,
  figure: Figure,
  { aggregator, scale }: { aggregator: Aggregator; scale: number },
  { entity, season, range }: About,
  parts: Range[],
): Score {
  const end = Math.min(figure.to + 4, view.sentence.to)
  const by = passage.tokens.slice(figure.to, end).some((t) => passage.words.audience.has(t.norm))
  const told = passage.told(view, entity!.name, season, [...parts, range], { trigger: figure })
  return {
    fact: 'score',
    ...told,
    aggregator: aggregator.name,
    value: figure.value,
    scale,
    ...(by ? { audience: true as const } : {}),
  }
}
