// Claims for the benches of the ledger: shows of four seasons, each season with news that several outlets carry within days.
import type { Article } from '../src/article/article.ts'
import type { Kept } from '../src/ledger/records.ts'
import type { Claim } from '../src/reading/claim.ts'

/** Seasons of a show. */
const SEASONS = 4
/** Outlets that carry one piece of news. */
const RELAYS = 5
/** Claims of an article. */
const CLAIMS = 4

const WORDS =
  'the series network season renewed cancelled order streamer drama comedy episodes premiere showrunner cast told report said will return not yet decided filming begins autumn spring executive studio fans star finale cliffhanger ratings budget slate announced Tuesday source deal talks budget pilot writers room'.split(
    ' ',
  )
/** What is told, how surely and by whom. */
const NEWS: ReadonlyArray<Pick<Claim, 'event' | 'factuality' | 'speaker' | 'role'>> = [
  { event: 'renewal', factuality: 'undecided', speaker: 'Ada Penn', role: 'showrunner' },
  { event: 'renewal', factuality: 'possible', speaker: 'Ben Oak', role: 'cast' },
  { event: 'renewal', factuality: 'likely', speaker: 'anonymous', role: 'anonymous' },
  { event: 'renewal', factuality: 'yes', speaker: null, role: 'outlet' },
  { event: 'renewal', factuality: 'yes', speaker: 'Orbit+', role: 'network' },
  { event: 'production', factuality: 'yes', speaker: 'Ada Penn', role: 'showrunner' },
  { event: 'premiere', factuality: 'yes', speaker: 'Orbit+', role: 'network' },
  { event: 'premiere', factuality: 'yes', speaker: null, role: 'outlet' },
  { event: 'delay', factuality: 'yes', speaker: null, role: 'outlet' },
  { event: 'ending', factuality: 'possible', speaker: 'Ben Oak', role: 'cast' },
]

/** Numerical Recipes' linear congruential generator: the same ledger on every run. */
export function generator(seed: number): (n: number) => number {
  let state = seed
  return (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * n)
  }
}

export const isoDay = (day: number): string => new Date(Date.UTC(2012, 0, 1) + day * 864e5).toISOString().slice(0, 10)

/** The last day of the material, counted from the first of 2012. */
export const LAST = 4400

/**
 * Articles with so many claims over so many seasons.
 * @param from only the articles from this one on
 */
export function* material(claims: number, seasons: number): Generator<Kept> {
  const shows = Math.ceil(seasons / SEASONS)
  const random = generator(1)
  const perSeason = claims / (shows * SEASONS)
  const pieces = Math.max(1, Math.round(perSeason / RELAYS))
  let articles = 0
  let queue: Array<{ day: number; outlet: string; claims: Array<Partial<Claim> & { show: string }> }> = []
  for (let show = 0; show < shows; show++) {
    // A show's news over eleven years: each season has its own two and a half.
    const start = random(LAST - SEASONS * 900)
    for (let season = 1; season <= SEASONS; season++)
      for (let piece = 0; piece < pieces; piece++) {
        const news = NEWS[(piece + random(3)) % NEWS.length]!
        const day = start + (season - 1) * 800 + Math.floor((piece * 700) / pieces) + random(60)
        const date = news.event === 'premiere' ? isoDay(day + 30 + random(90)) : null
        const stage = news.event === 'production' ? ({ stage: 'filming' } as const) : {}
        const said = Array.from({ length: 12 }, () => WORDS[random(WORDS.length)]).join(' ')
        for (let relay = 0; relay < RELAYS; relay++) {
          const via = relay && news.speaker !== null ? ['Outlet 0'] : []
          const claim = { show: `Show ${show}`, season, ...news, via, date, evidence: said, ...stage }
          queue.push({ day: day + random(3), outlet: `Outlet ${relay * 7 + random(7)}`, claims: [claim] })
        }
      }
    // An article tells of several seasons.
    if (queue.length < 50 * CLAIMS && show < shows - 1) continue
    for (let i = 0; i < queue.length; i += CLAIMS) yield entry(queue.slice(i, i + CLAIMS), articles++, random)
    queue = []
  }
}

function entry(
  of: ReadonlyArray<{ day: number; outlet: string; claims: Array<Partial<Claim> & { show: string }> }>,
  number: number,
  random: (n: number) => number,
): Kept {
  const { day, outlet } = of[0]!
  const filler = Array.from({ length: 240 }, () => WORDS[random(WORDS.length)]).join(' ')
  let text = `No. ${number}`
  const claims = of
    .flatMap((each) => each.claims)
    .map((c): Claim => {
      const start = text.length + 1
      text += `\n${c.evidence} in the words of the outlet.`
      const span = { start, end: start + c.evidence!.length }
      const sentence = { start, end: text.length }
      const why = [{ stage: 'event', note: `“${c.evidence!.slice(0, 20)}” tells it`, span }]
      return { platform: 'Orbit+', ...c, span, sentence, why } as Claim
    })
  const published = isoDay(day)
  const heard = `${published}T12:00:00.000Z`
  const article: Article = {
    text: `${text}\n${filler}`,
    title: `No. ${number}`,
    outlet,
    author: 'A. Writer',
    published,
    publishedAt: null,
    modified: null,
    url: `https://outlet.example/${number}`,
    emphasis: [],
    headings: [{ start: 0, end: 5 }],
  }
  return { article, heard, sample: false, readings: [{ reading: '0.1.0', read: heard, claims }] }
}
