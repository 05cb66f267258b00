// Verb phrase ellipsis: "X was renewed; Y was not", "as has Y", "nor will Z": what the verb before tells of one show, its
// auxiliary alone tells or denies of another.
import type { Range } from './document.ts'
import type { EventCandidate, SentenceView } from './events.ts'
import type { ThemeMention } from './themes.ts'
import { beforeClosing, behindClosing } from './tokens.ts'

const AUXILIARY = /^(is|are|was|were|has|have|had|did|does|do|will|would)$/
const DECIDES = /^(renewal|cancellation|order|premiere)$/

/**
 * Finds what auxiliaries alone tell in a sentence.
 * @param told what its full verbs tell
 */
export function findElliptic(view: SentenceView, told: readonly EventCandidate[]): EventCandidate[] {
  const { tokens, sentence, masked } = view
  const full = told.filter((c) => c.trigger.group?.finite && DECIDES.test(c.trigger.phrase.event))
  const first = Math.min(...full.map((c) => c.trigger.to))
  const found: EventCandidate[] = []
  for (let at = first; at < sentence.to; at++) {
    if (masked[at] || !AUXILIARY.test(tokens[at]!.norm)) continue
    const said = inverted(view, at) ?? denied(view, at)
    if (!said) continue
    const { theme, denies, from, to } = said
    const last = full.findLast((c) => c.trigger.to <= at)!.trigger
    for (const { trigger, theme: other } of full) {
      const { factuality } = trigger.phrase
      if (trigger.from !== last.from || trigger.to !== last.to || other?.show === theme.show) continue
      if (denies && factuality !== 'yes') continue
      // "Neither will X" denies what is denied already.
      const phrase = denies ? { ...trigger.phrase, factuality: 'no' as const } : trigger.phrase
      const group = denies ? null : trigger.group
      const note = 'subject of a verb that is left out'
      found.push({ view, trigger: { phrase, from, to, group }, theme, season: null, list: [theme], note, doubts: [] })
    }
  }
  return found
}

interface Said extends Range {
  theme: ThemeMention
  denies: boolean
}

/** "as has X", "so did X", "nor will X". */
function inverted({ tokens, themes }: SentenceView, at: number): Said | null {
  const lead = tokens[at - 1]?.norm ?? ''
  if (!/^(as|so|nor|neither)$/.test(lead)) return null
  const theme = themes.find((t) => t.show && t.from > at && t.from - at <= 2)
  return theme ? { theme, denies: /^n/.test(lead), from: at - 1, to: at + 1 } : null
}

/** "… ; X was not", with nothing behind it. */
function denied({ tokens, sentence, themes }: SentenceView, at: number): Said | null {
  if (tokens[at + 1]?.norm !== 'not') return null
  const k = behindClosing(tokens, at + 2, sentence.to)
  const next = tokens[k]
  if (k < sentence.to && next && next.kind !== 'mark' && !/^(either|yet)$/.test(next.norm)) return null
  const end = beforeClosing(tokens, at, sentence.from)
  const theme = themes.find((t) => t.show && (t.to === end || t.to === at))
  return theme ? { theme, denies: true, from: at, to: at + 2 } : null
}
