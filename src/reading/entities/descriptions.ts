// Evidence of descriptions: “X, a comedy series from …”, “X, 47, …”, and that a series is new or made to run once.
import type { Sentence } from '../document.ts'
import type { Entity, EntityInput } from '../entities.ts'
import { W } from '../lexicon.ts'
import type { NameMention } from '../names.ts'
import { behindClosing } from '../tokens.ts'
import { isInParts, orgStarts, share } from './beside.ts'

/** "the upcoming limited series X": what stands before the noun tells that the series is new, or made to run once. */
export function describe(
  { tokens, knowledge: { lexicon } }: EntityInput,
  noun: number,
  sentence: Sentence,
  entity: Entity,
): void {
  for (let k = noun; k >= sentence.from && k > noun - 6; k--) {
    const token = tokens[k]!
    if (token.kind === 'mark') {
      // "Another pilot, the workplace comedy X".
      if (tokens[k - 1]?.norm === 'pilot') entity.isNew = true
      break
    }
    if (lexicon.among('runsOnce', token.norm)) entity.limited = true
    if (lexicon.among('saidOfNew', token.norm)) entity.isNew = true
    if (lexicon.among('saidOfKnown', token.norm)) return
    // "a drama series": brought in with an indefinite article.
    if (token.norm === 'a' || token.norm === 'an') entity.isNew = true
  }
}

/** "X, a comedy series from …", "X (Netflix)", "X (2019)", "X, 47, …", "X, who …". */
export function apposition(
  input: EntityInput,
  at: number,
  sentence: Sentence,
  mention: NameMention,
  entity: Entity,
): void {
  const { tokens, knowledge } = input
  const { lexicon } = knowledge
  const first = behindClosing(tokens, at + 1, sentence.to)
  const next = tokens[first]
  if (!next || first >= sentence.to) return
  if (next.norm === 'who' || next.norm === 'whose') entity.person += next.norm === 'who' ? 2 : 0.3
  // "X, created by …", "X, starring …"
  if (lexicon.among('saidOfTitle', next.norm)) entity.series += 1.5
  if (next.kind === 'number' && /^\d\d$/.test(next.norm) && tokens[at + 2]?.norm === ',') entity.person += 2.5
  if (tokens[at]!.norm === '(' && orgStarts(input, at + 1)) entity.series += 1.2
  if (tokens[at]!.norm === '(' && next.kind === 'word' && next.case !== 'lower' && mention.to - mention.from > 1)
    entity.person += 0.5
  // "X, HBO's upcoming drama series from …", "X, Bo Lee's upcoming film".
  let owner = first
  while (owner < first + 3 && tokens[owner]?.kind === 'word' && tokens[owner]!.case !== 'lower') owner++
  const owned = owner > first && tokens[owner]?.norm === "'s"
  if (
    !owned &&
    next.norm !== 'a' &&
    next.norm !== 'an' &&
    next.norm !== 'the' &&
    next.norm !== 'its' &&
    next.norm !== 'which' &&
    !lexicon.is(next.norm, W.role)
  )
    return
  if (lexicon.is(next.norm, W.role)) {
    // ", showrunner X said" begins another name.
    if (tokens[first + 1]?.case === 'capital') return
    entity.person += 1.5
  }
  const start = owned ? owner + 1 : first
  for (let k = start; k < sentence.to && k <= start + 8; k++) {
    const token = tokens[k]!
    if (token.kind === 'mark' && token.norm !== '“' && token.norm !== '”') break
    // "X, HBO's drama Y": another.
    if (
      owned &&
      (token.case !== 'lower' || /^[“‘]$/.test(tokens[k + 1]?.norm ?? '') || tokens[k + 1]?.case === 'capital')
    )
      break
    if (lexicon.among('behindNoun', token.norm) && k > first) break
    if (lexicon.among('partOfSeries', token.norm)) {
      entity.other += 1
      return
    }
    if (lexicon.is(token.norm, W.otherWork)) {
      if (lexicon.is(tokens[k + 1]?.norm ?? '', W.series) || isInParts(tokens, k)) continue
      entity.other += 2
      return
    }
    if (lexicon.is(token.norm, W.series | W.genre)) {
      if (next.norm !== 'which') {
        entity.series += 2.2 * share(input, lexicon.classes(token.norm))
        if (lexicon.is(token.norm, W.series)) entity.called = true
        describe(input, k, sentence, entity)
      }
      return
    }
    if (lexicon.is(token.norm, W.role) && next.norm !== 'which') {
      entity.person += 1.5
      return
    }
  }
}
