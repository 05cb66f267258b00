// Tries the examples of the phrase book on the whole reading, each as a tiny article.

import { NEIGHBOUR, SENTENCE_DAY } from '../../corpus/corpus.ts'
import { fromText } from '../../src/article/text.ts'
import type { Example, Yield } from '../../src/phrasebook/examples.ts'
import { isYielded, parseExample } from '../../src/phrasebook/examples.ts'
import type { Family } from '../../src/phrasebook/families.ts'
import type { EventPhrase, Hedge, PhraseBook } from '../../src/phrasebook/phrasebook.ts'
import type { Claim, Knowledge } from '../../src/reading/index.ts'
import { analyse, read } from '../../src/reading/index.ts'

const articleOf = (text: string) =>
  fromText(`${text}\n\n${NEIGHBOUR}`, { published: SENTENCE_DAY, outlet: 'Signal & Reel' })

const shown = (claims: readonly Claim[]): string =>
  claims.length
    ? claims
        .map(
          (c) =>
            `${c.event} ${c.season ?? 'series'} ${c.factuality} of ${c.show}${c.speaker ? ` by ${c.speaker}` : ''}`,
        )
        .join('; ')
    : 'nothing'

const expected = (yields: Yield | null): string => (yields ? Object.values(yields).join(' ') : 'nothing')

/** Reads an example; its claims, those among them that it must yield, and a line when there are none. */
function tryExample({ text, yields }: Example, knowledge: Knowledge, shared: Yield) {
  const article = articleOf(text)
  const claims = read(article, knowledge)
  const whole = yields && { ...shared, ...yields }
  const right = whole ? claims.filter((claim) => isYielded(claim, whole)) : []
  const holds = whole ? right.length > 0 : claims.length === 0
  return {
    article,
    right,
    fault: holds ? null : `“${text}” must yield ${expected(whole)}, was read as ${shown(claims)}`,
  }
}

/** Faults of a family of event phrases: examples that yield something else, look-alikes that yield it, phrases that nothing tries. */
export function faultsOfEvents(family: Family<EventPhrase>, knowledge: Knowledge): string[] {
  const faults: string[] = []
  const untried = new Set(family.phrases)
  const { event, factuality, stage } = family.phrases[0]!
  for (const example of family.examples.map(parseExample)) {
    const { article, right, fault } = tryExample(example, knowledge, { event, factuality, ...(stage ? { stage } : {}) })
    if (fault) faults.push(fault)
    // A phrase is tried by an example when its words stand within those that carry the example's claim.
    for (const { trigger, view } of analyse(article, knowledge)?.candidates ?? []) {
      const start = view.tokens[trigger.from]!.start
      const end = view.tokens[trigger.to - 1]!.end
      for (const phrase of untried)
        if (
          phrase.phrase === trigger.phrase.phrase &&
          phrase.event === trigger.phrase.event &&
          phrase.theme === trigger.phrase.theme
        )
          if (right.some((claim) => claim.span.start <= start && end <= claim.span.end)) untried.delete(phrase)
    }
  }
  for (const text of family.lookalikes) {
    const claims = read(articleOf(text), knowledge).filter((claim) => claim.event === event)
    if (claims.length) faults.push(`“${text}” only looks like ${event}, was read as ${shown(claims)}`)
  }
  return [...faults, ...[...untried].map(({ phrase }) => `no example tries “${phrase}”`)]
}

/** Faults of a family of hedges. What the hedge itself makes is what its examples yield unless they say more. */
export function faultsOfHedges(family: Family<Hedge>, knowledge: Knowledge): string[] {
  const faults: string[] = []
  const untried = new Set(family.phrases)
  const { effect, anonymous } = family.phrases[0]!
  const factuality = effect === 'deny' ? 'no' : effect === 'doubt' ? 'unlikely' : effect === 'drop' ? null : effect
  const shared: Yield = { ...(factuality ? { factuality } : {}), ...(anonymous ? { speaker: 'anonymous' } : {}) }
  for (const given of family.examples.map(parseExample)) {
    const example = factuality || Object.keys(given.yields ?? {}).length ? given : { ...given, yields: null }
    const { article, fault } = tryExample(example, knowledge, shared)
    if (fault) faults.push(fault)
    for (const mention of analyse(article, knowledge)?.hedges.flat() ?? [])
      for (const phrase of untried) if (phrase.phrase === mention.hedge.phrase) untried.delete(phrase)
  }
  for (const text of family.lookalikes) {
    const claims = read(articleOf(text), knowledge)
    const taken = factuality ? claims.some((claim) => claim.factuality === factuality) : claims.length === 0
    if (taken) faults.push(`“${text}” is not ${factuality ?? 'for dropping'}, was read as ${shown(claims)}`)
  }
  return [...faults, ...[...untried].map(({ phrase }) => `no example tries “${phrase}”`)]
}

/** Faults of the verbs of saying: each must make its subject the speaker of some example. */
export function faultsOfCues({ cues }: PhraseBook, cueExamples: readonly string[], knowledge: Knowledge): string[] {
  const faults: string[] = []
  const untried = new Set(cues.say)
  for (const example of cueExamples.map(parseExample)) {
    const { article, fault } = tryExample(example, knowledge, {})
    if (fault) faults.push(fault)
    for (const { groups } of analyse(article, knowledge)?.views ?? [])
      for (const { lemmas } of groups) for (const lemma of lemmas) untried.delete(lemma)
  }
  return [...faults, ...[...untried].map((verb) => `no example tries “${verb}”`)]
}
