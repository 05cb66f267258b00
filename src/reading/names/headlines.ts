// Headlines in title case: the words that end a name there although they are capitalised.
import type { Sentence } from '../document.ts'
import { W } from '../lexicon.ts'
import type { NameInput } from '../names.ts'
import { PARTING } from './words.ts'

const HEADLINE_NOUN = W.series | W.otherWork | W.role

/** In a headline set in title case, verbs, small words and the trade's nouns are capitalised too: they end a name. */
export function breaksHeadline({ tokens, knowledge }: NameInput, i: number, sentence: Sentence): boolean {
  const { norm } = tokens[i]!
  const { lexicon } = knowledge
  if (lexicon.among('behindTitle', norm)) return true
  const after = i + 1 < sentence.to ? tokens[i + 1] : undefined
  // "Kestrel Passes on Glass Harbor Pilot", not "The Pilot Major's Wife".
  if (/^(pilot|pickup|order)$/.test(norm) && i > sentence.from && !(after?.case === 'capital' && after.kind === 'word'))
    return true
  // "Glass Harbor's Final Season".
  if (
    i > sentence.from &&
    /^(final|last|first|next|new|upcoming)$/.test(norm) &&
    after &&
    lexicon.among('behindTitle', after.norm)
  )
    return true
  if (
    norm === 'will' &&
    i > sentence.from &&
    tokens[i + 1] &&
    lexicon.is(tokens[i + 1]!.norm, W.verbBase | W.be | W.negation)
  )
    return true
  // "Glass Harbor Not Returning", "Night Ferry No Longer in Development".
  const told = after ? lexicon.is(after.norm, W.gerund | W.participle) || after.norm === 'longer' : false
  if (/^(not|no)$/.test(norm) && i > sentence.from && told) return true
  if (i > sentence.from && (lexicon.among('behindName', norm) || (norm === 'limited' && after?.norm === 'series')))
    return true
  const classes = lexicon.classes(norm)
  if (classes & HEADLINE_NOUN && i > sentence.from) return true
  if (
    classes & (W.modal | W.be | W.have | W.subordinator | W.pronoun | W.negation) &&
    norm !== 'the' &&
    !lexicon.among('smallInTitle', norm)
  )
    return true
  // "Expected to Get Second Season".
  if (classes & W.verbBase && i > sentence.from + 1 && tokens[i - 1]!.norm === 'to') return true
  // "Pelican Falls Renewed", but "Glass Harbor Falls to New Low".
  const isPlace = lexicon.among('landform', norm) && !(after && lexicon.among('behindMotion', after.norm))
  if (
    classes & (W.verbS | W.participle | W.verbPast | W.gerund) &&
    i > sentence.from &&
    !(classes & W.given) &&
    !isPlace
  )
    return true
  return PARTING.has(norm)
}
