// Who does what within a sentence: subjects and objects among the themes, and how far a clause reaches. Shallow: commas,
// relatives and verb groups are all it looks at.
import type { Sentence } from './document.ts'
import type { Lexicon } from './lexicon.ts'
import { W } from './lexicon.ts'
import type { ThemeMention } from './themes.ts'
import type { Token } from './tokens.ts'
import type { VerbGroup } from './verbs.ts'

export interface ClauseInput {
  tokens: readonly Token[]
  lexicon: Lexicon
  sentence: Sentence
  groups: readonly VerbGroup[]
  themes: readonly ThemeMention[]
  masked: Uint8Array
}

const isMark = (tokens: readonly Token[], i: number, marks: RegExp): boolean =>
  tokens[i]!.kind === 'mark' && marks.test(tokens[i]!.norm)
const STRONG = /^[;—–()•]$/

/** A relative or participial insertion that ends just before `at` with a comma or dash: its first token; -1 when there is none. */
function insertionBefore(input: ClauseInput, at: number): number {
  const { tokens, lexicon, sentence, masked } = input
  const closing = at - 1
  if (closing <= sentence.from || !isMark(tokens, closing, /^[,—–)]$/)) return -1
  const opening = tokens[closing]!.norm === ')' ? /^\($/ : tokens[closing]!.norm === ',' ? /^,$/ : /^[—–]$/
  for (let k = closing - 1; k > sentence.from; k--) {
    if (!isMark(tokens, k, opening)) continue
    if (opening.source !== '^,$') return k
    // “X,” a drama that …, premieres: the comma stands within the quotation marks.
    const first = isMark(tokens, k + 1, /^[”"’']$/) ? k + 2 : k + 1
    const c = masked[first] ? 0 : lexicon.classes(tokens[first]!.norm)
    // ", which …,", ", starring …,", ", created by …,", ", a drama …,", ", from …,"
    if (
      c &
      (W.relative |
        W.gerund |
        W.participle |
        W.determiner |
        W.preposition |
        W.subordinator |
        W.adverb |
        W.role |
        W.number |
        W.series)
    )
      return k
  }
  return -1
}

/**
 * The themes that can be the subject of a verb group, best first.
 * Walks left over insertions; a relative pronoun right before the verb hands over to its antecedent; "and" between two
 * verbs shares the subject of the first.
 */
export function subjectThemes(input: ClauseInput, group: VerbGroup): ThemeMention[] {
  const { tokens, lexicon, sentence, groups, themes, masked } = input
  const host = (!group.finite && !group.infinitive) || group.reducible ? hostOf(input, group.from) : null
  if (host) return [host]
  let right = group.from
  for (let guard = 0; guard < 12; guard++) {
    let k = right - 1
    // Adverbs and quotation marks between subject and verb.
    while (
      k >= sentence.from &&
      !masked[k] &&
      (lexicon.is(tokens[k]!.norm, W.adverb) || tokens[k]!.norm === 'all' || isMark(tokens, k, /^[”"’']$/)) &&
      !lexicon.is(tokens[k]!.norm, W.relative | W.pronoun)
    )
      k--
    if (k < sentence.from) return []
    const insertion = insertionBefore(input, k + 1)
    if (insertion >= 0) {
      right = insertion
      const direct = themes.filter((t) => t.to <= right && t.to >= right - 2 && !t.aside)
      if (direct.length) return rank(direct, right)
      // One insertion behind the other: the comma that opens this one closes the last.
      right = insertion + 1
      continue
    }
    const relative = !masked[k] && lexicon.is(tokens[k]!.norm, W.relative) && /^(which|that|who)$/.test(tokens[k]!.norm)
    if (relative) {
      const antecedent = relativeSubject(input, k)
      return antecedent ? [antecedent] : []
    }
    const conjoined = !masked[k] && /^(and|but|then|or)$/.test(tokens[k]!.norm)
    if (conjoined || (!masked[k] && tokens[k]!.norm === ',')) {
      const earlier = groups.findLast((g) => g.to <= k && g.finite)
      if (earlier && conjoined) {
        // "X premiered in May and was renewed": no theme may stand between "and" and the verb (none does here).
        right = earlier.from
        continue
      }
    }
    // "is expected to be renewed", "was the costliest to be axed": the infinitive shares the subject of the verb over it.
    if (group.infinitive && right === group.from) {
      const last = groups.findLast((g) => g.to <= group.from && (g.finite || g.infinitive))
      // "X is the second Y spinoff to get an order": the predicate speaks of the subject.
      const predicate =
        last?.finite &&
        last.lemmas.includes('be') &&
        last.head === last.to - 1 &&
        /^(the|a|an)$/.test(tokens[last.to]?.norm ?? '')
      const over = last && group.from - last.to <= (predicate ? 12 : 6) ? last : undefined
      if (over && (predicate || !themes.some((t) => t.from >= over.to && t.to <= group.from && !t.oblique))) {
        right = over.from
        if (over.infinitive) {
          const finite = groups.findLast((g) => g.to <= over.from && g.finite)
          if (finite) right = finite.from
        }
        // "LOOKS SET to be renewed": the participle is a complement.
        const linking = groups.find((g) => g.to === right && g.finite)
        if (linking) right = linking.from
        continue
      }
    }
    const left = clauseStart(input, right)
    const inside = themes.filter((t) => t.from >= left && t.to <= right && !t.aside)
    return rank(inside, right)
  }
  return []
}

/**
 * What the relative pronoun at `k` stands for: the nearest theme, unless that one hangs by a preposition on a noun phrase
 * that is a series itself ("X, A DRAMA about a mine from Ann Lee that bowed in May").
 */
function relativeSubject({ tokens, groups, themes }: ClauseInput, k: number): ThemeMention | null {
  const near = themes.findLast((t) => t.to <= k && t.to >= k - 8) ?? null
  const isNoun = (t: ThemeMention): boolean => t.anaphor === 'noun' || t.anaphor === 'indefinite'
  const apart = near !== null && k - near.to <= 2 && tokens[k - 1]?.kind === 'mark'
  if (near && !near.weak && !isNoun(near) && (!near.oblique || apart)) return near
  const head =
    near && isNoun(near) ? near : themes.findLast((t) => t !== near && t.to <= k && t.from >= k - 20 && isNoun(t))
  if (!head || groups.some((g) => g.finite && g.from >= head.to && g.to <= k)) return near
  if (!tokens.slice(Math.max(0, head.from - 2), head.from).some((t) => t.norm === ','))
    return near?.weak || head.anaphor === 'indefinite' ? head : near
  return themes.findLast((t) => t.show && !t.weak && t.to <= head.from - 1 && t.to >= head.from - 3) ?? head
}

/**
 * The theme on which a participle hangs: "X, canceled in 2009", "X (arriving May 5)", "the X drama returning for a fourth
 * season". Not behind an insertion ("the drama, from the makers of X, premiered"): there the verb is the main clause's.
 */
export function hostOf(input: ClauseInput, at: number): ThemeMention | null {
  const { tokens, lexicon, sentence, masked, themes } = input
  const left = (k: number, marks: RegExp): number => {
    let j = k
    while (j >= sentence.from && isMark(tokens, j, marks)) j--
    return j
  }
  let k = at - 1
  while (k > sentence.from && !masked[k] && lexicon.is(tokens[k]!.norm, W.adverb)) k--
  const quote = left(k, /^[”"’']$/)
  const apart = quote >= sentence.from && isMark(tokens, quote, /^[,–—(]$/)
  if (apart && isMark(tokens, quote, /^,$/) && insertionBefore(input, quote + 1) >= 0) return null
  const end = (apart ? left(quote - 1, /^[”"’')]$/) : quote) + 1
  const host = themes.findLast((t) => t.to === end || (t.to > end && t.to <= at && t.from < end))
  if (!host || host.aside) return null
  // "X canceled" without a mark is a clause of its own, as in a headline; "the drama canceled in May" is none.
  return apart || host.anaphor === 'noun' || host.anaphor === 'indefinite' ? host : null
}

/**
 * The theme that an object relative takes up: "X, which Netflix renewed", "the drama that AMC pulled the plug on".
 * The verb's own subject must stand between the pronoun and the verb.
 */
export function relativeObject(
  { tokens, lexicon, sentence, groups, masked, themes }: ClauseInput,
  group: VerbGroup,
): ThemeMention | null {
  // "has decided not to extend": the pronoun stands before the first verb of the chain.
  let first = group
  while (first.infinitive || !first.finite) {
    const over = groups.findLast((g) => g.to <= first.from && first.from - g.to <= 2)
    if (!over) break
    first = over
  }
  for (let k = first.from - 1; k >= sentence.from && k >= first.from - 7; k--) {
    if (masked[k]) continue
    const { norm } = tokens[k]!
    if (norm === 'which' || norm === 'that') {
      if (k === first.from - 1 || !lexicon.is(norm, W.relative)) return null
      const antecedent = themes.findLast((t) => t.to <= k && k - t.to <= 2)
      return antecedent && !antecedent.aside ? antecedent : null
    }
    if (isMark(tokens, k, /^[,;:—–()]$/) || groups.some((g) => g.from <= k && k < g.to)) return null
  }
  return null
}

/** The subject of "before bowing out in May", "after being renewed": that of the clause it belongs to. */
export function sharedSubject(input: ClauseInput, group: VerbGroup): ThemeMention | null {
  const { tokens, groups, sentence } = input
  if (!input.lexicon.among('beforeGerund', tokens[group.from - 1]?.norm ?? '')) return null
  const before = groups.findLast((g) => g.to < group.from && g.finite)
  const main =
    before ?? (group.from - sentence.from <= 3 ? groups.find((g) => g.from >= group.to && g.finite) : undefined)
  return main ? (subjectThemes(input, main)[0] ?? null) : null
}

/** First token of the clause that ends before `right`. */
function clauseStart({ tokens, lexicon, sentence, groups, masked, themes }: ClauseInput, right: number): number {
  // What stands within a theme ("X, whose second season") divides nothing.
  const within = (k: number): boolean => masked[k] === 1 || themes.some((t) => t.from < k && k < t.to)
  const before = groups.findLast((g) => g.to <= right && (g.finite || g.infinitive))
  let left = before ? before.to : sentence.from
  for (let k = right - 1; k >= left; k--) {
    if (within(k)) continue
    const c = lexicon.classes(tokens[k]!.norm)
    if (isMark(tokens, k, STRONG) || (isMark(tokens, k, /^:$/) && k > sentence.from + 1)) return k + 1
    if (c & W.subordinator && !(c & W.preposition && !isClausal(tokens[k]!.norm)) && k < right - 1) return k + 1
    if (/^(but|while|although)$/.test(tokens[k]!.norm)) return k + 1
  }
  // After a verb, "and"/"," opens a new clause: "Netflix cancelled A and B will return".
  if (before) {
    for (let k = right - 1; k >= left; k--) {
      if (!within(k) && /^(and|that|,)$/.test(tokens[k]!.norm)) {
        left = k + 1
        break
      }
    }
  }
  return left
}

const isClausal = (norm: string): boolean => /^(after|before|since|until|as|like)$/.test(norm)

/** Subjects: those not led by a preposition first; a series before a name of unknown kind; nearer before farther. */
function rank(themes: readonly ThemeMention[], right: number): ThemeMention[] {
  const direct = themes.filter((t) => !t.oblique)
  const near = direct.length ? direct : themes.filter((t) => right - t.to < 12)
  return near.toSorted((a, b) => weight(b, right) - weight(a, right))
}

const weight = (t: ThemeMention, right: number): number =>
  (t.season ? 3 : t.show && !t.weak ? 2 : t.show ? 0.6 : 1) - (right - t.to) / 20

/** First token after a clause's reach to the right of `from`. */
export function clauseEnd(input: ClauseInput, from: number): number {
  const { tokens, lexicon, sentence, groups, masked } = input
  for (let k = from; k < sentence.to; k++) {
    if (masked[k]) continue
    const token = tokens[k]!
    if (isMark(tokens, k, /^[;—•]$/)) return k
    if (
      isMark(tokens, k, /^[”"]$/) &&
      k > from &&
      isMark(tokens, k - 1, /^[,.!?]$/) &&
      groups.some((g) => g.from > k && g.from < k + 8 && g.finite)
    )
      return k
    if (isMark(tokens, k, /^–$/) && token.spaced) return k
    if (lexicon.among('endsClause', token.norm)) return k
    const group = groups.find((g) => g.from === k)
    if (group && group.from > from && group.finite && !group.reducible) {
      // The verb of another clause: that clause began at the last "and", "but" or comma.
      for (let j = k - 1; j > from; j--) {
        if (!masked[j] && (/^(and|but|as|after|before|when|that)$/.test(tokens[j]!.norm) || isMark(tokens, j, /^,$/)))
          return j
      }
      return k
    }
  }
  return sentence.to
}

/** Themes to the right of a token within its clause, in order. */
export function objectThemes(input: ClauseInput, from: number): ThemeMention[] {
  const end = clauseEnd(input, from)
  return input.themes.filter((t) => t.from >= from - 1 && t.from < end && !t.aside)
}
