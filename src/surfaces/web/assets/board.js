// The slider of the board: each stop is a day on which something was heard. The server makes the board of the day; this puts it
// in the place of the old one, and marks the seasons whose fate is another.
const slider = document.querySelector('#slider')
const stop = document.querySelector('#stop')
const WAIT = 60
const KEPT = 80

if (slider && stop) {
  const days = slider.dataset.days.split(' ')
  const words = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
  const inWords = (day) => words.format(new Date(`${day}T00:00:00Z`))
  const pages = new Map()
  let asking = null
  let timer = 0
  slider.hidden = false
  stop.setAttribute('aria-valuetext', inWords(days[stop.value]))

  const addressOf = (day) => {
    const url = new URL(location.href)
    url.hash = ''
    url.searchParams.delete('page')
    if (day === slider.dataset.today) url.searchParams.delete('as_of')
    else url.searchParams.set('as_of', day)
    return url
  }

  const fetchPage = async (url) => {
    const known = pages.get(url.href)
    if (known) return known
    asking?.abort()
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

  const show = async (day) => {
    const url = addressOf(day)
    try {
      const page = new DOMParser().parseFromString(await fetchPage(url), 'text/html')
      if (days[stop.value] !== day) return
      const before = fates()
      for (const id of ['board', 'steps', 'day']) document.getElementById(id).replaceWith(page.getElementById(id))
      for (const row of document.querySelectorAll('#board [data-season]')) {
        if (before.get(row.dataset.season) !== row.dataset.fate) row.classList.add('changed')
      }
      document.querySelector('input[name="as_of"]').value = day
      document.querySelector('#news').textContent =
        `${inWords(day)}: ${document.querySelector('#board').dataset.summary}`
      document.title = page.title
      history.replaceState(null, '', url)
    } catch (error) {
      if (error.name !== 'AbortError') location.assign(url)
    }
  }

  stop.addEventListener('input', () => {
    const day = days[stop.value]
    stop.setAttribute('aria-valuetext', inWords(day))
    document.querySelector('#day').textContent = inWords(day)
    clearTimeout(timer)
    timer = setTimeout(show, WAIT, day)
  })
}
