// Outlets that words came through: "told Vulture", "in an interview with IGN", "as first reported by Deadline".
import type { AttributionInput } from '../attribution.ts'
import type { Range } from '../document.ts'
import type { SentenceView } from '../events.ts'
import type { OrgMention } from '../names.ts'
import { beginningAt, within } from '../ranges.ts'
import type { Token } from '../tokens.ts'

const OUTLET_WORD =
  /\s(Wire|Weekly|Times|Herald|Post|Tribune|Gazette|Magazine|Podcast|Journal|Reporter|Observer|Telegraph|Chronicle|Bulletin|Dispatch|News|Courier|Mirror|Sheet|Examiner|Almanac|Radio)$|^(The )?Daily\s/

/** Whether a name is an outlet's by the look of it: "Hollis Wire", "The Daily Plume". */
export const isOutletName = (name: string): boolean => OUTLET_WORD.test(name)

const OUTLET_NOUN =
  /^(outlet|magazine|newspaper|paper|site|website|publication|trade|tabloid|newsletter|podcast|blog|mag|programme)$/

/** "the magazine", "the newsletter The Deep Dish": a word for an outlet. */
export const isOutletNoun = (token: Token | undefined): boolean => token !== undefined && OUTLET_NOUN.test(token.norm)

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

/**
 * Outlets behind "told", "in an interview with", "per", "as reported by", or as the subject of "reports", nearest first: who
 * passes on what somebody "told" another outlet stands before it, and whoever an outlet cites behind.
 */
export function channelOutlets(input: AttributionInput, view: SentenceView, from: number, to: number): string[] {
  const { tokens } = view
  const found: Array<{ name: string; at: number }> = []
  for (const { from: at, to: end, name } of outletsIn(input, view)) {
    if (at < from || end > to || found.some((f) => f.name === name) || isOwn(input, view, at, end, name)) continue
    if (!leadsOutlet(view, at, from) && !reportsAsSubject(view, end)) continue
    const before = tokens[at - 1]?.norm ?? ''
    const passes =
      RELAYS.test(before) || (before === 'by' && /^(up|reported|quoted|cited)$/.test(tokens[at - 2]?.norm ?? ''))
    found.push({ name, at: passes ? 0 : CITES.test(before) ? 2 : 1 })
  }
  return found.sort((a, b) => a.at - b.at).map((f) => f.name)
}

/** The outlet that an organisation is, if it is one. */
function outletOf({ from, to, names }: OrgMention): Array<Range & { name: string }> {
  const outlet = names.find((n) => n.kind === 'outlet')
  return outlet ? [{ from, to, name: outlet.name }] : []
}

/** Outlets that a sentence names: known ones, and names that only their place shows to be one ("told the Northern Lantern"). */
function outletsIn({ strangers, people }: AttributionInput, view: SentenceView): Array<Range & { name: string }> {
  // "According to Aldana": a person's surname is no outlet.
  const known = view.orgs.flatMap(outletOf).filter(({ from }) => !beginningAt(people, from))
  const others = [
    ...within(strangers, view.sentence),
    ...within(people, view.sentence).flatMap(({ from, to, person }) =>
      person.role ? [] : [{ from, to, name: person.name }],
    ),
  ].filter(({ from, to, name }) => isOutletName(name) || isCalledOutlet(view, from, to))
  return [...known, ...others.filter((o) => !known.some((k) => k.from < o.to && o.from < k.to))].sort(
    (a, b) => a.from - b.from,
  )
}

/** "told the Northern Lantern", "told News Corp Australia", "the podcast Prop Room", "the Sci-Fi London podcast". */
function isCalledOutlet({ tokens }: SentenceView, from: number, to: number): boolean {
  const [before, farther] = [tokens[from - 1], tokens[from - 2]?.norm ?? '']
  if (isOutletNoun(before) || isOutletNoun(tokens[to])) return true
  if (to - from > 2 && /^(told|tells)$/.test(before?.norm ?? '')) return true
  return before?.norm === 'the' && /^(told|tells|telling)$/.test(farther)
}

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
    (own.length > 2 && known.length > 2 && (own.endsWith(known) || known.startsWith(own)))
  )
}

const plain = (name: string): string => name.toLowerCase().replace(/^the\s|\.com$|[^\p{L}\p{N}]/gu, '')

function reportsAsSubject(view: SentenceView, to: number): boolean {
  const near = view.groups.find((g) => g.from >= to && g.from <= to + 2)
  // "Vulture was first to report", "Variety was the first to confirm".
  const first =
    near?.lemmas[0] === 'be' && view.tokens.slice(near.to, near.to + 2).some((t) => t.norm === 'first')
      ? view.groups.find((g) => g.infinitive && g.from > near.to && g.from <= near.to + 2)
      : undefined
  const group = first ?? near
  return (
    group !== undefined &&
    /^(report|reveal|note|write|claim|learn|hear|say|state|confirm|suggest|break)$/.test(group.lemmas[0] ?? '') &&
    !group.passive
  )
}

const LEADS = /^(told|tells|telling|to|with|per|via|by|on|in|from|for|at|citing|tell|of|source|saying)$/

/** "told (the) Vulture", "in an interview with X", "speaking on the X podcast", "as first reported by X", "(via X)". */
function leadsOutlet({ tokens, lexicon, orgs, sentence }: SentenceView, at: number, from: number): boolean {
  // "told ITV1's Breakfast Lounge": the programme's network.
  const owner = tokens[at - 1]?.norm === "'s" ? orgs.find((o) => o.to === at - 1) : undefined
  let k = (owner?.from ?? at) - 1
  // "a new report from the scooper newsletter The Deep Dish"
  if (isOutletNoun(tokens[k])) while (k >= from && k > at - 5 && !LEADS.test(tokens[k]!.norm)) k--
  while (
    k >= from &&
    (/^(the|a|an|its|“|"|‘|'|\(|sister|site|our|magazine|podcast|newsletter|newspaper|host|hosts)$/.test(
      tokens[k]!.norm,
    ) ||
      tokens[k]!.norm === "'s")
  )
    k--
  const lead = tokens[k]
  if (!lead || k < from) return tokens[at - 1]?.norm === '('
  if (!LEADS.test(lead.norm)) return false
  // "To The Mirror, Krane explained that …".
  if (lead.norm === 'to' && k === sentence.from) return true
  if (/^(to|with|by|on|in|from|for|at|of)$/.test(lead.norm)) {
    for (let j = k; j >= from && j > k - 6; j--) {
      if (lexicon.lists.interviewed.has(tokens[j]!.norm)) return true
    }
    return false
  }
  return true
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
