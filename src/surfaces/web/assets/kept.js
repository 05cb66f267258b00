// The pages last looked at, for when the server is out of reach. While it answers nothing comes from here but what never changes
// (style sheet, scripts); when it does not, a kept page says so and of when it is, and any other is the page that says what to do.
const PAGES = 'pages'
const PARTS = 'parts'
const AWAY = '/away'
const MOST = { [PAGES]: 60, [PARTS]: 40 }
// What holds addresses that may let somebody in, or is of one moment alone.
const NEVER = /^\/(enter|sources|health|start)\b/

const OURS = /<title>(.*?) · Bubblewatch<\/title>/s

/** Keeps nothing any more, until a page of ours asks for it again. */
const forget = async () => {
  for (const name of [PAGES, PARTS]) await caches.delete(name)
  await self.registration.unregister()
}

/** Whether an answer is that of somebody before a server that does not answer. */
const unanswered = ({ status }) => status === 502 || status === 504

const put = async (name, key, answer) => {
  const cache = await caches.open(name)
  // The oldest stand first.
  await cache.delete(key, { ignoreVary: true })
  await cache.put(key, answer)
  const keys = await cache.keys()
  for (const old of keys.slice(0, Math.max(0, keys.length - MOST[name]))) await cache.delete(old, { ignoreVary: true })
}

/** Keeps a page, and what it is set with. */
const keep = async (url, answer) => {
  const { pathname } = new URL(url)
  if (!answer.ok || answer.redirected || NEVER.test(pathname)) return
  if (!/^text\/html\b/.test(answer.headers.get('content-type'))) return
  const text = await answer.clone().text()
  // On one machine another program may listen here by now: its pages are none of ours.
  if (!OURS.test(text)) return forget()
  await put(PAGES, url, answer)
  await keepParts(text)
}

const keepParts = async (text) => {
  const parts = await caches.open(PARTS)
  for (const [, path] of text.matchAll(/<(?:link|script)\b[^>]*?\b(?:href|src)="(\/[\w.-]+\?v=\w+)"/g))
    if (!(await parts.match(path))) await put(PARTS, path, await fetch(path))
}

const part = async (request) => (await caches.match(request, { cacheName: PARTS, ignoreVary: true })) ?? fetch(request)

const page = async (event) => {
  const { request } = event
  try {
    const answer = await fetch(request)
    if (unanswered(answer)) return fromHere(request.url)
    // Whoever may no longer come in has nothing kept either.
    if (answer.status === 401) event.waitUntil(caches.delete(PAGES))
    else event.waitUntil(keep(request.url, answer.clone()))
    return answer
  } catch {
    return fromHere(request.url)
  }
}

const when = (answer) =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' }).format(
    new Date(answer.headers.get('date')),
  )

const fromHere = async (url) => {
  const known = await caches.match(url, { cacheName: PAGES, ignoreVary: true })
  return known ? answerWith(known, await dated(known)) : away()
}

const answerWith = (known, text, status = 200) =>
  new Response(text, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': known.headers.get('content-security-policy'),
    },
  })

const dated = async (known) =>
  (await known.text()).replace(
    /<main\b[^>]*>/,
    (main) =>
      `${main}\n<p class="offline" role="alert">Bubblewatch is out of reach. This is the page as it was on ${when(known)}; what was heard since is not on it. <a href="">Ask again</a></p>`,
  )

/** What to do, and which pages are kept, the latest first. */
const away = async () => {
  const known = await caches.match(AWAY, { cacheName: PARTS, ignoreVary: true })
  if (!known) return Response.error()
  const pages = await caches.open(PAGES)
  const rows = []
  for (const request of (await pages.keys()).reverse()) {
    const answer = await pages.match(request, { ignoreVary: true })
    // As the server wrote it: text already made safe.
    const title = OURS.exec(await answer.text())?.[1]
    const { pathname, search } = new URL(request.url)
    const path = `${pathname}${search}`.replace(/&/g, '&amp;').replace(/"/g, '%22')
    if (title) rows.push(`<li><a href="${path}">${title}</a> <span class="where">${when(answer)}</span></li>`)
  }
  const text = await known.text()
  const list = rows.length
    ? text.replace(' hidden>', '>').replace('<ul class="kept">', (list) => list + rows.join(''))
    : text
  return answerWith(known, list, 503)
}

self.addEventListener('install', (event) => {
  const ready = async () => {
    const answer = await fetch(AWAY)
    const text = await answer.clone().text()
    await put(PARTS, AWAY, answer)
    await keepParts(text)
    await self.skipWaiting()
  }
  event.waitUntil(ready())
})

self.addEventListener('activate', (event) => {
  // The page that brought this was there before it.
  const take = async () => {
    await self.clients.claim()
    for (const { url } of await self.clients.matchAll({ type: 'window' }))
      await keep(url.split('#')[0], await fetch(url))
  }
  event.waitUntil(take())
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (url.origin !== location.origin) return
  if (request.mode === 'navigate') {
    if (request.method === 'GET') event.respondWith(page(event))
    else if (url.pathname === '/leave') event.waitUntil(caches.delete(PAGES))
  } else if (request.method === 'GET' && url.searchParams.has('v')) event.respondWith(part(request))
})
