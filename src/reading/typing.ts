// Typing: how probable it is that a name is a series, from every place where the article uses it. A logistic model over
// named features; like the weights of linking.ts its weights are learned from our own corpus and are data.
import type { Weights } from '../phrasebook/phrasebook.ts'
import type { Range, Sentence } from './document.ts'
import { toldBeside } from './entities/told-beside.ts'
import type { Entity, EntityInput } from './entities.ts'
import { bin, feature, feature2, feature3 } from './features.ts'
import { VERB, W } from './lexicon.ts'
import type { NameMention } from './names.ts'
import { holding } from './ranges.ts'
import type { Token } from './tokens.ts'

/** The features of a name: its own shape, and the union of those of its places. */
export function typeFeatures(input: EntityInput, entity: Entity): Map<string, number> {
  const { tokens, knowledge, television } = input
  const { lexicon, common } = knowledge
  const marked = entity.mentions.filter((m) => m.mark).length
  const shape = marked ? (marked === entity.mentions.length ? 'marked' : 'partly') : 'plain'
  const words = entity.key.split(' ')
  const plain = words.filter((w) => common.has(w) || lexicon.classes(w) !== 0).length / words.length
  const first = words[0]!
  const last = words.at(-1)!
  const article = entity.mentions.some((m) => tokens[m.from]!.norm === 'the') ? 'the' : '-'
  const tv = bin(television, [-0.3, 0.2, 0.6])
  const own = [
    'type',
    feature('type,shape=', shape),
    feature('type,tv=', tv),
    feature2('type,tv,shape=', tv, shape),
    feature2('type,words=', bin(words.length, [2, 3, 4, 5]), shape),
    feature3('type,plain=', bin(plain, [0.01, 0.5, 1]), bin(words.length, [2, 3]), shape),
    feature2('type,article=', article, shape),
    feature3('type,given=', lexicon.is(first, W.given), bin(words.length, [2, 3]), shape),
    feature2('type,fullName=', entity.fullName, shape),
    feature('type,place=', entity.place),
    feature('type,last=', last),
    feature('type,kind=', entity.kind),
    feature('type,series=', bin(entity.series, [0.1, 0.7, 1.3, 2, 3, 4.5, 7])),
    feature('type,person=', bin(entity.person, [0.1, 1, 2, 3.5])),
    feature('type,other=', bin(entity.other, [0.1, 1, 2, 3.5])),
    feature('type,network=', bin(entity.network, [0.1, 1, 2, 3.5])),
    feature('type,outlet=', bin(entity.outlet, [0.1, 1, 2])),
    feature('type,mentions=', bin(entity.mentions.length, [2, 3, 5, 8])),
    feature('type,seasoned=', entity.seasoned),
    feature('type,called=', entity.called),
    feature2('type,headed=', input.headed.has(entity.key), shape),
    feature('type,digits=', /\d/.test(entity.key)),
    feature('type,first=', first),
    ...new Set(words.map((w) => feature('type,word=', w))),
  ]
  const features = new Map(own.map((f) => [f, 1]))
  // Places vote: each counts less the more there are, or a name that is often used would be sure by their number alone.
  const places = entity.mentions.slice(0, 12)
  const vote = 1 / places.length ** 0.75
  for (const m of places) for (const f of placeFeatures(input, m, shape)) features.set(f, (features.get(f) ?? 0) + vote)
  return features
}

/** Probability that a name with these features is a series. */
export function seriesOdds(features: ReadonlyMap<string, number>, weights: Weights): number {
  let sum = 0
  for (const [f, value] of features) sum += value * (weights[f] ?? 0)
  return 1 / (1 + Math.exp(-sum))
}

