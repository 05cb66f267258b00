// Salience: how probable it is that a show is the one that the article as a whole is about. A log-linear choice among all
// shows that the article names, by where and how often it names them; its weights are learned from our own corpus.
import type { Entity } from '../entities.ts'
import type { EventCandidate, SentenceView } from '../events.ts'
import type { Tell } from '../features.ts'
import { bin } from '../features.ts'
import { rank, type Scales } from '../scales.ts'

/** A show that the article may be about. */
export interface Salience {
  show: Entity
  tell: Tell
}

/** What is counted of a show over the article. */
interface Count {
  /** The first sentence that names it, of those that are no furniture, from 0. */
  first: number
  /** How many shows were named before it. */
  rank: number
  /** Sentences that name it, and those of them that do so only in passing. */
  sentences: number
  asides: number
  /** Events that the rules bind to it. */
  events: number
  last: number
  oblique: boolean
}

/**
 * The shows of an article with what speaks for each.
 * @param told the events of each sentence, as the rules bind them
 */
export function salienceOf(views: readonly SentenceView[], told: ReadonlyArray<readonly EventCandidate[]>): Salience[] {
  const counts = new Map<Entity, Count>()
  let n = 0
  let headline = false
  const inHeadline = new Set<Entity>()
  views.forEach(({ sentence, themes }, i) => {
    if (sentence.furniture) return
    const here = new Set<Entity>()
    for (const { show, aside, oblique } of themes) {
      if (!show) continue
      if (sentence.headline || sentence.title) {
        headline = true
        inHeadline.add(show)
      }
      let count = counts.get(show)
      if (!count) {
        count = { first: n, rank: counts.size, sentences: 0, asides: 0, events: 0, last: n, oblique: oblique || aside }
        counts.set(show, count)
      }
      count.last = n
      if (here.has(show)) continue
      here.add(show)
      count.sentences++
      if (aside) count.asides++
    }
    for (const { theme, doubts } of told[i]!) {
      const count = theme?.show && !doubts.length ? counts.get(theme.show) : undefined
      if (count) count.events++
    }
    n++
  })
  const all = [...counts.values()]
  const most = Math.max(1, ...all.map((c) => c.sentences))
  const events = Math.max(1, ...all.map((c) => c.events))
  return [...counts].map(([show, c]) => {
    const odds = bin(show.odds ?? 0.5, ODDS)
    const share = bin(c.sentences / most, [0.2, 0.4, 0.7, 1])
    const first = bin(c.first, [1, 2, 3, 5, 9])
    return {
      show,
      tell: (f) => {
        f.add('about,odds=', odds)
        f.add('about,first=', first)
        f.add('about,rank=', bin(c.rank, [1, 2, 3, 5]))
        f.add('about,share=', share)
        f.add('about,sentences=', bin(c.sentences, [2, 3, 5, 8]))
        f.add('about,events=', bin(c.events, [1, 2, 3, 5]))
        f.add('about,events,share=', bin(c.events, [1, 2, 4]), bin(c.events / events, [0.3, 0.6, 1]))
        f.add('about,asides=', c.asides ? (c.asides === c.sentences ? 'all' : 'some') : 'none')
        f.add('about,oblique=', c.oblique, bin(c.first, [1]))
        f.add('about,headline=', headline, inHeadline.has(show))
        f.add('about,reach=', bin((c.last - c.first) / Math.max(1, n), [0.05, 0.3, 0.6]))
        f.add('about,kind=', show.kind, show.marked)
        f.add('about,seasoned=', show.seasoned, show.called)
        f.add('about,new=', show.isNew || show.limited)
        f.add('about,known=', show.known !== null)
        f.add('about,odds,first=', odds, bin(c.first, [1, 3]))
        f.add('about,odds,rank=', odds, bin(c.rank, [1, 2]))
        f.add('about,odds,share=', odds, share)
        f.add('about,first,share,rank=', bin(c.first, [1, 3]), share, bin(c.rank, [1]))
        f.add('about,shows,share=', bin(counts.size, [2, 3, 6, 12]), share)
        f.add('about,shows,rank=', bin(counts.size, [2, 3, 6, 12]), bin(c.rank, [1, 2]))
        f.add('about,headline,odds=', headline ? inHeadline.has(show) : '-', odds)
      },
    }
  })
}

const ODDS = [0.02, 0.06, 0.15, 0.3, 0.5, 0.7, 0.85, 0.94, 0.98]

/** How probable it is of each show that the article is about it: the softmax of its summed weights. */
export function aboutOf(shows: readonly Salience[], scales: Scales): Map<Entity, number> {
  const odds = rank(shows, scales)
  return new Map(shows.map(({ show }, i) => [show, odds[i]!]))
}
