// Outlets that words came through: "told Vulture", "in an interview with IGN", "as first reported by Deadline".
import type { AttributionInput } from '../attribution.ts'
import type { Range } from '../document.ts'
import type { SentenceView } from '../events.ts'
import type { Lexicon } from '../lexicon.ts'
import type { OrgMention } from '../names.ts'
import { beginningAt, endingAt, nextFrom, within } from '../ranges.ts'
import { type Token, wordsIn } from '../tokens.ts'

/** Whether a name is an outlet's by the look of it: "Hollis Wire", "The Daily Plume". */
export const isOutletName = (name: string, lexicon: Lexicon): boolean =>
  lexicon.among('lastOfOutlet', (/\s(\S+)$/.exec(name)?.[1] ?? '').toLowerCase()) || /^(The )?Daily\s/.test(name)

/** An outlet where an article names it, or means it by a noun ("the magazine") or by an occasion ("the same interview"). */
type OutletMention = Range & { name: string; known?: boolean; by?: 'noun' | 'occasion' }

/** "the magazine", "the newsletter The Deep Dish": a word for an outlet. */
export const isOutletNoun = (token: Token | undefined, lexicon: Lexicon): boolean =>
  token !== undefined && lexicon.among('isOutlet', token.norm)

/** Where the words of an outlet stand on their way: read last, told first, or the source of the one told. */
const RELAYS = /^(via|per)$/
const CITES = /^(cites|citing|cited)$/

/** Whether an outlet that begins at a token is one that somebody told something. */
const isTold = (tokens: SentenceView['tokens'], at: number): boolean =>
  tokens.slice(Math.max(0, at - 4), at).some((t) => /^(told|tells|telling)$/.test(t.norm))

/** Outlets of a sentence that nobody speaks in: what somebody told one of them is another matter. */
export function reportingOutlets(input: AttributionInput, view: SentenceView): string[] {
  const told = new Set(
    outletsIn(input, view)
      .filter((o) => isTold(view.tokens, o.from))
      .map((o) => o.name),
  )
  return channelOutlets(input, view, view.sentence.from, view.sentence.to).filter((name) => !told.has(name))
}

/** Outlets whose own report a sentence tells of: "The Sun claimed", "according to Deadline". */
export const outletsThatReport = (input: AttributionInput, view: SentenceView): string[] =>
  outletsIn(input, view)
    .filter(
      ({ from, to, name, known }) =>
        known &&
        !isOwn(input, view, from, to, name) &&
        (reportsAsSubject(view, to) || /\b(according to|per)( the)?$/.test(wordsIn(view.tokens, from - 3, from))),
    )
    .map(({ name }) => name)

/**
 * Outlets behind "told", "in an interview with", "per", "as reported by", or as the subject of "reports", nearest first: who
 * passes on what somebody "told" another outlet stands before it, and whoever an outlet cites behind.
 */
export function channelOutlets(input: AttributionInput, view: SentenceView, from: number, to: number): string[] {
  const { tokens } = view
  const found: Array<{ name: string; at: number }> = []
  const all = mentionsIn(input)
  for (const { from: at, to: end, name, by } of within(all, { from, to })) {
    if (found.some((f) => f.name === name) || isOwn(input, view, at, end, name)) continue
    // "The Ringer's podcast The Watch": it is the podcast that somebody spoke on.
    if (tokens[end]?.norm === "'s" && (nextFrom(all, end + 1)?.from ?? Infinity) <= end + 3) continue
    if (by !== 'occasion' && !leadsOutlet(input, view, { from: at, to: end }, from) && !reportsAsSubject(view, end))
      continue
    const before = tokens[at - 1]?.norm ?? ''
    const passes =
      RELAYS.test(before) || (before === 'by' && /^(up|reported|quoted|cited)$/.test(tokens[at - 2]?.norm ?? ''))
    found.push({ name, at: passes ? 0 : CITES.test(before) ? 2 : 1 })
  }
  return found.sort((a, b) => a.at - b.at).map((f) => f.name)
}

/** The outlet that an organisation is, if it is one. */
function outletOf({ from, to, names }: OrgMention): OutletMention[] {
  const outlet = names.find((n) => n.kind === 'outlet')
  return outlet ? [{ from, to, name: outlet.name, known: outlet.type !== 'unknown' }] : []
}

/** Outlets that a sentence names or means. */
const outletsIn = (input: AttributionInput, view: SentenceView): readonly OutletMention[] =>
  within(mentionsIn(input), view.sentence)

const mentionsIn = (input: AttributionInput): readonly OutletMention[] => mentions.get(input) ?? findOutlets(input)

const mentions = new WeakMap<AttributionInput, readonly OutletMention[]>()

