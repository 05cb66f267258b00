// What one speaker says twice is one claim, and a headline gives way to the body.
import type { Claim, Factuality } from '../claim.ts'
import type { Draft } from './draft.ts'

const DIRECTION: Readonly<Record<Factuality, string>> = {
  yes: 'up',
  likely: 'up',
  possible: 'open',
  undecided: 'open',
  unlikely: 'down',
  no: 'down',
}

/** Evidence longer than this, in characters, is no better for its length. */
const WORDY = 120

/** "Won't move forward to a second season" both stops a series and refuses it a season: the same words say one of them, and a pilot that is dropped was not ordered. */
function oneDenial(drafts: readonly Draft[]): Draft[] {
  const denies = ({ event, factuality }: Draft): boolean =>
    event === 'cancellation' ? factuality === 'yes' : (event === 'renewal' || event === 'order') && factuality === 'no'
  const isSame = (a: Draft, b: Draft): boolean => {
    const [x, y] = [a.seasonCase.candidate.trigger, b.seasonCase.candidate.trigger]
    return a.speaker === b.speaker && x.from < y.to && y.from < x.to
  }
  const placeOf = (d: Draft): string => `${d.sentence.start} ${d.show}`
  const says = ({ event, season, seasonCase }: Draft): number => {
    if (event === 'order') return seasonCase.show.isNew ? 3 : 0
    return event === 'cancellation' ? 1 : season === null ? 0 : 2
  }
  const denials = Map.groupBy(drafts.filter(denies), placeOf)
  return drafts.filter((d) => {
    const of = denies(d) ? denials.get(placeOf(d))! : []
    return !of.some((o) => o.event !== d.event && isSame(o, d) && says(o) > says(d))
  })
}

/** One claim repeated by the same speaker is one claim; a headline asserts what the body attributes to somebody. */
export function merge(drafts: readonly Draft[]): Claim[] {
  const kept: Draft[] = []
  const alike = new Map<string, Draft[]>()
  const othersOf = (d: Draft): Draft[] => alike.get(`${d.event} ${d.show}`) ?? []
  for (const d of oneDenial(drafts)) {
    const same = othersOf(d).find(
      (k) =>
        k.factuality === d.factuality &&
        k.speaker === d.speaker &&
        (k.season === d.season || d.season === null || k.season === null) &&
        !(k.date && d.date && k.date !== d.date && k.season === null && d.season === null),
    )
    if (!same) {
      const first = { ...d }
      kept.push(first)
      alike.set(`${d.event} ${d.show}`, [...othersOf(d), first])
      continue
    }
    // "X is renewed. Deadline reports that …": the news came through the outlet, wherever the article says so. What airs and
    // films is told of by the way: who reports it later tells nothing of where the earlier line came from.
    const relayed = same.via.length ? { ...same } : d
    // The fuller one wins: a season, then a date, then the body over the headline.
    const better =
      (d.season !== null && same.season === null) ||
      (same.season === d.season && ((d.date && !same.date) || (same.headline && !d.headline && !same.date)))
    // "I don't think we are doing it again. It was never meant to be done again": the words that say more stand.
    const fuller = same.evidence.length > d.evidence.length && same.evidence.length <= WORDY && !same.headline
    const { evidence, span, sentence, why } = same
    if (better)
      Object.assign(
        same,
        d,
        { date: d.date ?? same.date, stage: d.stage ?? same.stage },
        fuller ? { evidence, span, sentence, why } : {},
      )
    else if (same.season === d.season || d.season === null) {
      same.date ??= d.date
      if (!same.stage && d.stage) same.stage = d.stage
    }
    if (!same.via.length && relayed.via.length && d.event !== 'premiere' && d.event !== 'production') {
      same.via = relayed.via
      same.why = [...same.why, ...relayed.why.filter((step) => step.stage === 'attribution')]
    }
  }
  // "Asked about a second season, X tells IGN that it is not decided": what came through IGN is X's word.
  const carried = (k: Draft): boolean =>
    k.speaker === null &&
    k.via.length > 0 &&
    othersOf(k).some(
      (o) =>
        o.speaker !== null && o.season === k.season && o.factuality === k.factuality && o.via.join() === k.via.join(),
    )
  // "I'd love to, but I don't think we will": the wish gives way to what the same speaker holds.
  const held = kept.filter(
    (k) =>
      !carried(k) &&
      !(
        k.factuality === 'possible' &&
        k.speaker !== null &&
        othersOf(k).some(
          (o) => o !== k && o.speaker === k.speaker && o.season === k.season && DIRECTION[o.factuality] !== 'open',
        )
      ),
  )
  const claims = held.filter(
    (k) =>
      !(
        k.headline &&
        k.speaker === null &&
        othersOf(k).some(
          (o) =>
            o !== k &&
            !o.headline &&
            o.speaker !== null &&
            DIRECTION[o.factuality] === DIRECTION[k.factuality] &&
            (o.season === k.season || k.season === null),
        )
      ),
  )
  return claims.map(({ headline: _, seasonCase: __, ...claim }) => claim)
}
