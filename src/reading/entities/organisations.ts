// Evidence that a name is a network or an outlet: where it stands, and that it renews, cancels or orders something.
import type { Sentence } from '../document.ts'
import type { Entity, EntityInput } from '../entities.ts'
import { type Lexicon, W } from '../lexicon.ts'
import type { NameMention } from '../names.ts'
import type { Token } from '../tokens.ts'

/** Evidence that an unmarked name is a network or an outlet that the phrase book does not know. */
export function weighOrg(
  { tokens, knowledge }: EntityInput,
  mention: NameMention,
  left: number,
  right: number,
  sentence: Sentence,
  entity: Entity,
): void {
  const { lexicon } = knowledge
  const before = left >= 0 ? tokens[left]!.norm : ''
  const after = right >= 0 ? tokens[right]! : undefined
  const last = tokens[mention.to - 1]!
  const single = mention.to - mention.from === 1
  if (lexicon.among('endsNetwork', last.norm) && !single) entity.network += 2
  if (lexicon.among('outletName', last.norm) && !single) entity.outlet += 1
  if (after?.norm === '+' && !after.spaced) entity.network += 2.5
  if (single && last.case === 'caps' && last.norm.length >= 2 && last.norm.length <= 4) entity.network += 1.2
  // "on his podcast, Aldous said": what stands behind a comma is another.
  const called = tokens[left + 1]?.norm !== ','
  if (called && lexicon.among('isNetwork', before)) entity.network += 2.5
  if (/^(told|tells|telling)$/.test(before)) entity.outlet += 2
  // "told ITV1's This Morning": a programme to which somebody talks reports what is said.
  if (before === "'s") {
    let k = left - 1
    while (k > sentence.from && k > left - 5 && tokens[k]!.case !== 'lower') k--
    if (/^(told|tells|telling)$/.test(tokens[k]!.norm)) entity.outlet += 4
  }
  if ((called && lexicon.among('isOutlet', before)) || lexicon.among('behindOutlet', after?.norm ?? ''))
    entity.outlet += 2
  if (
    /^(with|to|by|per|via|from)$/.test(before) &&
    (/^(per|via)$/.test(before) || lexicon.among('interviewed', tokens[left - 1]?.norm ?? ''))
  )
    entity.outlet += before === 'from' ? 0.5 : 2
  if (lexicon.among('channelNumber', last.norm) && mention.to - mention.from === 2 && /^(on|at|for|to)$/.test(before))
    entity.network += 2
  if (/^(on|at|to|for)$/.test(before) && mention.to - mention.from <= 3) {
    const noun = tokens[left - 1]
    if (
      noun &&
      (lexicon.is(noun.norm, W.series) ||
        lexicon.among('shownOn', noun.norm) ||
        noun.kind === 'number' ||
        lexicon.is(noun.norm, W.month | W.weekday) ||
        noun.norm === '”' ||
        noun.norm === '’')
    )
      entity.network += before === 'to' || before === 'for' ? 0.8 : 1.5
    else entity.network += before === 'at' || before === 'on' ? 0.7 : 0
  }
  if (!after) return
  // The subject that renews, cancels, orders something.
  for (let k = right; k < sentence.to && k < right + 5; k++) {
    const token = tokens[k]!
    const entry = lexicon.entry(token.norm)
    if (entry && entry.classes & (W.have | W.adverb | W.modal) && !(entry.classes & W.be)) continue
    if (entry && entry.classes & W.be) {
      if (
        /^(is|are)$/.test(token.norm) &&
        lexicon.is(tokens[k + 1]?.norm ?? '', W.gerund) &&
        decides(lexicon, lexicon.entry(tokens[k + 1]!.norm)?.lemmas)
      )
        entity.network += objectFollows(tokens, k + 2, sentence, lexicon) ? 1.5 : 0
      break
    }
    if (
      entry &&
      entry.classes & (W.verbS | W.verbPast | W.participle | W.verbBase) &&
      decides(lexicon, entry.lemmas) &&
      objectFollows(tokens, k + 1, sentence, lexicon)
    )
      entity.network += 1.6
    else if (lexicon.is(token.norm, W.say) && k === right) entity.network += 0.6
    break
  }
  if (after.norm === "'s" && right + 1 < sentence.to) {
    const owned = tokens[right + 1]!
    if (/^[“"‘']$/.test(owned.norm)) entity.network += 1.5
    else if (lexicon.is(owned.norm, W.series)) entity.network += 0.4
  }
}

/** Whether a verb is one whose subject decides over series. */
export const decides = (lexicon: Lexicon, lemmas: readonly string[] | undefined): boolean =>
  (lemmas ?? []).some((l) => lexicon.among('decides', l))

/** A name, a title, an article or a season stands where an object would; not "for", "at" or a full stop. */
export function objectFollows(tokens: readonly Token[], i: number, sentence: Sentence, lexicon: Lexicon): boolean {
  const token = i < sentence.to ? tokens[i]! : undefined
  if (!token) return false
  if (token.kind === 'mark') return /^[“"‘']$/.test(token.norm)
  return token.case !== 'lower' || lexicon.among('beginsObject', token.norm)
}
