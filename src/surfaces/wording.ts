// The words that surfaces share: how a claim, its chain of sources and the parts of a verdict are told to people.
// Text from outside (titles, names, evidence) stands in them as it came: whoever shows it, shows it as text.
import type { Article } from '../article/article.ts'
import type { Claim, Event, Factuality, Role } from '../reading/claim.ts'
import type { Fact } from '../reading/facts/fact.ts'
import type { SourceHealth } from '../sources/source.ts'
import type { Change } from '../verdict/changes.ts'
import { dateInWords, whenInWords } from '../verdict/dates.ts'
import { happenedOn, isoDay, stretchOf } from '../verdict/days.ts'
import type { Fate, Verdict } from '../verdict/verdict.ts'
import { count } from '../watch/count.ts'

/** "Jessica Jones, season 2", "Jessica Jones, the series". */
export const nameOf = ({ show, season }: { show: string; season: number | null }): string =>
  `${show}, ${seasonName(season)}`

/** "season 2", "the series". */
export const seasonName = (season: number | null): string => (season === null ? 'the series' : `season ${season}`)

export { count }

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

type Told = Record<Factuality, string>

/** What a noun of the event is said to be; each event's own words for what is flatly said, and flatly denied. */
const told = (noun: string, yes: string, no: string): Told => ({
  yes,
  likely: `${noun} expected`,
  possible: `${noun} possible`,
  undecided: `${noun} undecided`,
  unlikely: `${noun} doubtful`,
  no,
})

const EVENT: Readonly<Record<Exclude<Event, 'production' | 'ending'>, Told>> = {
  order: told('order', 'ordered', 'not ordered'),
  renewal: told('renewal', 'renewed', 'not renewed'),
  cancellation: told('cancellation', 'cancelled', 'not cancelled'),
  premiere: told('premiere', 'premieres', 'no premiere'),
  delay: told('delay', 'put off', 'not put off'),
}

const ENDING: Told = {
  yes: 'the last season',
  likely: 'expected to be the last season',
  possible: 'perhaps the last season',
  undecided: 'undecided whether the last season',
  unlikely: 'probably not the last season',
  no: 'not the last season',
}

const MAKING = {
  development: 'development',
  writing: 'writing',
  casting: 'casting',
  filming: 'filming',
  wrapped: 'end of filming',
  post: 'post-production',
} as const
const MADE = {
  development: 'in development',
  writing: 'being written',
  casting: 'casting',
  filming: 'filming',
  wrapped: 'filming has ended',
  post: 'in post-production',
} as const

/**
 * What a claim says happens, in a few words: "renewal doubtful", "premieres on 8 March 2018 on Netflix", "filming (Netflix)".
 * @param published ISO day of the article: what lay in the past by then is told in the past; null when unknown
 */
export function eventInWords(
  claim: Pick<Claim, 'event' | 'factuality' | 'season' | 'stage' | 'date' | 'platform'>,
  published: string | null,
): string {
  const { event, factuality, season, stage, date, platform } = claim
  const when = date === null ? '' : ` ${whenInWords(date)}`
  if (event === 'premiere') {
    const where = platform === null ? '' : ` on ${platform}`
    if (factuality !== 'yes') return `${EVENT.premiere[factuality]}${when}${where}`
    const stretch = date === null ? null : stretchOf(date)
    const past = stretch !== null && published !== null && isoDay(happenedOn(stretch)) <= published
    return `${past ? 'premiered' : 'premieres'}${when}${where}`
  }
  return `${words(event, factuality, season, stage)}${date === null ? '' : `,${when}`}${platform === null ? '' : ` (${platform})`}`
}

function words(
  event: Exclude<Event, 'premiere'>,
  factuality: Factuality,
  season: number | null,
  stage: Claim['stage'],
): string {
  if (event === 'ending') return season === null ? told('end', 'ends', 'does not end')[factuality] : ENDING[factuality]
  if (event !== 'production') return EVENT[event][factuality]
  const noun = stage ? MAKING[stage] : 'production'
  return told(noun, stage ? MADE[stage] : 'in production', `no ${noun} yet`)[factuality]
}

