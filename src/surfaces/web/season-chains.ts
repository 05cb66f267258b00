// The way of the words, drawn: for each source who said it, to which outlet first, and who carried it from there. However many
// carried it, it is one source.
import { html } from 'hono/html'
import type { LedgerClaim } from '../../ledger/records.ts'
import { dayNumber } from '../../verdict/days.ts'
import { historyOf } from '../../verdict/history.ts'
import { itemsOf } from '../../verdict/items.ts'
import { firstOutlet } from '../../verdict/roots.ts'
import { capital, count, speakerInWords } from '../wording.ts'
import { articlePath } from './links.ts'
import type { Html } from './parts.ts'
import { nothing, time } from './parts.ts'

/** One source. */
export interface Chain {
  /** Null where the outlet itself says so. */
  speaker: string | null
  /** The outlet that the words came through first, and its article where the ledger has it. */
  first: string
  origin: LedgerClaim | null
  /** Those who carried it from there, one an outlet, the earliest first. */
  reprints: LedgerClaim[]
}

/**
 * The sources of a season as of a day, the one carried most first.
 * @param claims of one show
 * @param day ISO day
 */
export function chainsOf(claims: readonly LedgerClaim[], season: number | null, day: string): Chain[] {
  const asked = dayNumber(day)
  const items = itemsOf(historyOf(claims, asked, ''), season, asked).filter(({ aside }) => !aside || aside.weighs)
  const chains = [...Map.groupBy(items, (item) => item.told.root).values()].map((of) =>
    chainOf(of.map((item) => item.told.claim)),
  )
  return chains.sort((a, b) => b.reprints.length - a.reprints.length)
}

/** @param of one root's claims, by day */
function chainOf(of: readonly LedgerClaim[]): Chain {
  const said = of.find((claim) => claim.speaker !== null) ?? of[0]!
  const first = of.some((claim) => claim.via.length)
    ? firstOutlet(of.find((claim) => claim.via.length)!)
    : firstOutlet(of[0]!)
  const outlets = new Map<string, LedgerClaim>()
  for (const claim of of) {
    const outlet = claim.article.outlet ?? 'An outlet'
    if (!outlets.has(outlet)) outlets.set(outlet, claim)
  }
  const origin = outlets.get(first) ?? null
  outlets.delete(first)
  return {
    speaker: said.speaker === null ? null : speakerInWords(said, said.article.outlet),
    first: origin === null && said.via.length === 0 ? (said.article.outlet ?? 'An outlet') : first,
    origin,
    reprints: [...outlets.values()],
  }
}

/** Chains that are drawn. */
const MOST = 12
/** Who carried it, by name; of more, how many. */
const NAMED = 8

/** The drawing; none where each source was heard once, and of itself. */
export function chainsDrawn(all: readonly Chain[]): Html {
  const chains = all.filter(({ speaker, reprints }) => speaker !== null || reprints.length).slice(0, MOST)
  if (!chains.length) return nothing
  return html`<section aria-labelledby="chains"><h2 id="chains">The way of the words<small>One line a source</small></h2>
<ol class="chains">${chains.map(drawn)}</ol></section>`
}

function drawn({ speaker, first, origin, reprints }: Chain): Html {
  const outlet = (name: string, claim: LedgerClaim | null): Html =>
    claim
      ? html`<a href="${articlePath(claim.article.id, claim.id)}"><bdi>${name}</bdi></a> <small>${time(claim.article.published)}</small>`
      : html`<bdi>${name}</bdi>`
  return html`<li class="drawn">
${speaker === null ? nothing : html`<span class="link said-by"><span class="unseen">Said by </span><bdi>${capital(speaker)}</bdi></span>`}
<span class="link"><span class="unseen">${speaker === null ? 'Told by ' : ', told to '}</span>${outlet(first, origin)}</span>
${reprints.length ? html`<ul class="link reprints" aria-label="Carried by ${count(reprints.length, 'outlet')}">${reprints.slice(0, NAMED).map((claim) => html`<li>${outlet(claim.article.outlet ?? 'An outlet', claim)}</li>`)}${reprints.length > NAMED ? html`<li>and ${reprints.length - NAMED} more</li>` : nothing}</ul>` : nothing}
</li>`
}
