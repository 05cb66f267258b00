// The day that a page is asked for: a field, the nearest days on which something was heard, and, where scripts run, a slider.
import { html } from 'hono/html'
import type { Asked } from './links.ts'
import type { Html } from './parts.ts'
import { nothing, time } from './parts.ts'

export interface DayControls {
  asked: Asked
  today: string
  /** ISO days on which something was heard, the first first. */
  days: readonly string[]
  /** The page's own address, asked otherwise. */
  path: (asked: Asked) => string
}

/** Stops of the slider: more than this no hand can tell apart, and every page would carry them. */
const STOPS = 240

/** So many days at most, the first and the last among them, as evenly as the news came. */
function thin(days: readonly string[]): readonly string[] {
  if (days.length <= STOPS) return days
  return Array.from({ length: STOPS }, (_, i) => days[Math.round((i * (days.length - 1)) / (STOPS - 1))]!)
}

/** The controls of a page that is asked for a day alone. */
export const dayControls = (of: DayControls): Html => html`<div class="controls">
<form method="get" action="${of.path({ asOf: null })}">
<label>As of <input type="date" name="as_of" value="${of.asked.asOf ?? of.today}"></label>
<button>Show</button>
</form>
${steps(of)}
</div>`

/** The days next to the one shown. */
export function steps({ asked, today, days, path }: DayControls): Html {
  const day = asked.asOf ?? today
  const earlier = days.findLast((d) => d < day)
  const later = days.find((d) => d > day)
  const step = (to: string, label: Html, rel: string): Html =>
    html`<a rel="${rel}" href="${path({ ...asked, page: 1, asOf: to === today ? null : to })}">${label}</a>`
  return html`<nav class="steps" id="steps" aria-label="Days with news">
${earlier ? step(earlier, html`<span aria-hidden="true">← </span><span class="unseen">Earlier news: </span>${time(earlier)}`, 'prev') : nothing}
${later ? step(later, html`<span class="unseen">Later news: </span>${time(later)}<span aria-hidden="true"> →</span>`, 'next') : nothing}
${asked.asOf && asked.asOf !== today ? html`<a href="${path({ ...asked, page: 1, asOf: null })}">Today</a>` : nothing}
</nav>`
}

/** All days in one stroke; a script shows it and makes it work. */
export function slider({ asked, today, days }: Omit<DayControls, 'path'>): Html {
  const day = asked.asOf ?? today
  const stops = days.length ? thin([...new Set([...days, today])].sort()) : []
  if (stops.length < 2) return nothing
  const at = Math.max(
    0,
    stops.findLastIndex((d) => d <= day),
  )
  return html`<div class="slider" id="slider" data-days="${stops.join(' ')}" data-today="${today}">
<label for="stop">Drag the day, and watch the fates change</label>
<input type="range" id="stop" min="0" max="${stops.length - 1}" step="1" value="${at}">
<p class="ends" aria-hidden="true"><span>${stops[0]!.slice(0, 4)}</span><span>${stops.at(-1) === today ? 'today' : stops.at(-1)!.slice(0, 4)}</span></p>
</div>`
}
