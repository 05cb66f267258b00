// Cuts a run of capitals where two names were run together, and takes off what only leads the name.
import type { Range } from '../document.ts'
import type { Knowledge } from '../knowledge.ts'
import { FUNCTION_WORD, type Lexicon, VERB, W } from '../lexicon.ts'
import type { NameInput } from '../names.ts'
import { beginningAt } from '../ranges.ts'
import type { Token } from '../tokens.ts'
import { keyOf } from './keys.ts'
import { isFullName, personEnd } from './persons.ts'
import type { Run } from './runs.ts'
import { PARTING } from './words.ts'

/** Cuts a run at its joints where two things were run together. */
export function cutRun(
  input: NameInput,
  run: Run,
  standing: ReadonlySet<string>,
  wholes: ReadonlyMap<string, number>,
): Array<Range & { opening: boolean }> {
  const { tokens } = input
  const parts: Array<Range & { opening: boolean }> = []
  let from = run.from
  for (const joint of run.joints) {
    const mark = tokens[joint]!.norm
    let next = joint + 1
    while (next < run.to && isBridge(tokens[next]!, input.knowledge.lexicon)) next++
    const left: Range = { from, to: joint }
    const rightEnd = run.joints.find((j) => j > joint) ?? run.to
    const right: Range = { from: next, to: rightEnd }
    if (wholes.has(keyOf(tokens, { from, to: rightEnd })) && rightEnd < run.to) continue
    const repeated = wholes.get(keyOf(tokens, { from, to: rightEnd }))! > 1
    if (!cuts(input, mark, left, right, run, standing, repeated)) continue
    parts.push({ ...left, opening: run.opening && from === run.from })
    from = tokens[joint + 1]?.norm === 'the' && mark !== "'s" ? joint + 1 : next
    if (tokens[from]!.case === 'lower') from = next
  }
  if (from < run.to) parts.push({ from, to: run.to, opening: run.opening && from === run.from })
  return parts
}

/** A small word between the capitals of a title. */
const isBridge = ({ norm, case: letters }: Token, lexicon: Lexicon): boolean =>
  letters === 'lower' && lexicon.among('insideTitle', norm)