/** Who says it: "Krysten Ritter (cast)", "Netflix", "Unnamed sources"; the outlet whose own word it is. */
export function speakerInWords(
  { speaker, role, via }: Pick<Claim, 'speaker' | 'role' | 'via'>,
  outlet: string | null,
): string {
  if (speaker === null) return via.at(-1) ?? outlet ?? 'The article'
  if (role === 'anonymous') return 'Unnamed sources'
  return role === 'network' || role === 'studio' || role === 'outlet' ? speaker : `${speaker} (${role})`
}

/**
 * The way of the words, from who said them to who published them: ["Krysten Ritter (cast)", "Vulture", "Bleeding Cool"].
 * @param outlet that published the article; null when unknown
 */
export function chainOf(claim: Pick<Claim, 'speaker' | 'role' | 'via'>, outlet: string | null): string[] {
  const carried = [...claim.via.toReversed(), ...(outlet === null ? [] : [outlet])]
  const chain = [speakerInWords(claim, outlet), ...(claim.speaker === null ? carried.slice(1) : carried)]
  return chain.filter((name, i) => name !== chain[i - 1])
}

/** A season's fate in a word. A first season is ordered, for there is nothing to renew. */
export const fateInWords = (fate: Fate, season: number | null): string =>
  fate === 'renewed' && season === 1 ? 'ordered' : fate

/** "premieres on 8 March 2018 on Netflix", "on Netflix, no date known", "no date known". */
export function premiereInWords({
  premiere,
  progress,
}: {
  premiere: Pick<NonNullable<Verdict['premiere']>, 'date' | 'platform'> | Verdict['premiere']
  progress: string | null
}): string {
  const shown = progress === 'airing' || progress === 'aired'
  if (!premiere?.date)
    return `${premiere?.platform ? `on ${premiere.platform}, ` : ''}${shown ? 'has been shown' : 'no date known'}`
  return `${shown ? 'premiered' : 'premieres'} ${whenInWords(premiere.date)}${premiere.platform ? ` on ${premiere.platform}` : ''}`
}

/** "2 for, none against, 1 leaves it open". */
export function sourcesInWords({ pro, contra, open }: Verdict['roots']): string {
  const number = (n: number): string => (n === 0 ? 'none' : String(n))
  return `${number(pro)} for, ${number(contra)} against${open ? `, ${open} ${open === 1 ? 'leaves' : 'leave'} it open` : ''}`
}

/** "nothing heard of “Glass Harbor” as of 12 January 2016". */
export const nothingHeard = (what: string, day: string): string =>
  `nothing heard of “${what}” as of ${dateInWords(day)}`

/** "since 12 January 2016, before that on the bubble"; null when nothing was heard. */
export function sinceInWords({ since, before, season }: Pick<Verdict, 'since' | 'before' | 'season'>): string | null {
  if (since === null) return null
  const was = before && before !== 'nothing heard' ? `, before that ${fateInWords(before, season)}` : ''
  return `since ${dateInWords(since)}${was}`
}

/** What changed, in a few words: "on the bubble → renewed", "premieres on 8 March 2018 on Netflix (was in 2018)", "put off". */
export function changeInWords({ axis, from, to, season, outcome, turns, day }: Change): string {
  const turned =
    outcome === 'plain' ? '' : `; turned ${turns === 2 ? 'twice' : `${turns} times`} within days: ${outcome}`
  return `${beliefs({ axis, from, to, season, day })}${turned}`
}

function beliefs({ axis, from, to, season, day }: Pick<Change, 'axis' | 'from' | 'to' | 'season' | 'day'>): string {
  if (axis === 'fate') {
    const [was, is] = [from, to].map(
      ({ value, contested }) => `${fateInWords(value as Fate, season)}${contested ? ', contested' : ''}`,
    ) as [string, string]
    return was === is ? `still ${is}` : `${was} → ${is}`
  }
  if (axis === 'premiere') {
    const was = from.value ? ` (was ${whenInWords(from.value)})` : ''
    const stretch = stretchOf(to.value!)
    const past = stretch !== null && isoDay(happenedOn(stretch)) <= day
    return `${past ? 'premiered' : 'premieres'} ${whenInWords(to.value!)}${to.platform ? ` on ${to.platform}` : ''}${was}`
  }
  return to.value ?? `no longer ${from.value}`
}

/** What somebody of a role does, as the first words of a line. */
const DOES: Readonly<Partial<Record<Role, string>>> = {
  creator: 'created by',
  showrunner: 'showrunner',
  'executive producer': 'executive producer',
  writer: 'written by',
  director: 'directed by',
  host: 'hosted by',
  cast: 'with',
}

