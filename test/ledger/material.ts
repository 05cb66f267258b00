// Articles and claims for the tests of the ledger.
import type { Article } from '../../src/article/article.ts'
import type { Claim } from '../../src/reading/claim.ts'

export const article = (fields: Partial<Article> = {}): Article => ({
  text: 'Orbit+ Renews ‘Glass Harbor’\n\nOrbit+ has renewed Glass Harbor for a second season.',
  title: 'Orbit+ Renews ‘Glass Harbor’',
  outlet: 'Signal & Reel',
  author: 'Ada Penn',
  published: '2031-05-10',
  publishedAt: null,
  modified: null,
  url: 'https://www.signalandreel.example/2031/05/glass-harbor?utm_source=feed',
  emphasis: [{ start: 49, end: 61 }],
  headings: [{ start: 0, end: 28 }],
  ...fields,
})

export const claim = (of: Article, evidence: string, fields: Partial<Claim> = {}): Claim => {
  const start = of.text.indexOf(evidence)
  if (start < 0) throw new Error(`“${evidence}” does not stand in the article`)
  return {
    show: 'Glass Harbor',
    season: 2,
    event: 'renewal',
    factuality: 'yes',
    speaker: null,
    role: 'outlet',
    via: [],
    date: null,
    platform: 'Orbit+',
    evidence,
    span: { start, end: start + evidence.length },
    sentence: { start: of.text.lastIndexOf('\n', start) + 1, end: of.text.length },
    why: [{ stage: 'event', note: '“has renewed” tells a renewal', span: { start, end: start + 11 } }],
    ...fields,
  }
}

export const HEARD = { heard: '2031-05-11T08:00:00.000Z', reading: 'test-1' }
