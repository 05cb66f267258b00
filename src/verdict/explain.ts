// A verdict told to people: one line, and one paragraph.
import type { LedgerClaim } from '../ledger/records.ts'
import { certaintyWords } from './certainty.ts'
import { dateInWords, whenInWords } from './dates.ts'
import type { Verdict } from './verdict.ts'
import { isBeyondEnd } from './verdict.ts'

/**
 * One line: "Renewed — official since 17 January 2016, by Netflix; premieres on 8 March 2018 on Netflix".
 * Text from outside (titles, names) stands in it as it came: whoever shows it, shows it as text.
 */
export function headline(verdict: Verdict): string {
  const { fate, certainty, contested, deciding } = verdict
  const word = isBeyondEnd(verdict) ? `Nothing heard of it; ${ENDED[fate]}` : fateWord(verdict)
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

const outletOf = (claim: LedgerClaim): string => claim.via.at(-1) || claim.article.outlet || 'one outlet'

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
    date
      ? `${shown ? 'premiered' : 'premieres'} ${whenInWords(date)}${where}`
      : progress && progress !== 'ordered' && progress !== 'dated'
        ? progress
        : '',
    final ? 'the last season' : '',
  ]
  return parts.filter(Boolean).join('; ')
}

/**
 * One paragraph that a fan understands: what, since when, by whose words and to whom, what else is known, and how many independent
 * sources stand on either side. Evidence is quoted letter for letter.
 */
export function explain(verdict: Verdict): string {
  const { show, season, day, since, before, contested } = verdict
  const name = season === null ? show : `Season ${season} of ${show}`
  if (!verdict.deciding) {
    const faded =
      since && before
        ? ` It was ${IS[before]} until ${dateInWords(since)}; what was said then is too old to count.`
        : ''
    return `Nothing has been heard of ${season === null ? show : `season ${season} of ${show}`} as of ${dateInWords(day)}.${faded}`
  }
  if (isBeyondEnd(verdict)) return `${beyond(verdict, name)} ${words(verdict.deciding)}`
  const sentences = [opening(verdict, name), words(verdict.deciding), made(verdict), last(verdict), counts(verdict)]
  if (contested) sentences.push('Sources of like standing contradict one another: it is contested.')
  return sentences.filter(Boolean).join(' ')
}

const IS: Readonly<Record<Verdict['fate'], string>> = {
  renewed: 'renewed',
  likely: 'likely to come',
  'on the bubble': 'on the bubble',
  unlikely: 'unlikely to come',
  cancelled: 'cancelled',
  ended: 'not to come, for the series has ended',
  'nothing heard': 'unheard of',
}

/** What became of a series, told of a season that nobody has spoken of. */
const ENDED: Readonly<Partial<Record<Verdict['fate'], string>>> = {
  cancelled: 'the series was cancelled',
  ended: 'the series has ended',
}

function beyond({ fate, certainty, since, day }: Verdict, name: string): string {
  const when = since ? `, since ${dateInWords(since)}` : ''
  return `Nothing has been heard of ${name[0]!.toLowerCase()}${name.slice(1)} as of ${dateInWords(day)}: ${ENDED[fate]} before it (${certaintyWords(fate, certainty)}${when}).`
}

function opening(verdict: Verdict, name: string): string {
  const { fate, certainty, since, before, progress, season } = verdict
  if (progress === 'aired' || progress === 'airing')
    return `${name} has been made and shown${since ? `; it was ordered by ${dateInWords(since)}` : ''}.`
  const is = fate === 'renewed' && season === 1 ? 'ordered' : IS[fate]
  const was = before && before !== 'nothing heard' ? `; before that it was ${IS[before]}` : ''
  return `${name} ${since ? 'has been' : 'is'} ${is} (${certaintyWords(fate, certainty)})${since ? ` since ${dateInWords(since)}` : ''}${was}.`
}

/** The deciding words: who said them, to whom, when, and who carried them. */
function words(claim: LedgerClaim): string {
  const { speaker, role, via, article, evidence } = claim
  const day = `on ${dateInWords(article.published)}`
  const carried =
    via.length && article.outlet
      ? `, as ${article.outlet} carried it ${day}`
      : ` ${day}${speaker === null || !article.outlet ? '' : ` (${article.outlet})`}`
  if (speaker === null) return `${capital(outletOf(claim))} wrote${carried}: “${evidence}”.`
  const who =
    role === 'anonymous'
      ? 'Unnamed sources'
      : role === 'network' || role === 'studio'
        ? speaker
        : `${speaker} (${role})`
  return `${who} ${via.length ? `told ${via.at(-1)}` : 'said'}${carried}: “${evidence}”.`
}
const capital = (text: string): string => text[0]!.toUpperCase() + text.slice(1)

function made({ premiere, progress, delayed }: Verdict): string {
  const where = premiere?.platform ? ` on ${premiere.platform}` : ''
  const parts = delayed ? [`It was put off on ${dateInWords(delayed.since)}.`] : []
  if (progress === 'airing' || progress === 'aired')
    parts.push(premiere?.date ? `It premiered ${whenInWords(premiere.date)}${where}.` : '')
  else if (premiere?.date) parts.push(`It premieres ${whenInWords(premiere.date)}${where}.`)
  else if (progress === 'ordered') parts.push('No date is known.')
  else if (progress) parts.push(`As far as is known it is ${progress}; no date is known.`)
  return parts.filter(Boolean).join(' ')
}

const last = ({ final }: Verdict): string =>
  final ? `It is the last season, ${by(final)} (${dateInWords(final.article.published)}).` : ''

function counts({ roots }: Verdict): string {
  const say = (n: number, verb: string): string => `${n === 0 ? 'none' : n === 1 ? 'one' : n} ${verb}`
  const open = roots.open ? `, ${say(roots.open, roots.open === 1 ? 'leaves' : 'leave')} it open` : ''
  return `Of its independent sources ${say(roots.pro, roots.pro === 1 ? 'speaks' : 'speak')} for it, ${say(roots.contra, 'against')}${open}.`
}