/** "81/100 on Metacritic", "with David Tennant as Kilgrave", "Kilgrave is dead". */
export function factInWords(fact: Fact): string {
  switch (fact.fact) {
    case 'score':
      return `${fact.value}/${fact.scale} on ${fact.aggregator}${fact.audience ? ' by viewers' : ''}`
    case 'credit':
      return `${DOES[fact.role] ?? fact.role} ${fact.person}${fact.character ? ` as ${fact.character}` : ''}`
    case 'appearance':
      return `${fact.character}${fact.of ? ` of ${fact.of}` : ''} appears`
    case 'fate':
      return `${fact.character} is ${fact.state}`
    case 'dependency':
      return `must wait for ${fact.waitsOn}`
  }
}

const MINUTE = 60_000
const LENGTHS: ReadonlyArray<[milliseconds: number, unit: string]> = [
  [24 * 60 * MINUTE, 'day'],
  [60 * MINUTE, 'hour'],
  [MINUTE, 'minute'],
]

/** "3 hours"; null for less than a minute. */
function lengthInWords(milliseconds: number): string | null {
  const [length, unit] = LENGTHS.find(([length]) => milliseconds >= length) ?? []
  return length === undefined ? null : count(Math.floor(milliseconds / length), unit!)
}

/**
 * "3 hours ago", "just now"; "in 3 hours", "any moment".
 * @param at ISO instant
 * @param now milliseconds since 1970
 */
export function instantInWords(at: string, now: number): string {
  const away = Date.parse(at) - now
  const length = lengthInWords(Math.abs(away))
  return away > 0 ? (length ? `in ${length}` : 'any moment') : length ? `${length} ago` : 'just now'
}

/** An ISO instant as people write it: "12 May 2031, 10:05 UTC". */
export const clockInWords = (at: string): string => `${dateInWords(at.slice(0, 10))}, ${at.slice(11, 16)} UTC`

/** A day ends so much later than it begins by UTC, somewhere: in milliseconds. */
const LATEST_END = 36 * 60 * MINUTE

/**
 * "edited 12 May 2031, 10:05 UTC", "edited 12 May 2031".
 * @returns null when nobody knows, or when it was saved again within an hour, as editors' systems do, so far as that is known
 */
export function editedInWords({ published, publishedAt, modified }: Edits): string | null {
  if (modified === null) return null
  if (!modified.includes('T'))
    return published === null || modified > published ? `edited ${dateInWords(modified)}` : null
  const out = publishedAt ? Date.parse(publishedAt) : published ? Date.parse(published) + LATEST_END : null
  return out === null || Date.parse(modified) - out > 60 * MINUTE ? `edited ${clockInWords(modified)}` : null
}
type Edits = Pick<Article, 'published' | 'publishedAt' | 'modified'>

/** How a source stands, a sentence each: when it answered, when it is asked next, what failed, what may be missing. */
export function healthInWords({ source, items, waiting, lost, trouble }: SourceHealth, now: number): string[] {
  const { succeeded, failures, failure, next, gaps, gapFrom, gapUntil, address } = source
  const told = [
    succeeded ? `answered ${instantInWords(succeeded, now)}` : 'has not answered yet',
    `asked next ${instantInWords(next, now)}`,
  ]
  if (failure) told.push(`${failures === 1 ? 'failed' : `failed ${failures} times in a row`}: ${failure}`)
  if (address) told.push(`moved for good to ${address}, where it is asked now`)
  told.push(`${count(items, 'item')} seen`)
  if (waiting) told.push(`${waiting} still to be read${trouble ? ` (${trouble})` : ''}`)
  if (lost) told.push(`${lost} given up (${trouble})`)
  if (gaps && gapFrom && gapUntil)
    told.push(
      `possible gap${gaps > 1 ? `, the last of ${gaps},` : ''} between ${clockInWords(gapFrom)} and ${clockInWords(gapUntil)}: it had more news than it shows`,
    )
  return told
}

/** What is amiss with a source, in a word for lists: null for nothing. */
export function amissInWords({ source, lost }: SourceHealth): string | null {
  if (source.failures) return source.succeeded ? 'does not answer' : 'has never answered'
  return lost ? 'items given up' : source.gaps ? 'possible gap' : null
}
