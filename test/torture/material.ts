// The articles that are kept while processes are being killed: article i is the same whenever it is asked for.
import type { Kept } from '../../src/ledger/records.ts'
import { article, claim } from '../ledger/material.ts'

/** Articles that one write keeps. */
export const BATCH = 5

export function keptNo(i: number): Kept {
  const minute = new Date(Date.UTC(2031, 4, 11) + i * 60_000).toISOString()
  const a = article({ title: `No. ${i}`, url: i % 3 ? `https://a.example/${i}` : null })
  const claims = Array.from({ length: i % 4 }, (_, n) =>
    claim(a, 'has renewed', { season: n + 2, show: `Show ${i % 50}` }),
  )
  return { article: a, heard: minute, sample: false, readings: [{ reading: 'r1', read: minute, claims }] }
}

/** What later rules read out of it. */
export const againNo = (i: number) => ({ ...keptNo(i).readings[0]!, reading: 'r2', read: '2031-07-01T00:00:00.000Z' })
