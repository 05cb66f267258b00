// Verb phrase ellipsis: "X was renewed; Y was not", "as has Y", "nor will Z": what the verb before tells of one show, its
// auxiliary alone tells or denies of another.
import type { Range } from './document.ts'
import type { EventCandidate, SentenceView } from './events.ts'
import { W } from './lexicon.ts'
import type { ThemeMention } from './themes.ts'
import { beforeClosing, behindClosing } from './tokens.ts'
import type { VerbGroup } from './verbs.ts'

const AUXILIARY = /^(is|are|was|were|has|have|had|did|does|do|will|would)$/
const DECIDES = /^(renewal|cancellation|order|premiere)$/

/**
 * Finds what auxiliaries alone tell in a sentence.
 * @param told what its full verbs tell
 */
export function findElliptic(view: SentenceView, told: readonly EventCandidate[]): EventCandidate[] {
  const { tokens, sentence, masked } = view
  // Of a list its first member speaks for all.
  const full = told.filter(
    ({ trigger, theme, list }) =>
      trigger.group?.finite && DECIDES.test(trigger.phrase.event) && theme === (list[0] ?? theme),
  )
  const first = Math.min(...full.map((c) => c.trigger.to))
  const found: EventCandidate[] = []
  for (let at = first; at < sentence.to; at++) {
    if (masked[at] || !AUXILIARY.test(tokens[at]!.norm)) continue
    const said = inverted(view, at) ?? denied(view, at)
    if (!said) continue
    const { theme, denies, from, to } = said
    const last = full.findLast((c) => c.trigger.to <= at)!.trigger
    if (!isSame(view, last.group!, at)) continue
    for (const { trigger, theme: other } of full) {
      const { factuality } = trigger.phrase
      if (trigger.from !== last.from || trigger.to !== last.to || other?.show === theme.show) continue
      if (denies && factuality !== 'yes') continue
      // "Neither will X" denies what is denied already.
      const phrase = denies ? { ...trigger.phrase, factuality: 'no' as const } : trigger.phrase
      const group = denies ? null : trigger.group
      const note = 'subject of a verb that is left out'
      const list = theme.list.map((i) => view.themes[i]!)
      const elliptic = { phrase, from, to, group }
      for (const t of list) found.push({ view, trigger: elliptic, theme: t, season: null, list, note, doubts: [] })
    }
  }
  return found
}

/** "Starz did the same to X and Y": what the verb before tells of one show, here or in the sentence before. */
export function findSame(
  views: readonly SentenceView[],
  told: ReadonlyArray<readonly EventCandidate[]>,
): EventCandidate[] {
  return views.flatMap((view, i) => {
    const { tokens, themes, groups } = view
    const did = groups.find(
      (g) => g.lemmas.includes('do') && !g.negated && tokens[g.to]?.norm === 'the' && tokens[g.to + 1]?.norm === 'same',
    )
    const theme = did && themes.find((t) => t.show && t.from > did.to)
    if (!did || !theme || theme.from - did.to > MOST_BETWEEN) return []
    const isSaid = (c: EventCandidate): boolean =>
      DECIDES.test(c.trigger.phrase.event) && Boolean(c.trigger.group?.finite)
    const said = told[i]!.findLast((c) => isSaid(c) && c.trigger.to <= did.from) ?? told[i - 1]?.findLast(isSaid)
    if (!said) return []
    const trigger = { phrase: said.trigger.phrase, from: did.from, to: did.to + 2, group: did }
    const list = theme.list.map((k) => themes[k]!)
    return list.map((t) => ({ view, trigger, theme: t, season: null, list, note: 'behind “the same”', doubts: [] }))
  })
}

/** Words between "did the same" and the title: "to the sophomore drama X". */
const MOST_BETWEEN = 8

const SORTS: readonly RegExp[] = [/^(is|are|was|were|be|been)$/, /^(has|have|had)$/, /^(will|would)$/]

/** Whether an auxiliary is that of the verb before, and no other verb stands between: "will premiere … SR is not" leaves out something else. */
function isSame({ tokens, groups }: SentenceView, group: VerbGroup, at: number): boolean {
  if (groups.some((g) => g.finite && g.from >= group.to && g.to <= at && g !== group)) return false
  const sort = SORTS.findIndex((s) => s.test(tokens[at]!.norm))
  const own = tokens.slice(group.from, group.to)
  return sort < 0 ? !own.some((t) => AUXILIARY.test(t.norm)) : own.some((t) => SORTS[sort]!.test(t.norm))
}

interface Said extends Range {
  theme: ThemeMention
  denies: boolean
}

/** "as has X", "so did X", "nor will X". */
function inverted({ tokens, themes, lexicon, sentence }: SentenceView, at: number): Said | null {
  const lead = tokens[at - 1]?.norm ?? ''
  if (!/^(as|so|nor|neither)$/.test(lead)) return null
  // "as have the comedies “A” and “B”".
  const theme = themes.find((t) => t.show && t.from > at && t.from - at <= 5)
  const between = theme ? tokens.slice(at + 1, theme.from) : []
  if (between.some(({ norm, kind }) => (kind === 'mark' ? !/^[“"‘]$/.test(norm) : lexicon.is(norm, W.preposition))))
    return null
  const next = theme && tokens[behindClosing(tokens, theme.to, sentence.to)]
  if (
    next &&
    theme.to < sentence.to &&
    next.kind !== 'mark' &&
    !lexicon.is(next.norm, W.preposition | W.coordinator | W.subordinator | W.adverb)
  )
    return null
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
  const lead = theme ? (tokens[beforeClosing(tokens, theme.from, sentence.from) - 1]?.norm ?? '') : ''
  if (/^(which|that|than|if|whether|unless)$/.test(lead) || /^(which|that|than|if|whether)$/.test(tokens[at - 1]!.norm))
    return null
  return theme ? { theme, denies: true, from: at, to: at + 2 } : null
}
