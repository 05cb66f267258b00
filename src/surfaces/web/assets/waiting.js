// The page while something is being made: asks how far it is, moves the bar, and goes on when what was asked for is there.
const EVERY = 500
const bar = document.querySelector('#making')
const label = document.querySelector('label[for="making"]')

const look = async () => {
  try {
    const answer = await fetch(location.href)
    if (answer.status !== 503) return location.reload()
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const now = page.querySelector('#making')
    if (now) {
      bar.max = now.max
      bar.value = now.value
      label.textContent = page.querySelector('label[for="making"]').textContent
    }
  } catch {
    // Out of reach for the moment: it is asked again.
  }
  setTimeout(look, EVERY)
}
setTimeout(look, EVERY)
