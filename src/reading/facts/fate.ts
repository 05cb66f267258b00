// Fates: characters who die or live. Who plays them, and whoever else is no character, may die without a word here.
import type { Range } from '../document.ts'
import type { SentenceView } from '../events.ts'
import { beginningAt, endingAt, holding } from '../ranges.ts'
import type { VerbGroup } from '../verbs.ts'
import type { CharacterFate } from './fact.ts'
import type { Passage } from './passage.ts'
import type { Roll } from './roll.ts'
import type { Named } from './subject.ts'
import { fullName, isCharacter, namedAt, subjectName } from './subject.ts'

/** Finds the fates of an article. */
export function findFates(passage: Passage, roll: Roll): CharacterFate[] {
  return passage.views.flatMap((view) => [...byVerb(passage, view, roll), ...byNoun(passage, view, roll)])
}

/** C dies · C was killed off · C is still alive · “X” kills off C. */
function byVerb(passage: Passage, view: SentenceView, roll: Roll): CharacterFate[] {
  const found: CharacterFate[] = []
  for (let i = view.sentence.from; i < view.sentence.to; i++) {
    if (view.masked[i]) continue
    const match = passage.words.fates.match(view.phrases, i).at(-1)
    const group = match && passage.groupAt(view, match.from)
    if (!match || !group) continue
    i = Math.max(match.to, group.to) - 1
    const state = match.value === 'kills' ? 'dead' : match.value
    // "is survived by", "a fan killed off": voices the wrong way round.
    const passive =
      group.passive && passage.tokens.slice(group.from, match.to).some((t) => /^(killed|murdered)$/.test(t.norm))
    if (group.passive && !passive) continue
    const active = match.value === 'kills' && !group.passive
    const who = active
      ? objectName(passage, view, match.to)
      : (subjectName(passage, view, group) ?? seen(passage, view, group))
    if (who) found.push(...fateOf(passage, view, roll, who, match, group, state))
  }
  return found
}

/** C's death · the death of C. */
function byNoun(passage: Passage, view: SentenceView, roll: Roll): CharacterFate[] {
  const { norm, words, analysis } = passage
  const found: CharacterFate[] = []
  for (let i = view.sentence.from; i < view.sentence.to; i++) {
    if (!words.fateNouns.has(norm(i)) || view.masked[i]) continue
    const owner = norm(i - 1) === "'s" || norm(i - 1) === '’' ? endingAt(analysis.names, i - 1) : undefined
    let at = i + 2
    while (/^(the|character|villain|hero)$/.test(norm(at))) at++
    const dead = owner ?? (norm(i + 1) === 'of' ? beginningAt(analysis.names, at) : undefined)
    const who = dead && namedAt(passage, view, dead)
    if (who) found.push(...fateOf(passage, view, roll, who, { from: i, to: i + 1 }, null, 'dead'))
  }
  return found
}

/** "killed off Dolly Crane". */
function objectName(passage: Passage, view: SentenceView, at: number): Named | null {
  let k = at
  while (/^(the|character|villain|hero|her|his|their|beloved|fan|favourite|favorite)$/.test(passage.norm(k))) k++
  const name = passage.nameAt(view, k)
  return name ? namedAt(passage, view, name) : null
}

/** "X saw Judge Hobb, played by A, meet his end": the subject of a bare verb behind a verb of seeing. */
function seen(passage: Passage, view: SentenceView, group: VerbGroup): Named | null {
  const saw = view.groups.findLast((g) => g.to <= group.from && g.lemmas.some((l) => l === 'see' || l === 'watch'))
  const name = saw && passage.nameAt(view, saw.to)
  return name ? namedAt(passage, view, name) : null
}

function fateOf(
  passage: Passage,
  view: SentenceView,
  roll: Roll,
  who: Named,
  trigger: Range,
  group: VerbGroup | null,
  state: CharacterFate['state'],
): CharacterFate[] {
  if (passage.seriesIn(view).some((t) => t.from <= who.from && who.from < t.to && !t.weak) && !roll.part(who.name))
    return []
  const place = passage.placeBehind(view, trigger.to)
  const part = roll.part(who.name)
  const person = holding(passage.analysis.people, who.from)?.person
  const real = person && (person.role || passage.speaks(person) || roll.credits(person.name))
  // Nobody dies in a season but characters.
  const inSeries = place !== null && /^(in|during|of|at|on)$/.test(leadOf(passage, place.from)) && !real
  if (!part && !inSeries && !isCharacter(passage, roll, who)) return []
  if (!part && real) return []
  const factuality = passage.factuality(view, trigger, group)
  if (factuality !== 'yes' && factuality !== 'likely' && factuality !== 'no') return []
  const show = place?.show ?? who.of ?? (part ? null : passage.inMind(view, trigger.from))
  const title = show?.name ?? part?.show
  if (!title) return []
  const told = passage.told(view, title, place?.season ?? null, [who, place], { trigger, dated: true })
  const other = state === 'dead' ? 'alive' : 'dead'
  return [{ fact: 'fate', ...told, character: fullName(roll, who.name), state: factuality === 'no' ? other : state }]
}

/** What leads to a season or a title: "in", "of". */
function leadOf({ norm, analysis }: Passage, at: number): string {
  let k = at - 1
  while (
    analysis.knowledge.lexicon.among('beforeTitle', norm(k)) &&
    !(norm(k) === 'of' && !/^(finale|end|episode|premiere)$/.test(norm(k - 1)))
  )
    k--
  return norm(k)
}
