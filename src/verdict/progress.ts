// How far a season has come: ordered, made, dated, shown.
import { isoDay } from './days.ts'
import type { History } from './history.ts'
import type { Outcome } from './outcome.ts'
import { shownBy } from './outcome.ts'
import { placementOf } from './placing.ts'
import type { Premiere } from './premieres.ts'
import type { Progress, Verdict } from './verdict.ts'
import { PROGRESS } from './verdict.ts'

/** Days for which a season is taken as on the air: ten weekly episodes. No claim tells when a season is over. */
export const AIRING = 70

const STAGE_OF = {
  development: 'in development',
  writing: 'writing',
  casting: 'writing',
  filming: 'filming',
  wrapped: 'wrapped',
  post: 'wrapped',
} as const

/** The axes of a verdict that tell how far a season has come. */
export function progressOf(
  history: History,
  season: number | null,
  day: number,
  { fate, items }: Outcome,
): Pick<Verdict, 'progress' | 'premiere' | 'delayed'> {
  const { premieres } = placementOf(history, day)
  const known = season === null ? null : (premieres.get(season) ?? null)
  const happened = known !== null && known.happened <= day
  const dropped = !happened && (fate === 'cancelled' || fate === 'ended')
  const premiere = dropped || !known || known.told.claim.event === 'ending' ? null : premiereOf(known, items)
  const delayed =
    dropped || happened || !known?.delayed
      ? null
      : { since: isoDay(known.delayed.since), claim: known.delayed.told.claim }
  if (dropped) return { progress: null, premiere, delayed }
  if (happened) {
    const next = shownBy(placementOf(history, day), season! + 1, day)
    return { progress: next || day >= known.stretch!.first + AIRING ? 'aired' : 'airing', premiere, delayed }
  }
  if (season !== null && shownBy(placementOf(history, day), season, day))
    return { progress: 'aired', premiere, delayed }
  if (known?.stretch) return { progress: 'dated', premiere, delayed }
  return { progress: furthest(items, fate, day), premiere, delayed }
}

/** The platform is the one told with the date, or the one that ordered the season last. */
function premiereOf({ told: { claim }, stretch }: Premiere, items: Outcome['items']): Verdict['premiere'] {
  const orders = items.filter(
    (item) => item.bearing.force === 'decision' && item.bearing.direction === 'up' && item.told.claim.platform,
  )
  return {
    date: stretch ? claim.date : null,
    platform: claim.platform ?? orders.at(-1)?.told.claim.platform ?? null,
    claim,
  }
}

/** The furthest stage told; one announced for a later day has not been reached. */
function furthest(items: Outcome['items'], fate: Outcome['fate'], day: number): Progress | null {
  let reached = fate === 'renewed' ? 0 : -1
  for (const { told, bearing } of items) {
    const { event, stage } = told.claim
    if (event !== 'production' || bearing.direction === 'down' || told.claim.factuality !== 'yes' || !stage) continue
    const { stretch } = told
    if (!stretch || stretch.first <= day) reached = Math.max(reached, PROGRESS.indexOf(STAGE_OF[stage]))
  }
  return PROGRESS[reached] ?? null
}
