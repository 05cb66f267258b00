// Known organisations. One whose name is an ordinary word too must be proved by the words beside it.
import type { KnownName } from '../gazetteer.ts'
import type { Knowledge } from '../knowledge.ts'
import type { Lexicon } from '../lexicon.ts'
import { FUNCTION_WORD, W } from '../lexicon.ts'
import type { NameInput, OrgMention } from '../names.ts'
import { holding } from '../ranges.ts'
import type { Token } from '../tokens.ts'
import { titleQuotations } from './titles.ts'

/** Finds known organisations. A name that is an ordinary word too must be led by a preposition, or followed by what only organisations have. */
export function findOrgs({ tokens, sentences, knowledge, quotations, outlet, seasons }: NameInput): OrgMention[] {
  const titles = titleQuotations(tokens, quotations)
  const orgs: OrgMention[] = []
  const opening = new Set(sentences.map((s) => s.from))
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!
    if (token.case === 'lower' || token.kind === 'mark') continue
    // "covered Seasons 4 and 5": no channel.
    if (token.kind === 'number' && holding(seasons, i)) continue
    const match = knowledge.names.match(tokens, i)
    if (!match) continue
    const registered = isRegistered(tokens, match.to) && (opening.has(i) || tokens[i - 1]?.case !== 'capital')
    const names = match.names.filter(
      (n) => !n.word || n.name === outlet || registered || provesOrg(tokens, i, match.to, opening.has(i), n, knowledge),
    )
    if (!names.length) continue
    // Inside a quoted title only an organisation that fills it is meant.
    const title = holding(titles, i)
    if (title && match.to <= title.to && title.to - title.from > match.to - i + 1) continue
    const to = registered ? match.to + 3 : match.to
    orgs.push({ from: i, to, names })
    i = to - 1
  }
  return orgs
}

/** "Severn(R)", "Severn(TM)": marks of a trade name, as press offices write them without the sign. */
const isRegistered = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.norm === '(' && /^(r|tm|sm)$/.test(tokens[at + 1]?.norm ?? '') && tokens[at + 2]?.norm === ')'

/** What only outlets do: "…, reports Deadline" · "when Collider asked" · "Deadline, which broke the story, …". */
const REPORTS = /^(reports|writes|notes)$/

function provesOutlet(tokens: readonly Token[], from: number, to: number, lexicon: Lexicon): boolean {
  const at = (k: number): string => tokens[k]?.norm ?? ''
  const which = at(to) === ',' && at(to + 1) === 'which' && lexicon.among('whichOutletDoes', at(to + 2))
  return which || REPORTS.test(at(from - 1)) || lexicon.among('outletDoes', at(to))
}

function provesOrg(
  tokens: readonly Token[],
  from: number,
  to: number,
  opening: boolean,
  name: KnownName,
  knowledge: Knowledge,
): boolean {
  const before = tokens[from - 1]?.norm ?? ''
  const after = tokens[to]?.norm ?? ''
  const isName = (k: number): boolean =>
    tokens[k]?.case === 'capital' &&
    !knowledge.lexicon.among('behindNetwork', tokens[k].norm) &&
    !knowledge.lexicon.is(tokens[k].norm, FUNCTION_WORD)
  // "the sixth season of Man Up".
  if (isName(to) || (name.kind === 'network' && tokens[from - 2]?.case === 'lower' && isName(from - 1))) return false
  // "at 10 p.m." is no channel.
  if (/^[ap]\.?m\.?$/.test(after)) return false
  // "in the US": no Us Weekly.
  const { norm } = tokens[from]!
  if (tokens[from]!.case === 'caps' && name.kind !== 'company' && to - from === 1 && norm.length <= 4)
    return !knowledge.lexicon.is(norm, W.pronoun)
  if (name.kind === 'outlet' && provesOutlet(tokens, from, to, knowledge.lexicon)) return true
  // "[Source: Deadline]", "Source: Deadline".
  if (after === ']' && /^[:[]$/.test(before)) return true
  if (before === ':' && /^(source|sources|via)$/.test(tokens[from - 2]?.norm ?? '')) return true
  // "Deadline was (the) first to report".
  if (after === 'was' && tokens.slice(to + 1, to + 3).some((t) => t.norm === 'first')) return true
  // "Boomerang premiered original series X": what shows something is a channel; a series premieres in May, to acclaim.
  const shown = tokens[to + 1]
  if (
    knowledge.lexicon.entry(after)?.lemmas.some((l) => l !== after && knowledge.lexicon.among('showsWork', l)) &&
    shown !== undefined &&
    (shown.kind === 'word' || /^[“"‘]$/.test(shown.norm)) &&
    !knowledge.lexicon.is(shown.norm, W.preposition | W.adverb | W.coordinator | W.subordinator | W.month | W.weekday)
  )
    return !knowledge.lexicon.among('tellsWhen', shown.norm)
  // "Showtime's Glass Harbor"; a "Max's" that opens a sentence may be anybody's.
  const owns = shown !== undefined && (shown.case === 'capital' || /^[“"‘]$/.test(shown.norm))
  if (opening && after === "'s") {
    // "Deadline's Nellie Roth": who writes for an outlet has two names.
    const kind = tokens[to + 2]?.case === 'capital' ? /^(network|outlet)$/ : /^network$/
    return owns && kind.test(name.kind) && !knowledge.lexicon.is(norm, W.given)
  }
  if (knowledge.lexicon.among('behindNetwork', after)) return true
  if (/^(of|and|with)$/.test(before) && tokens[from - 2]?.case === 'capital') return false
  return knowledge.lexicon.among('leadsOrganisation', before) && !opening && after !== 'and'
}
