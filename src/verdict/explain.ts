// A verdict told to people: one line, and one paragraph.
import type { LedgerClaim } from '../ledger/records.ts'
import { CERTAINTY_MEANING, certaintyWords } from './certainty.ts'
import { dateInWords, whenInWords } from './dates.ts'
import type { Verdict } from './verdict.ts'

/**
 * One line: "Renewed — official since 17 January 2016, by Netflix; premieres on 8 March 2018 on Netflix".
 * Text from outside (titles, names) stands in it as it came: whoever shows it, shows it as text.
 */
export function headline(verdict: Verdict): string {
  const { fate, certainty, contested, deciding } = verdict
  const word = fateWord(verdict)
  if (!deciding) return word
  const decided = fate === 'renewed' || fate === 'cancelled' || fate === 'ended'
  const told = dateInWords(deciding.article.published)
  const since = decided ? ` since ${told}, ${by(deciding)}` : `, ${by(deciding)}, ${told}`
  const more = [shortProgress(verdict), contested ? 'contested' : ''].filter(Boolean)
  return `${word} — ${certaintyWords(fate, certainty)}${since}${more.map((m) => `; ${m}`).join('')}`
}

/** A first season is ordered, for there is nothing to renew. */
function fateWord({ fate, season }: Verdict): string {
  const word = fate === 'renewed' && season === 1 ? 'ordered' : fate
  return word[0]!.toUpperCase() + word.slice(1)
}

const outletOf = (claim: LedgerClaim): string => claim.via.at(-1) ?? claim.article.outlet ?? 'one outlet'

/** By whose word, in the middle of a sentence. */
function by(claim: LedgerClaim): string {
  const { speaker, role, via } = claim
  if (speaker === null) return `as ${outletOf(claim)} reports`
  if (role === 'anonymous') return `as unnamed sources tell ${outletOf(claim)}`
  if (role === 'network' || role === 'studio') return `by ${speaker}`
  return `by the word of ${speaker}${via.length ? ` to ${via.at(-1)}` : ''}`
}

function shortProgress({ premiere, progress, delayed, final }: Verdict): string {
  const date = premiere?.date
  const where = premiere?.platform ? ` on ${premiere.platform}` : ''
  const shown = progress === 'airing' || progress === 'aired'
  const parts = [
    delayed ? `put off since ${dateInWords(delayed.since)}` : '',
    date ? `${shown ? 'premiered' : 'premieres'} ${whenInWords(date)}${where}` : progress && progress !== 'ordered' && progress !== 'dated' ? progress : '',
    final ? 'the last season' : '',
  ]
  return parts.filter(Boolean).join('; ')
}

/**
 * One paragraph that a fan understands: what, since when, by whose words and to whom, what else is known, and how many independent
 * sources stand on either side. Evidence is quoted letter for letter.
 */
export function explain(verdict: Verdict): string {
  const name = `${verdict.show}${verdict.season === null ? '' : `, season ${verdict.season},`}`
  if (!verdict.deciding) {
    const faded = verdict.since ? ` What had been said before (${verdict.before}) is too old to count since ${dateInWords(verdict.since)}.` : ''
    return `Nothing has been heard of ${name.replace(/,$/, '')} as of ${dateInWords(verdict.day)}.${faded}`
  }
  const sentences = [opening(verdict, name), words(verdict), made(verdict), last(verdict), counts(verdict)]
  if (verdict.contested) sentences.push('Sources of like standing contradict one another: it is contested.')
  return sentences.filter(Boolean).join(' ')
}

const IS: Readonly<Record<Verdict['fate'], string>> = {
  renewed: 'is renewed', likely: 'is likely to come', 'on the bubble': 'is on the bubble', unlikely: 'is unlikely to come',
  cancelled: 'is cancelled', ended: 'will not come, for the series has ended', 'nothing heard': 'is unheard of',
}

function opening(verdict: Verdict, name: string): string {
  const { fate, certainty, since, before, progress } = verdict
  const is = fate !== 'renewed' ? IS[fate] : progress === 'aired' || progress === 'airing' ? 'has been made and shown' : verdict.season === 1 ? 'is ordered' : IS[fate]
  const held = since ? `, and has been so since ${dateInWords(since)}${before && before !== 'nothing heard' ? ` (before that: ${before})` : ''}` : ''
  const meaning = CERTAINTY_MEANING[certainty]
  return `${name} ${is}${fate === 'renewed' && is.startsWith('has') ? '' : held}. How sure: ${certaintyWords(fate, certainty)}. ${meaning}`
}

function words({ deciding }: Verdict): string {
  const claim = deciding!
  const { speaker, role, via, article } = claim
  const when = `On ${dateInWords(article.published)}`
  const first = via.at(-1) ?? article.outlet
  const carried = via.length && article.outlet && article.outlet !== first ? `, carried by ${article.outlet}` : ''
  const quote = `“${claim.evidence}”`
  if (speaker === null) return `${when} ${outletOf(claim)} wrote: ${quote}${carried}.`
  const who = role === 'anonymous' ? 'unnamed sources' : role === 'network' || role === 'studio' || speaker.toLowerCase() === role ? speaker : `${speaker} (${role})`
  return `${when} ${who} ${via.length ? `to ${first}` : first ? `in ${first}` : ''}${carried}: ${quote}.`.replace(' :', ':')
}

function made({ premiere, progress, delayed }: Verdict): string {
  const parts: string[] = []
  const where = premiere?.platform ? ` on ${premiere.platform}` : ''
  if (delayed) parts.push(`It was put off on ${dateInWords(delayed.since)}.`)
  if (progress === 'airing' || progress === 'aired') parts.push(premiere?.date ? `It premiered ${whenInWords(premiere.date)}${where}.` : 'It has been shown.')
  else if (premiere?.date) parts.push(`It premieres ${whenInWords(premiere.date)}${where}.`)
  else if (progress === 'ordered') parts.push('No date is known.')
  else if (progress) parts.push(`As far as is known it is ${progress}; no date is known.`)
  return parts.join(' ')
}

function last({ final }: Verdict): string {
  return final ? `It is the last season, ${by(final)} (${dateInWords(final.article.published)}).` : ''
}

function counts({ roots }: Verdict): string {
  const say = (n: number): string => (n === 0 ? 'none' : n === 1 ? 'one' : String(n))
  return `Independent sources: ${say(roots.pro)} for it, ${say(roots.contra)} against${roots.open ? `, ${say(roots.open)} leaving it open` : ''}.`
}