/** Every outlet that the article names; a noun for one, or for what its words stand in, means the last that was named before. */
function findOutlets(input: AttributionInput): readonly OutletMention[] {
  const found: OutletMention[] = []
  for (const view of input.views) {
    if (view.sentence.furniture) continue
    const named = namedOutlets(input, view)
    for (let k = view.sentence.from; k < view.sentence.to; k++) {
      const own = beginningAt(named, k)
      const last = found.at(-1)
      if (own) found.push(own)
      if (own || !last) continue
      const by = isMeant(input, view, named, k, last) ? 'noun' : isOccasion(view, k) ? 'occasion' : undefined
      if (by) found.push({ from: k, to: k + 1, name: last.name, by })
    }
  }
  mentions.set(input, found)
  return found
}

/** The outlet that a noun at a token means; null when it is no noun for one, or none was named. */
export function outletMeantAt(input: AttributionInput, at: number): string | null {
  const mention = beginningAt(mentionsIn(input), at)
  return mention?.by === 'noun' ? mention.name : null
}

/** Sentences behind an outlet's name in which "the report" is its. */
const REPORT_REACH = 2

/** "told the magazine", "told the same outlet": no name beside the noun says which. */
const isMeant = (
  { sentenceOf }: AttributionInput,
  { tokens, sentence, lexicon }: SentenceView,
  named: readonly Range[],
  at: number,
  last: Range,
): boolean =>
  (tokens[at]!.norm === 'report'
    ? sentence.i - sentenceOf[last.from]! <= REPORT_REACH
    : isOutletNoun(tokens[at], lexicon) && tokens[at]!.norm !== 'programme') &&
  /^(the|same|that)$/.test(tokens[at - 1]?.norm ?? '') &&
  !beginningAt(named, at + 1) &&
  tokens[at + 1]?.case !== 'capital'

/** "in the same interview", "at the time of that interview". */
function isOccasion({ tokens, lexicon }: SentenceView, at: number): boolean {
  const before = tokens[at - 1]?.norm ?? ''
  if (!lexicon.among('occasion', tokens[at]!.norm) || !/^(same|that)$/.test(before)) return false
  return /^(in|during|of)$/.test(tokens[before === 'same' ? at - 3 : at - 2]?.norm ?? '')
}

/** Outlets that a sentence names: known ones, and names that only their place shows to be one ("told the Northern Lantern"). */
function namedOutlets({ strangers, people }: AttributionInput, view: SentenceView): OutletMention[] {
  // "According to Aldana": a person's surname is no outlet.
  const known = view.orgs.flatMap(outletOf).filter(({ from }) => !beginningAt(people, from))
  const others = [
    ...within(strangers, view.sentence),
    ...within(people, view.sentence).flatMap(({ from, to, person }) =>
      person.role ? [] : [{ from, to, name: person.name }],
    ),
  ].filter(({ from, to, name }) => isOutletName(name, view.lexicon) || isCalledOutlet(view, from, to))
  return [...known, ...others.filter((o) => !known.some((k) => k.from < o.to && o.from < k.to))].sort(
    (a, b) => a.from - b.from,
  )
}

/** "told the Northern Lantern", "told News Corp Australia", "the podcast Prop Room", "the Sci-Fi London podcast". */
function isCalledOutlet({ tokens, lexicon }: SentenceView, from: number, to: number): boolean {
  const [before, farther] = [tokens[from - 1], tokens[from - 2]?.norm ?? '']
  if (isOutletNoun(before, lexicon) || isOutletNoun(tokens[to], lexicon)) return true
  // "her podcast, Something Borrowed"
  if (
    before?.norm === ',' &&
    isOutletNoun(tokens[from - 2], lexicon) &&
    /^(his|her|their)$/.test(tokens[from - 3]?.norm ?? '')
  )
    return true
  if (before?.norm === 'on' && isTalkShow(tokens, from, to)) return true
  const on = before?.norm === 'the' ? from - 2 : from - 1
  const owns = tokens[to]?.norm === "'s"
  if (!owns && /^(on|to)$/.test(tokens[on]?.norm ?? '') && lexicon.among('guest', tokens[on - 1]?.norm ?? ''))
    return true
  if (to - from > 2 && /^(told|tells)$/.test(before?.norm ?? '')) return true
  return before?.norm === 'the' && /^(told|tells|telling)$/.test(farther)
}

/** "The Ruth Aldous Show" */
const isTalkShow = (tokens: readonly Token[], from: number, to: number): boolean =>
  to - from > 2 && tokens[from]!.norm === 'the' && tokens[to - 1]!.norm === 'show'

/** The outlet that published the article, by any of its names: "C21" for C21Media. */
function isOwn(
  { outlet }: AttributionInput,
  { tokens }: SentenceView,
  from: number,
  to: number,
  name: string,
): boolean {
  if (!outlet) return false
  const [own, known] = [plain(outlet), plain(name)]
  const written = plain(
    tokens
      .slice(from, to)
      .map((t) => t.norm)
      .join(''),
  )
  return (
    own === known ||
    own === written ||
    // "a source tells Us", in Us Weekly.
    outlet.startsWith(`${name} `) ||
    (own.length > 2 && known.length > 2 && (own.endsWith(known) || known.startsWith(own)))
  )
}

