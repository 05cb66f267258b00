// The board in place: dragging the day, typing a title and choosing a filter ask the server for the page that the form would, and put
// its parts in the place of the old ones; the seasons whose fate is another are marked.
const form = document.querySelector('#ask')
const stop = document.querySelector('#stop')
const slider = document.querySelector('#slider')
const WAIT = { drag: 60, type: 180 }
const KEPT = 80

const days = slider?.dataset.days.split(' ') ?? []
const words = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
const inWords = (day) => words.format(new Date(`${day}T00:00:00Z`))
const pages = new Map()
let asking = null
let timer = 0
let turn = 0

const fetchPage = async (url) => {
  asking?.abort()
  const known = pages.get(url.href)
  if (known) return known
  asking = new AbortController()
  const answer = await fetch(url, { signal: asking.signal })
  if (!answer.ok) throw new Error(`the server answers ${answer.status}`)
  const page = await answer.text()
  if (pages.size >= KEPT) pages.clear()
  pages.set(url.href, page)
  return page
}

const fates = () =>
  new Map([...document.querySelectorAll('#board [data-season]')].map((row) => [row.dataset.season, row.dataset.fate]))

const show = async (url, marked) => {
  const mine = ++turn
  const board = document.querySelector('#board')
  board.setAttribute('aria-busy', 'true')
  try {
    const page = new DOMParser().parseFromString(await fetchPage(url), 'text/html')
    if (mine !== turn) return
    document.querySelector('.offline')?.remove()
    const before = fates()
    for (const id of ['board', 'steps', 'day']) document.getElementById(id).replaceWith(page.getElementById(id))
    if (marked)
      for (const row of document.querySelectorAll('#board [data-season]'))
        if (before.get(row.dataset.season) !== row.dataset.fate) row.classList.add('changed')
    const said = document.querySelector('#day').textContent
    document.querySelector('#news').textContent = `${said}: ${document.querySelector('#board').dataset.summary}`
    document.title = page.title
    history.replaceState(null, '', url)
  } catch (error) {
    if (error.name === 'AbortError') return
    board.removeAttribute('aria-busy')
    // An answer that is none of a board's has a page of its own; without any answer what is here stays.
    if (error.name !== 'TypeError') location.assign(url)
    else offline(url, marked)
  }
}

/** Says that the server is out of reach, and offers to ask again. */
const offline = (url, marked) => {
  document.querySelector('.offline')?.remove()
  const note = document.createElement('p')
  note.className = 'offline'
  note.setAttribute('role', 'alert')
  note.textContent = 'Bubblewatch is out of reach; this is the board as it was shown last. '
  const again = document.createElement('button')
  again.textContent = 'Ask again'
  again.addEventListener('click', () => show(url, marked))
  note.append(again)
  document.querySelector('#board').before(note)
}

const later = (wait, act, ...given) => {
  clearTimeout(timer)
  timer = setTimeout(act, wait, ...given)
}

if (stop) {
  stop.setAttribute('aria-valuetext', inWords(days[stop.value]))
  stop.addEventListener('input', () => {
    const day = days[stop.value]
    stop.setAttribute('aria-valuetext', inWords(day))
    document.querySelector('#day').textContent = inWords(day)
    form.elements.as_of.value = day
    const url = new URL(location.href)
    url.hash = ''
    url.searchParams.delete('page')
    if (day === slider.dataset.today) url.searchParams.delete('as_of')
    else url.searchParams.set('as_of', day)
    later(WAIT.drag, show, url, true)
  })
}

if (form) {
  /** The page that the form would ask for, without what is as it is anyway. */
  const asked = () => {
    const url = new URL(form.action)
    for (const [name, value] of new FormData(form)) {
      if (value && !(name === 'as_of' && value === slider?.dataset.today)) url.searchParams.set(name, value)
    }
    return url
  }
  form.elements.q.addEventListener('input', () => later(WAIT.type, () => show(asked(), false)))
  form.addEventListener('change', (event) => {
    if (event.target.matches('select, [type="checkbox"]')) later(0, () => show(asked(), false))
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    later(0, () => show(asked(), false))
  })
}