function classOf({ knowledge, orgs, seasons }: EntityInput, tokens: readonly Token[], i: number): string {
  const token = tokens[i]!
  const { lexicon } = knowledge
  if (token.kind === 'mark' || token.norm === "'s") return token.norm
  if (holding(seasons, i)) return 'SEASON'
  const org = holding(orgs, i)
  if (org) return `ORG:${org.names[0]!.kind}`
  const c = lexicon.classes(token.norm)
  if (c & W.role) return 'ROLE'
  if (c & W.say) return 'SAY'
  if (c & W.series) return 'SERIES'
  if (c & W.genre) return 'GENRE'
  if (c & W.otherWork) return 'WORK'
  if (c & W.month) return 'MONTH'
  if (token.kind === 'number') return 'NUMBER'
  if (token.case !== 'lower' && i > 0) return 'NAME'
  if (c & (W.be | W.have | W.modal)) return 'AUX'
  if (c & (W.preposition | W.coordinator | W.relative | W.subordinator | W.determiner | W.pronoun | W.possessive))
    return token.norm
  if (c & VERB) return `V:${lexicon.entry(token.norm)?.lemmas?.[0] ?? token.norm}`
  if (c & W.adverb) return 'ADV'
  return 'WORD'
}

function placeFeatures(input: EntityInput, m: NameMention, shape: string): string[] {
  const { tokens, sentences, sentenceOf } = input
  const sentence = sentences[sentenceOf[m.from]!]!
  const left = skip(tokens, sentence, m.from - 1, -1)
  const right = skip(tokens, sentence, m.to, 1)
  const at = (i: number): string =>
    i >= sentence.from && i < sentence.to ? tokens[i]!.norm : i < sentence.from ? '^' : '$'
  const cls = (i: number): string =>
    i >= sentence.from && i < sentence.to ? classOf(input, tokens, i) : i < sentence.from ? '^' : '$'
  const l1 = cls(left),
    l2 = cls(left - 1),
    r1 = cls(right),
    r2 = cls(right + 1)
  const r3 = cls(right + 2)
  const told = toldBeside(input.context, input.knowledge, sentence, m)
  return [
    ...told.map((t) => feature('type,told=', t)),
    feature2('type,told?=', told.length > 0, shape),
    feature('type,l=', at(left)),
    feature('type,L=', l1),
    feature('type,L2=', l2),
    feature2('type,LL=', l2, l1),
    feature('type,r=', at(right)),
    feature('type,R=', r1),
    feature('type,R2=', r2),
    feature2('type,RR=', r1, r2),
    feature3('type,RRR=', r1, r2, r3),
    feature2('type,LR=', l1, r1),
    feature3('type,LR,shape=', l1, r1, shape),
    feature2('type,R,shape=', r1, shape),
    feature2('type,L,shape=', l1, shape),
    feature3('type,title=', sentence.title, sentence.headline, shape),
    feature2('type,opens=', m.from === sentence.from, sentence.headline),
    ...wordsAround(tokens, sentence, m),
  ]
}

/** Words so near count for their side, those farther off for being there at all. */
const NEAR = 8
const FAR = 16

/** The words around a name, in no order: those of plots and careers tell films, people and series apart. */
function wordsAround(tokens: readonly Token[], sentence: Range, m: NameMention): Set<string> {
  const found = new Set<string>()
  for (let k = Math.max(sentence.from, m.from - FAR); k < m.from; k++) {
    found.add(feature('type,around=', tokens[k]!.norm))
    if (k >= m.from - NEAR) found.add(feature('type,before=', tokens[k]!.norm))
  }
  for (let k = m.to; k < Math.min(sentence.to, m.to + FAR); k++) {
    found.add(feature('type,around=', tokens[k]!.norm))
    if (k < m.to + NEAR) found.add(feature('type,behind=', tokens[k]!.norm))
  }
  return found
}

/** The nearest token in a direction that is no quotation mark. */
function skip(tokens: readonly Token[], sentence: Range & Sentence, i: number, step: 1 | -1): number {
  let k = i
  while (k >= sentence.from && k < sentence.to && /^[“”"‘«»*]$/.test(tokens[k]!.norm)) k += step
  if (step > 0 && k < sentence.to && /^[’']$/.test(tokens[k]?.norm ?? '') && tokens[k + 1]?.case !== 'lower') k += step
  return k
}