function cuts(
  input: NameInput,
  mark: string,
  left: Range,
  right: Range,
  run: Run,
  standing: ReadonlySet<string>,
  repeated: boolean,
): boolean {
  const { tokens, knowledge } = input
  if (left.to <= left.from) return false
  // "Cat Lady of Kansas": a given name that is a word before another word is nobody's.
  const leftPerson =
    personEnd(tokens, left.from, left.to, knowledge) === left.to &&
    (left.to - left.from < 2 || isFullName(tokens, left, knowledge))
  const rightPerson = personEnd(tokens, right.from, right.to, knowledge) === right.to && right.to - right.from > 1
  const seasoned = input.seasons.some((s) => s.from === run.to)
  if (mark === "'s" || mark === '’' || mark === "'") {
    // "Sergeant Pascoe's War".
    if (knowledge.lexicon.among('honorific', tokens[left.from]!.norm)) return false
    if (leftPerson && left.to - left.from > 1) return true
    // "Glass Harbor’s Ann Cole".
    if (rightPerson && isFullName(tokens, right, knowledge)) return true
    if (tokens[right.from]!.norm === 'the' || standing.has(keyOf(tokens, { from: right.from, to: run.to }))) return true
    // "Baz Luhrmann's The Get Down", "Sterlin Harjo's pilot": two words that English does not know are somebody.
    if (
      left.to - left.from === 2 &&
      !knowledge.lexicon.is(tokens[left.from]!.norm, FUNCTION_WORD) &&
      !knowledge.common.has(tokens[left.from]!.norm) &&
      !knowledge.common.has(tokens[left.to - 1]!.norm) &&
      !knowledge.lexicon.classes(tokens[left.to - 1]!.norm)
    )
      return true
    return left.to - left.from === 1 && knowledge.lexicon.among('owner', tokens[left.from]!.norm)
  }
  // "Faith, Hope & Sherry": its commas were found to be a title's.
  if (/^(&|and|or)$/.test(mark) && tokens.slice(left.from, left.to).some((t) => t.norm === ',')) return false
  // "ABC Renews Glass Harbor & Night Ferry": two, where both stand by themselves elsewhere.
  if (mark === '&') return !repeated && standing.has(keyOf(tokens, left)) && standing.has(keyOf(tokens, right))
  // "Glass Harbor: Sophie Lane on her exit", "Night Ferry: No": what is said of it, set off once; no subtitle.
  if (mark === ':')
    return (
      run.opening &&
      !repeated &&
      ((rightPerson && standing.has(keyOf(tokens, left))) ||
        (right.to - right.from === 1 && knowledge.lexicon.is(tokens[right.from]!.norm, FUNCTION_WORD)))
    )
  if (mark === '!' || mark === '+') return false
  // "Halfway to Newark", which nobody calls "Halfway": a place is part of the name.
  const titled =
    repeated &&
    !standing.has(keyOf(tokens, left)) &&
    !knowledge.lexicon.among('makesWork', tokens[run.from - 1]?.norm ?? '')
  const place = !titled && isPlace(tokens, right, knowledge)
  if (mark === 'and' || mark === 'or') {
    if (leftPerson || rightPerson || standing.has(keyOf(tokens, left)) || standing.has(keyOf(tokens, right)))
      return true
    // "Fry or Die", "the comedy drama Pitch and Putt": one title.
    if (mark === 'or' || isOneSeries(input, run.from - 1)) return place
    if (tokens[right.from]!.norm === 'the') return true
    // "Two Guys and a Gable", but "Glass Harbor and a Kestrel drama".
    const behind = tokens[run.to]
    if (
      /^an?$/.test(tokens[right.from - 1]!.norm) &&
      right.to === run.to &&
      !(behind?.case === 'lower' && knowledge.lexicon.is(behind.norm, W.series | W.genre))
    )
      return false
    const before = tokens[run.from - 1]
    // "second seasons of A and B", "both A and B", "A and B were".
    if (
      before?.norm === 'both' ||
      before?.norm === 'between' ||
      (before?.norm === 'of' && tokens[run.from - 2]?.norm.endsWith('s'))
    )
      return true
    if (/^(are|were|have|both|respectively)$/.test(tokens[run.to]?.norm ?? '')) return true
    // "The Drowned and the Damned".
    if (tokens[left.from]!.norm === 'the' && tokens[right.from - 1]!.norm === 'the' && right.to - right.from === 1)
      return false
    // Two names in ten of these are one, and that one the article says more than once.
    return !repeated
  }
  if (mark === 'of') return leftPerson && left.to - left.from > 1
  if (mark === 'vs' || mark === 'vs.') return false
  if (mark === 'to') return leftPerson || (place && !seasoned)
  // "Made in Newark": a lone participle is no name.
  const participle =
    left.to - left.from === 1 && knowledge.lexicon.is(tokens[left.from]!.norm, W.participle) && !leftPerson
  // What stands there twice is one name, unless somebody does something with somebody.
  const given = [left, right].some(({ from }) => knowledge.lexicon.is(tokens[from]!.norm, W.given))
  const whole = repeated && !given && !place
  if (PARTING.has(mark) && !whole)
    return (
      (place && !seasoned && !participle) ||
      // "Filming has begun in Newark on Glass Harbor".
      (tokens[left.from - 1]?.norm === 'in' && isPlace(tokens, left, knowledge)) ||
      leftPerson ||
      // "The Rundown with Kit Berenson": a talk show's title names its host.
      (rightPerson && !(mark === 'with' && knowledge.lexicon.among('talkShow', tokens[left.to - 1]!.norm))) ||
      (mark === 'from' && isCompany(input, right)) ||
      standing.has(keyOf(tokens, left))
    )
  return false
}

/** "the DRAMA Pitch and Putt": of two it would be "dramas". */
const isOneSeries = ({ tokens, knowledge }: NameInput, i: number): boolean =>
  tokens[i]?.case === 'lower' &&
  knowledge.lexicon.is(tokens[i]!.norm, W.series | W.genre) &&
  !/[^e]s$/.test(tokens[i]!.norm)