const plain = (name: string): string => name.toLowerCase().replace(/^the\s|\.com$|[^\p{L}\p{N}]/gu, '')

/** "X reports that", "X was first to confirm"; when X asked about something, what was said next was said to X. */
function reportsAsSubject(view: SentenceView, to: number): boolean {
  const next = nextFrom(view.groups, to)
  const near = next && next.from <= to + 2 ? next : undefined
  // "Vulture was first to report", "Variety was the first to confirm".
  const first =
    near?.lemmas[0] === 'be' && view.tokens.slice(near.to, near.to + 2).some((t) => t.norm === 'first')
      ? view.groups.find((g) => g.infinitive && g.from > near.to && g.from <= near.to + 2)
      : undefined
  const group = first ?? near
  return (
    group !== undefined &&
    !group.passive &&
    (view.lexicon.among('reportsAs', group.lemmas[0] ?? '') ||
      // "Deadline brought us word that …"
      (group.lemmas[0] === 'bring' && view.tokens.slice(group.to, group.to + 3).some((t) => t.norm === 'word')))
  )
}

/** "told (the) Vulture", "in an interview with X", "speaking on the X podcast", "as first reported by X", "(via X)". */
function leadsOutlet(
  { people }: AttributionInput,
  { tokens, lexicon, orgs, sentence }: SentenceView,
  { from: at, to }: Range,
  from: number,
): boolean {
  // "told ITV1's Breakfast Lounge", "on Michael Roth's Deep Dish podcast": the programme's network, or its host.
  const owner = tokens[at - 1]?.norm === "'s" ? (endingAt(orgs, at - 1) ?? endingAt(people, at - 1)) : undefined
  let k = (owner?.from ?? at) - 1
  if (tokens[k]?.norm === ',' && isOutletNoun(tokens[k - 1], lexicon)) k--
  // "a new report from the scooper newsletter The Deep Dish"
  if (isOutletNoun(tokens[k], lexicon))
    while (k >= from && k > at - 5 && !lexicon.among('leadsOutlet', tokens[k]!.norm)) k--
  while (k >= from && lexicon.among('beforeOutlet', tokens[k]!.norm)) k--
  const lead = tokens[k]
  if (!lead || k < from) return tokens[at - 1]?.norm === '('
  if (!lexicon.among('leadsOutlet', lead.norm)) return false
  // "Over at io9, there's an interview with …"
  if (/^(at|on)$/.test(lead.norm) && tokens[k - 1]?.norm === 'over') return true
  // "on the Deep Dish podcast", "on The Ruth Aldous Show": nobody is on a podcast or a talk show but to talk.
  if (
    lead.norm === 'on' &&
    (isOutletNoun(tokens[to], lexicon) || isOutletNoun(tokens[at - 1], lexicon) || isTalkShow(tokens, at, to))
  )
    return true
  // "To The Mirror, Krane explained that …".
  if (lead.norm === 'to' && k === sentence.from) return true
  if (lexicon.among('beforeOccasion', lead.norm)) {
    for (let j = k; j >= from && j > k - 6; j--) {
      if (lexicon.among('interviewed', tokens[j]!.norm)) return true
    }
    return false
  }
  return true
}

/** The outlet that an article names as its source: "Source: Variety", "Source: Official Website, via Anime News Network". */
export function namedSource(input: AttributionInput): string[] {
  for (const view of input.views.slice(1)) {
    const { tokens, sentence } = view
    if (!/^(source|sources|via)$/.test(tokens[sentence.from]!.norm) || tokens[sentence.from + 1]?.norm !== ':') continue
    const outlet = namedOutlets(input, view)[0]
    if (outlet) return [outlet.name]
  }
  return []
}

/** Where an item ends with its source in brackets ("[Source: Deadline]", "[Sci Fi Wire]"): the outlet, for each sentence of the item. */
export function bracketedSources(input: AttributionInput): ReadonlyMap<number, string[]> {
  const found = new Map<number, string[]>()
  let first = 0
  input.views.forEach((view, i) => {
    const { tokens, sentence } = view
    if (sentence.paragraph !== input.views[i - 1]?.sentence.paragraph) first = i
    let open = -1
    for (let k = sentence.from; k < sentence.to; k++) if (tokens[k]!.norm === '[') open = k
    if (open < 0) return
    const from = /^(source|sources|via)$/.test(tokens[open + 1]?.norm ?? '') ? open + 2 : open + 1
    const at = tokens[from]?.norm === ':' ? from + 1 : from
    const known = view.orgs.flatMap(outletOf).find((o) => o.from === at)
    const outlet = known ?? (from > open + 1 ? beginningAt(input.strangers, at) : undefined)
    if (!outlet || tokens[outlet.to]?.norm !== ']') return
    // Brackets that begin a sentence end the item before it.
    const end = open === sentence.from ? i : i + 1
    for (let j = first; j < end; j++) found.set(j, [outlet.name])
    first = end
  })
  return found
}
