// Tries a table of sentences about shows that do not exist: who is made responsible for a claim, and through which outlets.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { fromText } from '../../src/article/text.ts'
import { loadPhraseBook } from '../../src/phrasebook/load.ts'
import type { Claim } from '../../src/reading/claim.ts'
import { compile } from '../../src/reading/knowledge.ts'
import { read } from '../../src/reading/read.ts'

const knowledge = compile(loadPhraseBook(join(import.meta.dirname, '../../phrases/en')))
const about = { outlet: 'Signal & Reel', published: '2031-02-01' }
const NEIGHBOUR = 'In other news from television: networks, a streamer, its series, episodes and sitcoms.'

/** The claims of a text that stands beside other news, as most do. */
export const claimsIn = (text: string): Claim[] => read(fromText(`${text}\n\n${NEIGHBOUR}`, about), knowledge)

/** Event and season of a claim → its speaker (— for the outlet itself) and the outlets on the way. */
export type Row = readonly [text: string, claim: string, speaker: string, ...via: string[]]

/** One suite for each kind, one test for each sentence. */
export function testAttributed(table: Readonly<Record<string, readonly Row[]>>): void {
  for (const [kind, rows] of Object.entries(table))
    describe(kind, () => {
      for (const [text, claim, speaker, ...via] of rows)
        test(`${text.slice(0, 110).replace(/\n+/g, ' / ')} → ${claim}: ${speaker}`, () => {
          const said = claimsIn(text).map((c) => `${c.event} ${c.season}: ${[c.speaker ?? '—', ...c.via].join(' < ')}`)
          const wanted = `${claim}: ${[speaker, ...via].join(' < ')}`.replace(/’/g, "'")
          assert.ok(
            said.map((s) => s.replace(/’/g, "'")).includes(wanted),
            `${wanted} is not among ${said.join(' | ')}`,
          )
        })
    })
}
