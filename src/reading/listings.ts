// Listings: lines of a schedule or a slate that tell a premiere without a verb. "July 9: ‘Probate’ (Gantry), season 2" ·
// under a heading that is a date: "Kilo (Halyard), Season 2" · "Six Winters, season 2: late 2031".
import type { EventPhrase } from '../phrasebook/phrasebook.ts'
import type { DateMention } from './dates.ts'
import type { EventCandidate, SentenceView } from './events.ts'
import { W } from './lexicon.ts'
import { nextFrom, within } from './ranges.ts'
import type { ThemeMention } from './themes.ts'
import { behindClosing } from './tokens.ts'
import type { VerbGroup } from './verbs.ts'

const LISTED: EventPhrase = { phrase: 'listing', event: 'premiere', theme: 'inside', factuality: 'yes', proves: false }

export interface Listing {
  candidate: EventCandidate
  date: DateMention | null
}

/**
 * Finds listings: verbless lines with a show and a date, the date in the line itself or in the nearest line above that holds
 * nothing else. A single such line is no listing unless it names a season or a premiere.
 */
export function findListings(views: readonly SentenceView[], dates: ReadonlyArray<readonly DateMention[]>): Listing[] {
  const found: Listing[] = []
  let heading: DateMention | null = null
  let headed = 0
  let labelled = -1
  for (const [i, view] of views.entries()) {
    const { sentence, themes, groups, tokens } = view
    if (sentence.furniture) continue
    const own = dates[sentence.i]!
    const length = sentence.to - sentence.from
    const [only] = own
    if (only && own.length === 1 && only.to - only.from >= length - 2 && length <= 8) {
      heading = only
      headed = 0
      continue
    }
    const shown = themes.filter((t) => t.show && !t.aside)
    // "Glass Harbor (Kestrel): The detectives are back for a second season" under its day: what is said behind is said of it.
    const label = heading ? labelEnd(view, shown[0]) : 0
    if (heading && label) {
      labelled = sentence.paragraph
      headed = 0
      // "Glass Harbor (Kestrel). The detectives are back for a second season."
      const next = label === sentence.to ? views[i + 1] : undefined
      const behind = next?.sentence.paragraph === labelled ? next : view
      if (!tokens.slice(sentence.from, behind.sentence.to).some((t) => view.lexicon.among('onCalendar', t.norm)))
        found.push(listing(view, shown[0]!, heading, behind))
      continue
    }
    if (sentence.paragraph === labelled) continue
    // "Season 2 signed off": a verb right behind its subject, though it could be a participle.
    const isVerb = (g: VerbGroup): boolean =>
      !g.reducible ||
      (view.lexicon.among('seasonDoes', g.lemmas[0] ?? '') &&
        shown.some((t) => behindClosing(tokens, t.to, g.from) === g.from))
    // "10 pm X (returns)": what stands in brackets makes no clause.
    const verbless = !groups.some((g) => g.finite && tokens[g.from - 1]?.norm !== '(' && isVerb(g))
    if (!verbless || !shown.length || length > 45) {
      if (heading && !verbless && ++headed > 1) heading = null
      continue
    }
    const kind = tokens.slice(sentence.from, sentence.to).some((t) => view.lexicon.among('listed', t.norm))
    const finale = tokens.slice(sentence.from, sentence.to).some((t) => t.norm === 'finale')
    const marked = tokens.slice(sentence.from, sentence.to).some((t) => /^[:–—(]$/.test(t.norm))
    if (finale || tokens.slice(sentence.from, sentence.to).some((t) => view.lexicon.among('leavesLibrary', t.norm)))
      continue
    if (own.length && (kind || marked)) found.push(...pair(view, shown, own))
    else if (heading && (kind || shown.length === 1))
      found.push(...shown.slice(0, 1).map((theme) => listing(view, theme, heading)))
  }
  return found.length > 1 || found.some((f) => f.candidate.theme?.season) ? found : []
}

/** Where a label ends that opens the sentence: "X (Kestrel):", or "X (Kestrel)." alone; 0 when there is none. */
function labelEnd({ tokens, sentence, orgs }: SentenceView, show: ThemeMention | undefined): number {
  if (!show || show.from > sentence.from + 2) return 0
  const open = behindClosing(tokens, show.to, sentence.to)
  const org = nextFrom(orgs, open)
  if (!org || org.from !== open + 1 || tokens[open]!.norm !== '(' || tokens[org.to]?.norm !== ')') return 0
  const end = org.to + 2
  const mark = tokens[end - 1]?.norm
  return mark === ':' || (mark === '.' && end === sentence.to) ? end : 0
}

/**
 * Finds gapping: what the verb tells of the first it tells of the rest, each with a day of its own: "X returns Sept. 20,
 * Y Sept. 22 and Z on Oct. 1".
 */
export function findGapped(
  view: SentenceView,
  dates: readonly DateMention[],
  told: readonly EventCandidate[],
): Array<EventCandidate & { date: DateMention | null }> {
  const { tokens, lexicon, masked, themes } = view
  const isBetween = (from: number, to: number): boolean => {
    for (let k = from; k < to; k++)
      if (
        masked[k] ||
        !(lexicon.among('betweenDays', tokens[k]!.norm) || lexicon.is(tokens[k]!.norm, W.series | W.genre))
      )
        return false
    return true
  }
  const premieres = told.filter((c) => c.trigger.phrase.event === 'premiere')
  const first = premieres.find((c) => !c.doubts.length && c.trigger.group?.finite)
  const taken = new Set(premieres.map((c) => c.theme))
  const found: Array<EventCandidate & { date: DateMention | null }> = []
  // Those that follow stand or fall together; it is the first one's verb that tells whether all this is past.
  const list = first?.theme ? [...first.list] : []
  const looks = first?.trigger.group?.tense === 'past' ? 'past' : 'future'
  let day = first && nextFrom(dates, first.trigger.to)
  while (day) {
    const { to } = day
    const theme = nextFrom(themes, to)
    const next = theme && nextFrom(dates, theme.to)
    if (!theme?.show || theme.aside || !next || !isBetween(to, theme.from) || !isBetween(theme.to, next.from)) break
    if (!taken.has(theme)) {
      const { candidate, date } = listing(view, theme, next)
      list.push(theme)
      found.push({ ...candidate, list, date: date && { ...date, looks: date.looks ?? looks } })
    }
    day = next
  }
  return found
}

/** Tokens between them. */
const NEAR = 5

/**
 * Finds gapping by seasons: what the verb tells of the first it tells of the rest, each with a season of its own: "A will be back
 * for a fourth season, B for a third and C for season two", "A goes on to Season 8, and both B and C to Season 5".
 * @param dates of the sentence: "A was renewed in May for a third season, B in June for a second"
 */
export function findGappedSeasons(
  view: SentenceView,
  told: readonly EventCandidate[],
  dates: readonly DateMention[],
): EventCandidate[] {
  const { tokens, lexicon, themes } = view
  const only = (from: number, to: number, words: 'joinsGapped' | 'leadsGapped'): boolean =>
    to - from <= NEAR &&
    tokens
      .slice(from, to)
      .every((t) => lexicon.among(words, t.norm) || (words === 'joinsGapped' && lexicon.is(t.norm, W.series | W.genre)))
  /** The "for" or "to" before a season. */
  const leadOf = (from: number): string =>
    tokens.slice(Math.max(0, from - 3), from).findLast((t) => /^(for|to)$/.test(t.norm))?.norm ?? ''
  return told.flatMap((first) => {
    const { trigger, season, theme, doubts } = first
    if (
      doubts.length ||
      !trigger.group ||
      !theme ||
      !season?.season?.numbers.length ||
      season.from < trigger.from ||
      !leadOf(season.from)
    )
      return []
    const found: EventCandidate[] = []
    const list = [theme]
    let end = season.to
    for (;;) {
      const next = nextFrom(themes, end)
      if (!next?.show || !only(end, next.from, 'joinsGapped')) break
      const shows = next.list.map((i) => themes[i]!).filter((t) => t.show && t.from >= next.from)
      const last = shows.at(-1)!
      const own = nextFrom(themes, last.to)
      const day = dates.find((d) => d.from >= last.to && d.from - last.to <= 2)
      if (!own?.season?.numbers.length || own.show || !only(day?.to ?? last.to, own.from, 'leadsGapped')) break
      if (leadOf(own.from) !== leadOf(season.from)) break
      // "… and X for a third season was renewed": that is its own verb's.
      if (view.groups.some((g) => g.finite && g.from >= own.to && g.from - own.to <= 2)) break
      for (const theme of shows) {
        list.push(theme)
        if (told.some((c) => c.theme === theme && c.trigger.phrase.event === trigger.phrase.event)) continue
        const gapped = { ...trigger, from: theme.from, to: own.to }
        found.push({ ...first, trigger: gapped, theme, season: own, list, note: GAPPED })
      }
      end = own.to
    }
    return found
  })
}

const GAPPED = 'one of several that the verb tells of'

/** "July 9: A; July 16: B", "A (May 6) and B (May 20)": the date before, else the one behind, belongs to each show. */
function pair(view: SentenceView, shown: readonly ThemeMention[], dates: readonly DateMention[]): Listing[] {
  const first = dates[0]!
  const leading = first.to <= shown[0]!.from
  return shown.flatMap((theme, i) => {
    const next = shown[i + 1]
    const date = leading
      ? dates.findLast((d) => d.to <= theme.from)
      : dates.find((d) => d.from >= theme.to && (!next || d.from < next.from))
    return date ? [listing(view, theme, date)] : []
  })
}

/** Tokens from a show to its season in a listing. */
const NEAR_LABEL = 16

/** @param behind the sentence in which its season stands, if it is another */
function listing(view: SentenceView, theme: ThemeMention, date: DateMention | null, behind = view): Listing {
  const season = theme.season
    ? null
    : (within(behind.themes, { from: theme.to, to: theme.to + NEAR_LABEL }).find((t) => t.season && !t.show) ?? null)
  return {
    candidate: {
      view,
      trigger: { phrase: LISTED, from: theme.from, to: theme.to, group: null },
      theme,
      season,
      list: [theme],
      note: 'a line of a listing',
      doubts: [],
    },
    date,
  }
}
