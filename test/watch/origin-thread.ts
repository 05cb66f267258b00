// The servers of the test's own web (origin.ts).
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { parentPort, workerData } from 'node:worker_threads'
import { createGzip, gzipSync } from 'node:zlib'
import type { Fault, OriginSettings } from './origin.ts'
import { titleOf } from './origin.ts'

const { feeds, items, faults, bomb } = workerData as OriginSettings
/** What a feed is, rather than what goes wrong with it. */
const LASTING: ReadonlySet<Fault | null> = new Set(['changing GUIDs', 'same GUID on all', 'future dates', null])
/** Items that a feed shows. */
const WINDOW = 2 * items

let cleared = false
let published = items
const count = { requests: 0, atOnce: 0, pages: 0, polls: 0 }
const bombed = faults.includes('gzip bomb') ? await packedZeros(bomb) : Buffer.alloc(0)

async function packedZeros(bytes: number): Promise<Buffer> {
  const gzip = createGzip({ level: 9 })
  const chunks: Buffer[] = []
  gzip.on('data', (chunk) => chunks.push(chunk))
  const some = Buffer.alloc(1_000_000)
  for (let done = 0; done < bytes; done += some.length)
    if (!gzip.write(some)) await new Promise((drained) => gzip.once('drain', drained))
  gzip.end()
  await new Promise((end) => gzip.once('end', end))
  return Buffer.concat(chunks)
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')

function rss(feed: number, host: string, fault: Fault | null, request: number): string {
  const one = (i: number): string => {
    const day = fault === 'future dates' ? `2${String(100 + (i % 90)).padStart(3, '0')}` : '2031'
    const guid =
      fault === 'changing GUIDs' ? `${request}-${i}` : fault === 'same GUID on all' ? 'urn:same' : `urn:${feed}:${i}`
    return `<item><title>${escaped(titleOf(feed, i))}</title><link>http://${host}/${i}?utm_source=feed${request}</link><guid isPermaLink="false">${guid}</guid><pubDate>Mon, 12 May ${day} ${String(10 + (i % 10))}:00:00 GMT</pubDate><description>In short.</description></item>`
  }
  const shown = Array.from({ length: Math.min(WINDOW, published) }, (_, n) => published - 1 - n)
  return `<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel><title>Outlet ${feed}</title><link>http://${host}/</link>${shown.map(one).join('\n')}</channel></rss>`
}

function atom(feed: number, host: string): string {
  const one = (i: number): string =>
    `<entry><title type="html">${escaped(escaped(titleOf(feed, i)))}</title><id>urn:${feed}:${i}</id><link href="/${i}"/><updated>2031-05-12T1${i % 10}:00:00Z</updated><summary>In short.</summary></entry>`
  const shown = Array.from({ length: Math.min(WINDOW, published) }, (_, n) => published - 1 - n)
  return `<feed xmlns="http://www.w3.org/2005/Atom"><title>Outlet ${feed}</title><link rel="alternate" href="http://${host}/"/>${shown.map(one).join('\n')}</feed>`
}

const json = (feed: number, host: string): string =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: `Outlet ${feed}`,
    items: Array.from({ length: Math.min(WINDOW, published) }, (_, n) => published - 1 - n).map((i) => ({
      id: `${feed}:${i}`,
      url: `http://${host}/${i}`,
      title: titleOf(feed, i),
      date_published: '2031-05-12T10:00:00Z',
      content_text: 'In short.',
    })),
  })

function page(feed: number, i: number): string {
  const title = titleOf(feed, i)
  return `<!doctype html><html><head><meta charset="utf-8"><title>${escaped(title)} | Outlet ${feed}</title><meta property="og:title" content="${escaped(title)}"><meta property="og:site_name" content="Outlet ${feed}"><meta property="article:published_time" content="2031-05-12T10:00:00Z"></head>
<body><nav><a href="/">Home</a> <a href="/tv">TV</a></nav><article><h1>${escaped(title)}</h1>
<p>Lumo has renewed the drama series “Harbor ${feed}-${i}” for a second season, the streamer announced on Monday.</p>
<p>The first season of the series, which was filmed in Lisbon over the course of five months, was number ${i} of the year with the critics, and the cast returns for the second.</p>
<p>The second season of “Harbor ${feed}-${i}” premieres on Lumo on March 8, 2032, said showrunner Ruth Aldous.</p></article><footer>© Outlet ${feed}</footer></body></html>`
}

