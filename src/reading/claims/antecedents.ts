// Antecedents: the show that “it”, “the series”, “a new drama” or a bare season stands for.
import type { ClaimsInput } from '../claims.ts'
import type { Entity } from '../entities.ts'
import type { SentenceView } from '../events.ts'
import { namedOffshoot } from '../offshoots.ts'
import { within } from '../ranges.ts'
import type { ThemeMention } from '../themes.ts'
import { mainOf } from '../topics.ts'

/** The show that a pronoun, "the series" or a bare season stands for. */
export function antecedent(
  input: ClaimsInput,
  view: SentenceView,
  theme: ThemeMention | null,
  at: number,
): Entity | null {
  const position = theme?.from ?? at
  if (theme?.anaphor === 'former' || theme?.anaphor === 'latter') {
    const named = input.views.flatMap((v) => v.themes.filter((t) => t.show && t.to <= position).map((t) => t.show!))
    const latter = named.at(-1) ?? null
    return theme.anaphor === 'latter' ? latter : (named.findLast((s) => s !== latter) ?? null)
  }
  // "A verdict on X is to come. THAT DRAMA launched in May.": the one named last.
  if (theme?.anaphor === 'noun' && view.tokens[theme.from]!.norm === 'that') {
    const { i } = view.sentence
    const named = [input.views[i - 1], view].flatMap((v) => v?.themes.filter((t) => t.show && t.to <= position) ?? [])
    if (named.length) return named.at(-1)!.show
  }
  if (theme?.anaphor === 'indefinite') return introduced(input, view, theme)
  const several = theme?.plural ? severalMeant(input, view, theme) : []
  if (several.length) return several[0]!
  if (theme?.of) return namedOffshoot(input.topics, view.sentence.i, theme.of)
  const before = view.themes.filter(
    (t) => t.show && t.to <= position && !t.aside && (!t.weak || t.show === mainOf(input.topics, view.sentence.i)),
  )
  const subject = before.findLast((t) => !t.oblique) ?? before.at(-1)
  if (subject) return subject.show
  const topic = input.topics.before[view.sentence.i] ?? null
  if (topic) return topic
  return view.themes.find((t) => t.show)?.show ?? null
}

/** How many sentences back the shows are named that "both" stands for. */
const BACK = 3

/**
 * The shows that a plural anaphor stands for, in the order told: as many of those named last as it counts, from no more sentences
 * than it takes; [] where fewer are named. What is named in passing, or hardly a series, is left out.
 */
export function severalMeant(
  { views, people: all }: ClaimsInput,
  { sentence }: SentenceView,
  theme: ThemeMention,
): Entity[] {
  const { plural, from, persons } = theme
  const found: ThemeMention[] = []
  let people = 0
  for (let i = sentence.i; i >= 0 && i > sentence.i - BACK && found.length < plural; i--) {
    const view = views[i]!
    const named = view.themes.filter(
      (t) => t.show && t.to <= from && !t.aside && !(t.weak && (t.show.odds ?? 0) < LIKELY),
    )
    const last = named.at(-1)?.to ?? 0
    // As many persons, named behind the last of the shows, are meant rather than they.
    const since = { from: Math.max(last, view.sentence.from), to: Math.min(from, view.sentence.to) }
    people += new Set(within(all, since).map((p) => p.person)).size
    if (people >= plural) return []
    for (const t of named.toReversed())
      if (found.length < plural && !found.some((f) => f.show === t.show)) found.push(t)
  }
  // "The pair" are people, unless two shows are told of together.
  const together = found.every((t) => t.list.length >= plural)
  return found.length === plural && (together || !persons) ? found.map((t) => t.show!).reverse() : []
}

/** A name of unknown kind is one of several shows when it is more probably a series than not. */
const LIKELY = 0.5

/** "has ordered a new drama from Y": the series that this sentence or the next ones name, or the new one that the article is about. */
function introduced(input: ClaimsInput, view: SentenceView, theme: ThemeMention): Entity | null {
  const apposed = apposedTo(view, theme)
  if (apposed) return apposed
  const here = view.themes.find((t) => t.show && !t.aside && !t.weak && t.from >= theme.to && t.from - theme.to <= 16)
  if (here) return here.show
  for (let i = view.sentence.i + 1; i <= view.sentence.i + 3 && i < input.views.length; i++) {
    const next = input.views[i]!
    if (next.sentence.furniture) continue
    const named = next.themes.find((t) => t.show && !t.aside && !t.oblique && (!t.weak || t.show === input.topics.main))
    if (named) return named.show
  }
  const main = mainOf(input.topics, view.sentence.i)
  return main?.isNew || main?.limited || view.sentence.i <= 2 ? main : null
}

/** "“X,” a new drama ordered this week": the title right before the noun phrase that says what it is. */
function apposedTo({ themes, tokens }: SentenceView, { from }: ThemeMention): Entity | null {
  const title = themes.findLast((t) => t.show && t.to <= from)
  if (!title || title.aside || from - title.to > 2) return null
  const between = tokens.slice(title.to, from)
  return between.some((t) => t.norm === ',') && between.every((t) => /^[,”"’']$/.test(t.norm)) ? title.show : null
}

/** The show that a sentence soon names as the title of what this one brings in: "Titled “X,” the series follows …". */
export function titledBehind({ views }: Pick<ClaimsInput, 'views'>, { sentence }: SentenceView): Entity | null {
  for (const next of views.slice(sentence.i + 1, sentence.i + 3)) {
    const first = next.themes.find((t) => t.show && !t.aside)
    if (!first) continue
    const opens = TITLED.test(next.tokens[next.sentence.from]!.norm) && first.from - next.sentence.from <= 2
    return opens ? first.show : null
  }
  return null
}

const TITLED = /^(titled|entitled|called|dubbed)$/
