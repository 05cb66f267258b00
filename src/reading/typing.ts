// Typing: how probable it is that a name is a series, from every place where the article uses it. A logistic model over
// named features; like the weights of linking.ts its weights are learned from our own corpus and are data.
import type { Range, Sentence } from './document.ts'
import { toldBeside } from './entities/told-beside.ts'
import type { Entity, EntityInput } from './entities.ts'
import type { Features, Tell } from './features.ts'
import { bin, featureNames, joins } from './features.ts'
import { VERB, W } from './lexicon.ts'
import type { NameMention } from './names.ts'
import { holding } from './ranges.ts'
import type { Scales } from './scales.ts'
import type { Token } from './tokens.ts'

/** What is told of a name: its own shape, and each of its places, with how much that counts. */
function votesOf(input: EntityInput, entity: Entity): Array<[tell: Tell, vote: number]> {
  const marked = entity.mentions.filter((m) => m.mark).length
  const shape = marked ? (marked === entity.mentions.length ? 'marked' : 'partly') : 'plain'
  const places = entity.mentions.slice(0, MOST_PLACES)
  // Each place counts less the more there are, or a name that is often used would be sure by their number alone.
  const vote = 1 / places.length ** 0.75
  return [
    [(f) => ownFeatures(f, input, entity, shape), 1],
    ...places.map((m): [Tell, number] => [(f) => placeFeatures(f, input, m, shape), vote]),
  ]
}

const MOST_PLACES = 12

/** The features of a name, each with how much it counts. For training. */
export function typeFeatures(input: EntityInput, entity: Entity): Map<string, number> {
  const features = new Map<string, number>()
  for (const [tell, vote] of votesOf(input, entity))
    for (const f of featureNames(tell)) features.set(f, (features.get(f) ?? 0) + vote)
  return features
}

/**
 * Probability that a name is a series.
 * @param prior log-odds of what is known of the name beforehand
 */
export const seriesOdds = (input: EntityInput, entity: Entity, scales: Scales, prior: number): number =>
  1 / (1 + Math.exp(-prior - scales.weighVotes(votesOf(input, entity))))

function ownFeatures(f: Features, input: EntityInput, entity: Entity, shape: string): void {
  const { tokens, knowledge, television } = input
  const { lexicon, common } = knowledge
  const words = entity.key.split(' ')
  const plain = words.filter((w) => common.has(w) || lexicon.classes(w) !== 0).length / words.length
  const first = words[0]!
  const last = words.at(-1)!
  const article = entity.mentions.some((m) => tokens[m.from]!.norm === 'the') ? 'the' : '-'
  const tv = bin(television, [-0.3, 0.2, 0.6])
  f.add('type')
  f.add('type,shape=', shape)
  f.add('type,tv=', tv)
  f.add('type,tv,shape=', tv, shape)
  f.add('type,words=', bin(words.length, [2, 3, 4, 5]), shape)
  f.add('type,plain=', bin(plain, [0.01, 0.5, 1]), bin(words.length, [2, 3]), shape)
  f.add('type,article=', article, shape)
  f.add('type,given=', lexicon.is(first, W.given), bin(words.length, [2, 3]), shape)
  f.add('type,fullName=', entity.fullName, shape)
  f.add('type,place=', entity.place)
  f.add('type,last=', last)
  f.add('type,kind=', entity.kind)
  f.add('type,series=', bin(entity.series, [0.1, 0.7, 1.3, 2, 3, 4.5, 7]))
  f.add('type,person=', bin(entity.person, [0.1, 1, 2, 3.5]))
  f.add('type,other=', bin(entity.other, [0.1, 1, 2, 3.5]))
  f.add('type,network=', bin(entity.network, [0.1, 1, 2, 3.5]))
  f.add('type,outlet=', bin(entity.outlet, [0.1, 1, 2]))
  f.add('type,mentions=', bin(entity.mentions.length, [2, 3, 5, 8]))
  f.add('type,seasoned=', entity.seasoned)
  f.add('type,called=', entity.called)
  f.add('type,headed=', input.headed.has(entity.key), shape)
  f.add('type,digits=', /\d/.test(entity.key))
  f.add('type,first=', first)
  for (const word of new Set(words)) f.add('type,word=', word)
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

function placeFeatures(f: Features, input: EntityInput, m: NameMention, shape: string): void {
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
  const beside = toldBeside(input.context, input.knowledge, sentence, m)
  for (const t of beside) f.add('type,told=', t)
  f.add('type,told?=', beside.length > 0, shape)
  f.add('type,l=', at(left))
  f.add('type,L=', l1)
  f.add('type,L2=', l2)
  f.add('type,LL=', l2, l1)
  f.add('type,r=', at(right))
  f.add('type,R=', r1)
  f.add('type,R2=', r2)
  f.add('type,RR=', r1, r2)
  f.add('type,RRR=', r1, r2, r3)
  f.add('type,LR=', l1, r1)
  f.add('type,LR,shape=', l1, r1, shape)
  f.add('type,R,shape=', r1, shape)
  f.add('type,L,shape=', l1, shape)
  f.add('type,title=', sentence.title, sentence.headline, shape)
  f.add('type,opens=', m.from === sentence.from, sentence.headline)
  wordsAround(f, tokens, sentence, m)
}

/** Words so near count for their side, those farther off for being there at all. */
const NEAR = 8
const FAR = 16

/** The words around a name, in no order: those of plots and careers tell films, people and series apart. */
function wordsAround(f: Features, tokens: readonly Token[], sentence: Range, m: NameMention): void {
  const around = new Set<string>()
  const before = new Set<string>()
  const behind = new Set<string>()
  for (let k = Math.max(sentence.from, m.from - FAR); k < m.from; k++) {
    const { norm } = tokens[k]!
    if (joins(around, norm)) f.add('type,around=', norm)
    if (k >= m.from - NEAR && joins(before, norm)) f.add('type,before=', norm)
  }
  for (let k = m.to; k < Math.min(sentence.to, m.to + FAR); k++) {
    const { norm } = tokens[k]!
    if (joins(around, norm)) f.add('type,around=', norm)
    if (k < m.to + NEAR && joins(behind, norm)) f.add('type,behind=', norm)
  }
}

/** The nearest token in a direction that is no quotation mark. */
function skip(tokens: readonly Token[], sentence: Range & Sentence, i: number, step: 1 | -1): number {
  let k = i
  while (k >= sentence.from && k < sentence.to && /^[“”"‘«»*]$/.test(tokens[k]!.norm)) k += step
  if (step > 0 && k < sentence.to && /^[’']$/.test(tokens[k]?.norm ?? '') && tokens[k + 1]?.case !== 'lower') k += step
  return k
}
