// Outlets that words came through: "told Vulture", "in an interview with IGN", "as first reported by Deadline".
import type { SentenceView } from '../events.ts'
import type { Token } from '../tokens.ts'

const OUTLET_WORD =
  /\s(Wire|Weekly|Times|Herald|Post|Tribune|Gazette|Magazine|Podcast|Journal|Reporter|Observer|Telegraph|Chronicle|Bulletin|Dispatch|News|Courier|Mirror|Sheet|Examiner|Almanac|Radio)$|^(The )?Daily\s/

/** Whether a name is an outlet's by the look of it: "Hollis Wire", "The Daily Plume". */
export const isOutletName = (name: string): boolean => OUTLET_WORD.test(name)

const OUTLET_NOUN =
  /^(outlet|magazine|newspaper|paper|site|website|publication|trade|tabloid|newsletter|podcast|blog|mag|programme)$/

/** "the magazine", "the newsletter The Deep Dish": a word for an outlet. */
export const isOutletNoun = (token: Token | undefined): boolean => token !== undefined && OUTLET_NOUN.test(token.norm)

/** Outlets behind "told", "in an interview with", "per", "as reported by", or as the subject of "reports". */
export function channelOutlets(view: SentenceView, from: number, to: number, own: string | null): string[] {
  const { tokens, orgs } = view
  const found: string[] = []
  for (const org of orgs) {
    if (org.from < from || org.to > to) continue
    const outlet = org.names.find((n) => n.kind === 'outlet')
    if (!outlet || outlet.name === own || found.includes(outlet.name)) continue
    if (leadsOutlet(tokens, org.from, from) || reportsAsSubject(view, org.to)) found.push(outlet.name)
  }
  return found
}

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
function leadsOutlet(tokens: SentenceView['tokens'], at: number, from: number): boolean {
  let k = at - 1
  while (
    k >= from &&
    (/^(the|a|an|its|“|"|‘|'|\(|sister|site|our|magazine|host|hosts)$/.test(tokens[k]!.norm) ||
      tokens[k]!.norm === "'s")
  )
    k--
  const lead = tokens[k]
  if (!lead || k < from) return tokens[at - 1]?.norm === '('
  if (!LEADS.test(lead.norm)) return false
  if (/^(to|with|by|on|in|from|for|at|of)$/.test(lead.norm)) {
    for (let j = k; j >= from && j > k - 6; j--) {
      if (
        /^(interview|spoke|speaking|speak|talking|talked|talk|told|chat|chatted|chatting|conversation|according|reported|statement|said|says|appearance|appeared|appearing|episode|report|article|opened|revealed|confirmed|sat|exclusively|broken|podcast|profile|feature|piece|story|guest|explained|admitted|shared|quoted|published|discussing|catching|teased|answering|asked|pressed|quizzed|grilled|interviewed|pushed)$/.test(
          tokens[j]!.norm,
        )
      )
        return true
    }
    return false
  }
  return true
}
