// Measures how near-copies are told: precision and recall on pairs made by editing real articles as outlets do, and what an article
// costs as the ledger grows.
//
//   node bench/copies.ts [ARTICLES]       (100,000)
//
// Each show has three pieces of news in one fortnight, each written by one outlet and carried by two others in cuts of their own. A pair
// is right when both carry one piece; every pair of one show's articles is asked for.
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Article } from '../src/article/article.ts'
import { nearCopies } from '../src/ledger/likeness.ts'
import { openLedger } from '../src/ledger/open.ts'
import type { Kept } from '../src/ledger/records.ts'
import { rootsOf } from '../src/verdict/roots.ts'
import { generator } from './ledger-material.ts'

const ARTICLES = Number(process.argv[2] ?? 100_000)
const PIECES = 3
const CUTS = 3
const root = join(import.meta.dirname, '..')
const random = generator(11)
const pick = <T>(list: readonly T[]): T => list[random(list.length)]!

/** The paragraphs of real articles, without their headings. */
const bodies = globSync('corpus/{news,invented}/*.md', { cwd: root })
  .sort()
  .map((file) =>
    readFileSync(join(root, file), 'utf8')
      .replace(/^---[\s\S]*?\n---\n/, '')
      .split(/\n\s*\n/)
      .filter((p) => !p.startsWith('#') && p.split(/\s+/).length > 15),
  )
  .filter((paragraphs) => paragraphs.length >= 3)
const words = [
  ...new Set(
    bodies
      .flat()
      .join(' ')
      .match(/\b[a-z]{4,}\b/g),
  ),
]

/** News of its own: a real article's paragraphs in their order, with some of another's, and a tenth of the words others. */
function piece(): string[] {
  const [own, other] = [pick(bodies), pick(bodies)]
  const from = random(Math.max(1, own.length - 7))
  return [...own.slice(from, from + 7), ...other.slice(0, 2)].map((p) => reword(p, 10))
}

/** One in so many words is another. */
const reword = (text: string, every: number): string =>
  text.replace(/\b[a-z]{4,}\b/g, (word) => (random(every) === 0 ? pick(words) : word))

/** As another outlet carries it: under its own headline, and cut, introduced, edited or lengthened. */
function cut(paragraphs: readonly string[]): string[] {
  const headline = Array.from({ length: 9 }, () => pick(words)).join(' ')
  const said = Array.from({ length: 25 }, () => pick(words)).join(' ')
  switch (random(4)) {
    case 0:
      return [headline, ...paragraphs.filter(() => random(3) > 0), `Read more: ${said}`]
    case 1:
      return [headline, said, ...paragraphs.slice(0, Math.ceil(paragraphs.length * 0.6))]
    case 2:
      return [headline, ...paragraphs.map((p) => reword(p, 25)), said]
    default:
      return [headline, ...paragraphs.slice(0, -1), said, said.split(' ').reverse().join(' ')]
  }
}

function* shows(): Generator<Array<{ kept: Kept; piece: string }>> {
  for (let show = 0; show * PIECES * CUTS < ARTICLES; show++) {
    const of: Array<{ kept: Kept; piece: string }> = []
    for (let p = 0; p < PIECES; p++) {
      const original = piece()
      for (let c = 0; c < CUTS; c++) {
        const text = (c === 0 ? ['What happened', ...original] : cut(original)).join('\n\n')
        const published = `2031-05-${String(1 + p + c).padStart(2, '0')}`
        const article: Article = {
          text,
          title: null,
          outlet: `Outlet ${p * CUTS + c}`,
          author: null,
          published,
          publishedAt: null,
          modified: null,
          url: `https://outlet${p * CUTS + c}.example/${show}`,
          emphasis: [],
          headings: [],
        }
        const span = { start: 0, end: 20 }
        const claim = {
          show: `Show ${show}`,
          season: p + 2,
          event: 'renewal' as const,
          factuality: 'yes' as const,
          speaker: null,
          role: 'outlet' as const,
          via: [],
          date: null,
          platform: null,
          evidence: text.slice(0, 20),
          span,
          sentence: span,
          why: [],
        }
        const heard = `${published}T12:00:00.000Z`
        of.push({
          kept: { article, heard, sample: false, readings: [{ reading: 'r1', read: heard, claims: [claim] }] },
          piece: `${show} ${p}`,
        })
      }
    }
    yield of
  }
}

const folder = mkdtempSync(join(tmpdir(), 'bubblewatch-copies-'))
const ledger = await openLedger(join(folder, 'ledger.db'))
try {
  let [right, wrong, missed, roots, articles, spent, began] = [0, 0, 0, 0, 0, 0, 0]
  console.log('articles    microseconds an article, to keep and to find its copies (of the last tenth)')
  for (const of of shows()) {
    const started = performance.now()
    await ledger.put(of.map(({ kept }) => kept))
    const claims = await ledger.claims({ show: of[0]!.kept.readings[0]!.claims[0]!.show })
    const found = rootsOf(claims)
    spent += performance.now() - started
    articles += of.length
    roots += new Set(found).size
    const pieceOf = new Map(of.map(({ kept, piece }) => [kept.article.outlet, piece]))
    for (const [i, a] of claims.entries())
      for (const b of claims.slice(i + 1)) {
        const same = pieceOf.get(a.article.outlet) === pieceOf.get(b.article.outlet)
        const told = nearCopies(a.article.sketch!, b.article.sketch!)
        if (told && same) right++
        else if (told) wrong++
        else if (same) missed++
      }
    if (articles - began >= ARTICLES / 10) {
      console.log(`${String(articles).padStart(8)}    ${((1000 * spent) / (articles - began)).toFixed(0)}`)
      began = articles
      spent = 0
    }
  }
  console.log(`pairs       ${right + missed} of one piece`)
  console.log(`precision   ${(right / (right + wrong)).toFixed(4)}`)
  console.log(`recall      ${(right / (right + missed)).toFixed(4)}`)
  console.log(`roots       ${(roots / (articles / CUTS)).toFixed(3)} for each piece of news (1 is right)`)
} finally {
  await ledger.close()
  rmSync(folder, { recursive: true, force: true })
}
