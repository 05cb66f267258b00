// The neighbours of a show: those of its franchise, as far as articles tell. What must wait for what and who appears where say so;
// so does being spoken of in the same articles again and again.
import { html } from 'hono/html'
import { showKey } from '../../catalogue/titles.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import type { LedgerFact, Spell } from '../../ledger/records.ts'
import type { Fate } from '../../verdict/verdict.ts'
import { capital, count, fateInWords, seasonName } from '../wording.ts'
import { seasonPath } from './links.ts'
import type { Html } from './parts.ts'
import { bubble, nothing } from './parts.ts'

export interface Neighbour {
  /** How its newest season stands. */
  spell: Spell
  /** Why it is one: "it must wait for Glass Harbor", "spoken of together in 3 articles". */
  why: string
}

/** Neighbours shown, and articles that two shows must share. */
const MOST = 8
const TOGETHER = 2

/**
 * The neighbours of a show on an ISO day.
 * @param facts of the show
 */
export async function neighboursOf(
  ledger: Ledger,
  show: string,
  facts: readonly LedgerFact[],
  day: string,
): Promise<Neighbour[]> {
  const own = showKey(show)
  const why = new Map<string, string>()
  for (const fact of facts) {
    if (fact.article.published > day) continue
    if (fact.fact === 'dependency' && fact.waitsOnShow)
      why.set(showKey(fact.waitsOnShow), `${fact.show} must wait for it`)
    if (fact.fact === 'appearance' && fact.of) why.set(showKey(fact.of), `${fact.character} comes from there`)
  }
  for (const fact of await ledger.lists.ties(own, day)) {
    if (fact.fact === 'dependency') why.set(showKey(fact.show), `it must wait for ${fact.waitsOnShow}`)
    if (fact.fact === 'appearance') why.set(showKey(fact.show), `${fact.character} of ${fact.of} is seen in it`)
  }
  for (const { key, articles } of await ledger.lists.together(own, day, TOGETHER, MOST))
    if (!why.has(key)) why.set(key, `spoken of together in ${count(articles, 'article')}`)
  why.delete(own)
  const keys = [...why.keys()].slice(0, MOST)
  const rows = await ledger.lists.seasons(day, { shows: keys, limit: 1000 })
  const newest = new Map(rows.map(({ key, spell }) => [key, spell]))
  return keys.flatMap((key) => {
    const spell = newest.get(key)
    return spell ? [{ spell, why: why.get(key)! }] : []
  })
}

/** The list of them. */
export const neighbourList = (neighbours: readonly Neighbour[], asOf: string | null): Html =>
  neighbours.length
    ? html`<section aria-labelledby="neighbours"><h2 id="neighbours">Its neighbours</h2><ul class="rows past">${neighbours.map(
        ({ spell, why }) =>
          html`<li class="row"><h3><a href="${seasonPath(spell.show, spell.season, { asOf })}"><bdi>${spell.show}</bdi><span class="season">, ${seasonName(spell.season)}</span></a></h3><p class="what">${bubble(spell.fate as Fate)} ${capital(fateInWords(spell.fate as Fate, spell.season))}; ${why}</p></li>`,
      )}</ul></section>`
    : nothing
