// What other pages show of a season: a badge, and a card by oEmbed (https://oembed.com). Both are made to be loaded from elsewhere.
import { makeBadge } from 'badge-maker'
import { Hono } from 'hono'
import { etag } from 'hono/etag'
import { html } from 'hono/html'
import { toDay } from '../../article/dates.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import { certaintyWords } from '../../verdict/certainty.ts'
import { dateInWords } from '../../verdict/dates.ts'
import { headline } from '../../verdict/explain.ts'
import { resolve } from '../../verdict/resolve.ts'
import type { Fate, Verdict } from '../../verdict/verdict.ts'
import type { Visitor } from '../visitor.ts'
import { capital, chainOf, fateInWords, nameOf } from '../wording.ts'

export interface EmbedSettings {
  ledger: Ledger
  /** The ISO day that it is, whenever it is asked for. */
  today: () => string
  /** Whether anybody may read. */
  open: boolean
}

/** Dark enough for white letters on them (WCAG AA). */
const COLOURS: Readonly<Record<Fate, string>> = {
  renewed: '#17663f',
  likely: '#4c6512',
  'on the bubble': '#875400',
  unlikely: '#9c431b',
  cancelled: '#a3242b',
  ended: '#4a5568',
  'nothing heard': '#66625a',
}
/** Seconds for which it may be kept. */
const KEPT = 900
/** The size of a card, and the least that one can be read in, in pixels. */
const WIDTH = 540
const HEIGHT = 200
const NARROW = 240
/** Letters of a title that a badge holds. */
const TITLE = 60

/** Makes the embeds. */
export function createEmbeds({ ledger, today, open }: EmbedSettings): Hono<Visitor> {
  const embeds = new Hono<Visitor>()
  // What asks for a token is kept by nobody between.
  const loaded = {
    'cross-origin-resource-policy': 'cross-origin',
    'cache-control': `${open ? 'public' : 'private'}, max-age=${KEPT}`,
  }
  embeds.use('/show/:key/:season/badge.svg', etag({ weak: true }))
  embeds.use('/oembed', etag({ weak: true }))
  embeds.get('/show/:key/:season/badge.svg', async (c) => {
    const verdict = await verdictOn(ledger, c.req.param('key'), c.req.param('season'), c.req.query('as_of') || today())
    if (!verdict) return c.text('There is no such season.\n', 404)
    return c.body(badgeOf(verdict), 200, { 'content-type': 'image/svg+xml', ...loaded })
  })
  embeds.get('/oembed', async (c) => {
    const { url = '', format = 'json', maxwidth } = c.req.query()
    if (format !== 'json') return c.text('Cards are given as JSON.\n', 501)
    const page = URL.parse(url)
    const { host, origin } = new URL(c.req.url)
    const [, key, season] = /^\/show\/([^/]+)\/([^/]+)$/.exec(page?.pathname ?? '') ?? []
    if (page?.host !== host || !key || !season) return c.text('“url” is no page of a season here.\n', 404)
    const verdict = await verdictOn(ledger, decoded(key), season, page.searchParams.get('as_of') || today())
    if (!verdict) return c.text('There is no such season.\n', 404)
    const width = Math.max(NARROW, Math.min(WIDTH, Number(maxwidth) || WIDTH))
    return c.body(await card(verdict, origin, page.href, width), 200, { 'content-type': 'application/json', ...loaded })
  })
  return embeds
}

/** Null when nothing was ever heard of the show, and for what is no season and no day. */
async function verdictOn(ledger: Ledger, show: string, season: string, day: string): Promise<Verdict | null> {
  if ((season !== 'series' && !/^[1-9]\d{0,3}$/.test(season)) || toDay(day) !== day) return null
  const claims = await ledger.claims({ show })
  if (!claims.length) return null
  return resolve(claims, { show, season: season === 'series' ? null : Number(season), day })
}

function badgeOf(verdict: Verdict): string {
  const { fate, season, contested } = verdict
  const name = nameOf(verdict)
  const label = name.length > TITLE ? `${name.slice(0, TITLE - 1)}…` : name
  const message = `${fateInWords(fate, season)}${contested ? ', contested' : ''}`
  return makeBadge({ label: clean(label), message, color: COLOURS[fate], labelColor: '#1d1b18', style: 'flat-square' })
}

/** XML has no room for most control characters. */
const clean = (text: string): string => text.toWellFormed().replace(/[\p{Cc}\ufffe\uffff]/gu, ' ')

async function card(verdict: Verdict, home: string, url: string, width: number): Promise<string> {
  const { fate, season, certainty, deciding, day } = verdict
  const title = `${capital(nameOf(verdict))}: ${fateInWords(fate, season)}`
  const words = deciding
    ? html`<p>“${deciding.evidence}” — ${chainOf(deciding, deciding.article.outlet).join(' → ')}, ${dateInWords(deciding.article.published)}</p>`
    : ''
  const sure = deciding ? ` (${certaintyWords(fate, certainty)})` : ''
  const body = html`<blockquote class="bubblewatch" cite="${url}"><p><a href="${url}">${capital(nameOf(verdict))}</a>: <strong>${fateInWords(fate, season)}</strong>${sure}, as of ${dateInWords(day)}</p>${words}</blockquote>`
  return JSON.stringify({
    version: '1.0',
    type: 'rich',
    title,
    provider_name: 'Bubblewatch',
    provider_url: `${home}/`,
    cache_age: KEPT,
    html: String(await body),
    width,
    height: HEIGHT,
    summary: headline(verdict),
  })
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