/** "Harbor Derby from Brightbulb TV": the name of who makes it, which may end behind the run. */
const isCompany = ({ tokens, knowledge }: NameInput, { from, to }: Range): boolean =>
  tokens.slice(from + 1, to + 1).some((t) => t.case !== 'lower' && knowledge.lexicon.among('ofCompany', t.norm))

/** "Game of Swords": a countable noun in the singular that has no article stands in a title. */
const isBareNoun = (norm: string, lexicon: Lexicon): boolean =>
  !norm.endsWith('s') &&
  !lexicon.among('bareBeforeOf', norm) &&
  !lexicon.is(norm, W.role | W.series | W.gerund | W.adverb | W.number | W.ordinal | W.preposition | W.say)

/** "Game OF Swords"; "Midnight AT THE Aquarium canceled": what may stand between a title's bare noun and the rest of it. */
const bareNounLeads = (tokens: readonly Token[], from: number, to: number, lexicon: Lexicon): boolean =>
  tokens[from + 1]!.norm === 'of' ||
  (/^(at|in|under|on)$/.test(tokens[from + 1]!.norm) &&
    tokens[from + 2]?.norm === 'the' &&
    lexicon.is(tokens[to]?.norm ?? '', VERB | W.modal | W.be | W.have))

const isPlace = (tokens: readonly Token[], range: Range, knowledge: Knowledge): boolean => {
  const name = keyOf(tokens, range)
  return knowledge.places.has(name)
}

const LEADS = FUNCTION_WORD | VERB | W.adverb | W.series | W.role | W.say | W.number

/** "X (Season 2) –": the season in brackets, and then what is said of it. */
function headsEntry(tokens: readonly Token[], at: number, seasons: NameInput['seasons']): boolean {
  const season = tokens[at]?.norm === '(' ? beginningAt(seasons, at + 1) : undefined
  return season !== undefined && tokens[season.to]?.norm === ')' && /^[-–—]$/.test(tokens[season.to + 1]?.norm ?? '')
}

