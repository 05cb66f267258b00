// A season's sources through time, drawn: one mark a source, the further from the middle line the surer, above it for the season
// and below against it. Its shape says the direction as well as its place and colour do, and the table beside it says all in words.
import { html } from 'hono/html'
import { dateInWords } from '../../verdict/dates.ts'
import { isoDay } from '../../verdict/days.ts'
import type { Direction } from '../../verdict/verdict.ts'
import { capital, count, eventInWords, speakerInWords } from '../wording.ts'
import { articlePath } from './links.ts'
import type { Html } from './parts.ts'
import { nothing, time } from './parts.ts'
import type { Mark } from './season-marks.ts'

/** Marks shown, the newest. */
const MOST = 60
/** In pixels: the drawing's height, its middle line, and how far from it the surest mark stands. */
const HEIGHT = 196
const MIDDLE = 90
const REACH = 72
/** Per cent of the width that are left free on either side. */
const EDGE = 4
/** Letters over a mark. */
const SHORT = 38
/** Years that are named under the drawing, at most. */
const YEARS = 6
/** Marks of one place stand beside one another: how near is one place, and how far beside, in per cent, pixels and pixels. */
const NEAR = { across: 2.5, up: 12, aside: 13 }

const SHAPES: Readonly<Record<Direction, string>> = {
  up: 'M0-7 7 6H-7Z',
  down: 'M0 7 7-6H-7Z',
  open: 'M0-7 7 0 0 7-7 0Z',
}
const SAYS: Readonly<Record<Direction, string>> = { up: 'For', down: 'Against', open: 'Open' }

/** The sign of a mark; the words beside it say the same. */
const sign = ({ direction, decides }: Pick<Mark, 'direction' | 'decides'>): Html =>
  html`<path class="mark ${direction}${decides ? ' decides' : ''}" d="${SHAPES[direction]}"/>`

/**
 * The chart, and its table.
 * @param all the oldest first
 * @param of the season's name, for those who hear the page
 */
export function seasonChart(all: readonly Mark[], of: string): Html {
  if (all.length < 2) return nothing
  const marks = all.slice(-MOST)
  const [first, last] = [marks[0]!.day, marks.at(-1)!.day]
  const span = Math.max(1, last - first)
  const at = (day: number): number => EDGE + ((day - first) / span) * (100 - 2 * EDGE)
  const told = `${count(marks.length, 'source')} on ${of}, from ${dateInWords(isoDay(first))} to ${dateInWords(isoDay(last))}; the table tells each.`
  return html`<section aria-labelledby="sources"><h2 id="sources">Its sources through time<small>One mark a source</small></h2><div>
<svg class="chart" role="group" aria-label="${told}" width="100%" height="${HEIGHT}">
<line aria-hidden="true" x1="0" x2="100%" y1="${MIDDLE}" y2="${MIDDLE}"/>
<text x="0" y="12">For</text><text x="0" y="${MIDDLE + REACH + 8}">Against</text>
${years(first, last).map((day) => html`<line class="year" x1="${percent(at(day))}" x2="${percent(at(day))}" y1="18" y2="${HEIGHT - 18}"/><text class="name" x="${percent(at(day))}" y="${HEIGHT - 4}">${isoDay(day).slice(0, 4)}</text>`)}
${placed(marks, at).map(({ mark, x, y, aside }) => html`<svg x="${percent(x)}" y="${y}" overflow="visible"><g transform="translate(${aside} 0)"><a href="${articlePath(mark.claim.article.id, mark.claim.id)}" aria-label="${inWords(mark)}">${sign(mark)}<title>${inWords(mark)}</title><text class="words" aria-hidden="true" x="${x > 50 ? 8 : -8}" y="-12"${x > 50 ? html` text-anchor="end"` : nothing}>${shortly(mark)}</text></a></g></svg>`)}
</svg>
<p class="legend">The further from the line, the surer: <span class="key">${key('up')} for</span>, <span class="key">${key('down')} against</span>, <span class="key">${key('open')} leaving it open</span>; <span class="key">${key('open', true)} filled</span> when it is decided or done.</p>
<table class="sources"><caption class="unseen">Sources on ${of}, the newest first</caption>
<thead><tr><th scope="col">Day</th><th scope="col">Who</th><th scope="col">Says</th></tr></thead>
<tbody>${marks.toReversed().map(row)}</tbody></table>
${all.length > marks.length ? html`<p class="who">The newest ${marks.length} of ${all.length}.</p>` : nothing}
</div></section>`
}

const percent = (n: number): string => `${Math.round(n * 100) / 100}%`
const icon = (mark: Pick<Mark, 'direction' | 'decides'>): Html =>
  html`<svg class="sign" width="16" height="16" viewBox="-8 -8 16 16" aria-hidden="true">${sign(mark)}</svg>`
const key = (direction: Direction, decides = false): Html => icon({ direction, decides })

const inWords = ({ claim, direction, day }: Mark): string =>
  `${dateInWords(isoDay(day))}: ${SAYS[direction]}: ${speakerInWords(claim, claim.article.outlet)}: “${claim.evidence}”`

/** What stands over a mark that is pointed at: as much as a small screen holds. */
function shortly({ claim }: Mark): string {
  const words = `${speakerInWords(claim, claim.article.outlet)}: ${eventInWords(claim, claim.article.published)}`
  return words.length > SHORT ? `${words.slice(0, SHORT - 1)}…` : words
}

function row(mark: Mark): Html {
  const { claim, direction, day, articles } = mark
  return html`<tr><td>${time(isoDay(day))}</td><td><bdi>${capital(speakerInWords(claim, claim.article.outlet))}</bdi></td><td>${icon(mark)} ${SAYS[direction]}: <a href="${articlePath(claim.article.id, claim.id)}">${eventInWords(claim, claim.article.published)}</a>${articles > 1 ? html`, in ${count(articles, 'article')}` : nothing}</td></tr>`
}

/** The first days of the years between two days; of many years some, evenly. */
function years(first: number, last: number): number[] {
  const [from, to] = [first, last].map((day) => Number(isoDay(day).slice(0, 4))) as [number, number]
  const step = Math.ceil((to - from) / YEARS) || 1
  const days: number[] = []
  for (let year = from + 1; year <= to; year += step) days.push(Date.UTC(year, 0, 1) / 864e5)
  return days
}

/** Where marks stand: by day and weight, and beside those that stand there already. */
function placed(marks: readonly Mark[], at: (day: number) => number) {
  const places: Array<{ mark: Mark; x: number; y: number; aside: number }> = []
  for (const mark of marks) {
    const x = at(mark.day)
    const way = mark.direction === 'up' ? -1 : mark.direction === 'down' ? 1 : 0
    const y = Math.round(MIDDLE + way * mark.weight * REACH)
    const there = places.filter((p) => Math.abs(p.x - x) < NEAR.across && Math.abs(p.y - y) < NEAR.up).length
    // To the right and to the left in turns, inwards at the edges.
    const side = x > 100 - 2 * EDGE ? -there : x < 2 * EDGE ? there : there % 2 ? (there + 1) / 2 : -there / 2
    places.push({ mark, x, y, aside: side * NEAR.aside })
  }
  return places
}