function answer(feed: number, request: IncomingMessage, response: ServerResponse): unknown {
  const host = request.headers.host ?? ''
  const path = URL.parse(request.url ?? '/', `http://${host}`)!.pathname
  const fault = faults[feed] ?? null
  const now = cleared && !LASTING.has(fault) ? null : fault
  const send = (type: string, body: string | Buffer, headers: Record<string, string> = {}, status = 200): unknown =>
    response.writeHead(status, { 'content-type': type, ...headers }).end(body)
  if (path === '/robots.txt') return send('text/plain', 'User-agent: *\nDisallow: /private/\n')
  const number = /^\/(\d+)$/.exec(path)?.[1]
  if (number !== undefined && Number(number) < published) {
    count.pages++
    if (now === 'pages wait') return setTimeout(() => send('text/html; charset=utf-8', page(feed, Number(number))), 300)
    if (now === 'pages fail' && count.pages % 2) return send('text/plain', 'no', {}, 503)
    return send('text/html; charset=utf-8', page(feed, Number(number)))
  }
  if (path === '/')
    return send(
      'text/html',
      `<!doctype html><html><head><title>Outlet ${feed}</title><meta property="og:type" content="website"><link rel="alternate" type="application/rss+xml" title="Outlet ${feed} » Feed" href="/feed"><link rel="alternate" type="application/rss+xml" title="Outlet ${feed} » Comments Feed" href="/comments/feed"></head><body><p>Welcome.</p></body></html>`,
    )
  if (path !== '/feed')
    return now === 'redirect loop' ? send('', '', { location: '/loop' }, 302) : send('text/plain', 'no', {}, 404)
  count.polls++
  const text =
    feed % 4 === 1 && fault === null
      ? atom(feed, host)
      : feed % 4 === 2 && fault === null
        ? json(feed, host)
        : rss(feed, host, fault, count.requests)
  const etag = `"${published}"`
  if (request.headers['if-none-match'] === etag || now === 'not modified') return response.writeHead(304).end()
  const type = feed % 4 === 2 && fault === null ? 'application/feed+json' : 'application/rss+xml; charset=utf-8'
  switch (now) {
    case 'reset':
      response.writeHead(200, { 'content-type': type }).write(text.slice(0, 500))
      return setTimeout(() => request.socket.resetAndDestroy(), 5)
    case 'slow bytes': {
      response.writeHead(200, { 'content-type': type })
      let at = 0
      const timer = setInterval(() => response.write(text[at++] ?? ' '), 100)
      return response.on('close', () => clearInterval(timer))
    }
    case 'gzip bomb':
      return send(type, bombed, { 'content-encoding': 'gzip' })
    case 'endless body': {
      response.writeHead(200, { 'content-type': type })
      const some = text.repeat(5)
      const more = (): void => {
        while (!response.destroyed && response.write(some));
      }
      response.on('drain', more)
      return more()
    }
    case 'redirect loop':
      return send('', '', { location: '/loop' }, 302)
    case 'wrong charset':
      return send('application/rss+xml; charset=iso-8859-1', text.replace('encoding="utf-8"', 'encoding="iso-8859-1"'))
    case 'too many requests':
      return send('text/plain', 'later', { 'retry-after': '120' }, 429)
    case 'server error':
      return send('text/plain', 'oh', {}, 500)
    case 'truncated gzip': {
      const packed = gzipSync(text)
      response.writeHead(200, { 'content-type': type, 'content-encoding': 'gzip', etag })
      return response.end(packed.subarray(0, (100 * (1 + feed + count.polls)) % packed.length))
    }
    case 'truncated feed':
      return send(type, text.slice(0, (count.polls * 997) % text.length), { etag })
    case 'document type':
      return send(type, text.replace('?>', '?><!DOCTYPE rss [<!ENTITY a "aaaa">]>'), { etag })
    default:
      return send(type, feed % 3 ? text : gzipSync(text), { etag, ...(feed % 3 ? {} : { 'content-encoding': 'gzip' }) })
  }
}

const servers = await Promise.all(
  Array.from({ length: feeds }, async (_, feed) => {
    let under = 0
    const server = createServer((request, response) => {
      count.requests++
      under++
      count.atOnce = Math.max(count.atOnce, under)
      response.on('close', () => under--)
      answer(feed, request, response)
    })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    return server
  }),
)
parentPort!.on('message', (message: 'clear' | 'stats' | { publish: number }) => {
  if (message === 'clear') cleared = true
  else if (message !== 'stats') published += message.publish
  parentPort!.postMessage(count)
})
parentPort!.postMessage({ ports: servers.map((server) => (server.address() as AddressInfo).port) })