/** "Peacock Rescues Fox's Aviation Drama", "Its First British Comedy, “Vicar Wanted”": in a headline what describes a series has capitals too. */
function describesOnly(tokens: readonly Token[], { from, to }: Range, { lexicon, common }: Knowledge): boolean {
  if (to - from < 2 || !lexicon.is(tokens[to - 1]!.norm, W.genre | W.series)) return false
  if (tokens[to]?.norm === ',' && /^[“"‘']$/.test(tokens[to + 1]?.norm ?? '')) return true
  // "Passes on Legal Pilot".
  if (tokens.slice(from, to - 1).every(({ norm }) => common.has(norm) || lexicon.among('seriesKind', norm))) return true
  const owned = tokens.slice(Math.max(0, from - 1), to - 1).some(({ norm }) => norm === "'s")
  return owned || lexicon.is(tokens[from - 1]?.norm ?? '', W.possessive)
}

/** Takes off what a sentence's first capital or a title of office adds: "When The Bear", "President Bela Bajaria". */
export function stripLead(
  { tokens, knowledge, seasons }: NameInput,
  part: Range & { opening: boolean },
  headline: boolean,
  standing: ReadonlySet<string>,
  wholes: ReadonlyMap<string, number>,
): Range | null {
  const { lexicon } = knowledge
  let { from } = part
  const { to } = part
  if (headline && describesOnly(tokens, part, knowledge)) return null
  // "Off Campus (Season 2) – back with a new host": the head of an entry is its name, whole.
  const entry = to - from > 1 && headsEntry(tokens, to, seasons)
  const opening = part.opening && !entry
  if (opening && to > from) {
    const { norm } = tokens[from]!
    const classes = lexicon.classes(norm)
    const alone = to - from === 1
    const last = tokens[to - 1]!
    // "Paying Guests, which …": the plain word behind it has a capital that no sentence gives.
    const titled =
      to - from === 2 &&
      last.case === 'capital' &&
      (knowledge.common.has(last.norm) || lexicon.is(last.norm, W.verbS)) &&
      !lexicon.is(last.norm, FUNCTION_WORD | W.given | W.series | W.genre | W.role | W.participle | W.gerund)
    if (titled && !headline && classes & (W.adverb | W.gerund | W.possessive)) {
      // Both words are its name.
    } else if (
      classes & FUNCTION_WORD &&
      norm !== 'the' &&
      (alone || /^(could|would|should|can)$/.test(norm) || !(classes & (W.modal | W.given)))
    )
      from++
    else if (norm === 'the' && alone) from++
    else if (
      alone &&
      classes & (W.adverb | VERB | W.role | W.series | W.number | W.ordinal | W.say) &&
      !(classes & W.given)
    )
      from++
    else if (
      !alone &&
      tokens[from + 1]!.case === 'lower' &&
      tokens[from + 1]!.norm !== "'s" &&
      knowledge.common.has(norm) &&
      !(classes & W.given) &&
      !(bareNounLeads(tokens, from, to, lexicon) && isBareNoun(norm, lexicon))
    )
      from += 2
    else if (!alone && classes & (W.adverb | W.gerund) && !(classes & W.given) && to - from > 1) from++
  }
  // "Veteran The Residency": a title begins with its article.
  if (opening && to - from > 2 && tokens[from + 1]!.norm === 'the' && tokens[from + 1]!.case === 'capital') from++
  // "Drama Glass Harbor, set to debut in May", "the Western Tribulation": what it is, and its name.
  const isKind = (k: number): boolean =>
    lexicon.is(tokens[k]!.norm, W.genre | W.series) || lexicon.among('leadsName', tokens[k]!.norm)
  // "Legal Drama Counsel of Two": what kind of drama it is goes with the noun.
  if (headline && to - from > 2 && lexicon.among('seriesKind', tokens[from]!.norm) && isKind(from + 1)) from++
  while (
    to - from > 1 &&
    isKind(from) &&
    tokens[from + 1]!.case !== 'lower' &&
    tokens[from + 1]!.kind === 'word' &&
    (opening || headline || tokens[from]!.norm === 'western') &&
    !(wholes.get(keyOf(tokens, { from, to }))! > 1)
  )
    from++
  // Offices and descriptions before a name: "Showrunner Melissa Rosenberg", "British drama".
  if (headline)
    while (
      from < to &&
      lexicon.is(tokens[from]!.norm, FUNCTION_WORD | W.adverb) &&
      !/^(the|a|an)$/.test(tokens[from]!.norm) &&
      !lexicon.is(tokens[from]!.norm, W.given)
    )
      from++
  // "Will Glass Harbor", "Former Night Ferry": the rest is a name elsewhere.
  if ((opening || headline) && !wholes.has(keyOf(tokens, part)))
    for (let k = from + 1; k < to && k - from <= 2; k++) {
      if (!lexicon.is(tokens[k - 1]!.norm, LEADS) || (tokens[k - 1]!.norm === 'the' && k - 1 === from)) break
      if (standing.has(keyOf(tokens, { from: k, to }))) from = k
    }
  // "the Western's fourth season".
  if (to - from < 3 && tokens[to - 1]!.norm === 'western' && /^(the|western)$/.test(tokens[from]!.norm)) return null
  // "Showrunner Thessaly Byrd said": whatever her given name may be.
  if (
    opening &&
    to - from === 3 &&
    /^(showrunner|creator)$/.test(tokens[from]!.norm) &&
    tokens.slice(from + 1, to).every((t) => t.case === 'capital' && !knowledge.common.has(t.norm))
  )
    from++
  // "Part One", "Volume Two".
  if (to - from === 1 && lexicon.is(tokens[from]!.norm, W.number | FUNCTION_WORD | W.ordinal)) return null
  while (
    from < to - 1 &&
    lexicon.is(tokens[from]!.norm, W.role) &&
    // "court show Judge Rita Moss": the office is part of the title.
    !(tokens[from - 1]?.case === 'lower' && lexicon.is(tokens[from - 1]!.norm, W.series)) &&
    personEnd(tokens, from + 1, to, knowledge) > from + 1
  )
    from++
  while (from < to && isBridge(tokens[from]!, lexicon) && tokens[from]!.norm !== 'the') from++
  while (from < to && (tokens[from]!.norm.startsWith("'") || tokens[from]!.kind === 'mark')) from++
  if (from >= to || tokens[from]!.glued) return null
  return { from, to }
}
