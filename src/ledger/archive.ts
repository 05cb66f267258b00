// A ledger as lines of text, and back: export, import, backup and restore. The same ledger gives the same bytes, on every store.
//
// An archive holds no paths, and nothing that it tells is believed before it has been checked: the shape of each line, every id
// against what it stands for, every span against its text.
import { createHash } from 'node:crypto'
import type { z } from 'zod'
import type { Fact } from '../reading/facts/fact.ts'
import { articleLine, endLine, FORMAT, headerLine } from './archive-schema.ts'
import { articleId, claimId, keptArticle } from './identity.ts'
import type { Ledger } from './ledger.ts'
import type { Kept } from './records.ts'

/** Characters of a line, at most: twice what the longest article that is fetched can take. */
const LONGEST = 64 * 1024 * 1024
/** Articles that are kept at a time, and characters after which fewer are. */
const BATCH = 200
const HEAVY = 4 * 1024 * 1024

/**
 * All that a ledger keeps, as lines: a header, a line for each article, and an end that tells whether something is missing.
 * @returns each line with its line feed
 */
export async function* linesOf(ledger: Ledger): AsyncGenerator<string> {
  const hash = createHash('sha256')
  const counted = (line: unknown): string => {
    const text = `${JSON.stringify(line)}\n`
    hash.update(text)
    return text
  }
  yield counted({ bubblewatch: 'ledger', format: FORMAT })
  let articles = 0
  for await (const { article, heard, sample, readings } of ledger.everything()) {
    const id = articleId(article)
    const made = readings.map((r) => ({ ...r, claims: r.claims.map((c) => ({ id: claimId(id, c), ...c })) }))
    yield counted({ id, article, heard, sample, readings: made })
    articles++
  }
  yield `${JSON.stringify({ articles, sha256: hash.digest('hex') })}\n`
}

/** An article out of an archive. */
export interface Archived {
  id: string
  kept: Kept
  /** Characters of its line. */
  size: number
}

/**
 * Reads an archive, checking all of it.
 * @param chunks text, parted anyhow
 * @param whole an archive without its end is refused, as one that was cut off
 * @throws Error of one line, with the number of the line that is wrong
 */
export async function* readArchive(chunks: AsyncIterable<string>, whole: boolean): AsyncGenerator<Archived> {
  const hash = createHash('sha256')
  let [number, articles, ended] = [0, 0, false]
  for await (const line of split(chunks)) {
    number++
    const wrong = (what: string): Error => new Error(`line ${number}: ${what}`)
    if (ended) throw wrong('something follows the end')
    const value = parse(line, wrong)
    if (number === 1) {
      check(headerLine, value, () =>
        wrong(`no export of a ledger that this Bubblewatch knows (format ${FORMAT}, or an earlier one)`),
      )
    } else if (value && typeof value === 'object' && 'sha256' in value) {
      const end = check(endLine, value, wrong)
      if (end.articles !== articles || end.sha256 !== hash.copy().digest('hex'))
        throw wrong('the end does not fit what stands before it: the file has been damaged')
      ended = true
    } else {
      yield { ...articleIn(check(articleLine, value, wrong), wrong), size: line.length }
      articles++
    }
    hash.update(`${line}\n`)
  }
  if (number === 0) throw new Error('it is empty')
  if (whole && !ended) throw new Error('it has been cut off: its last line is missing')
}

type Wrong = (what: string) => Error

/** Lines without their line feeds; the last may lack one. */
async function* split(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let parts: string[] = []
  let length = 0
  for await (const chunk of chunks) {
    let from = 0
    for (let to = chunk.indexOf('\n'); to >= 0; to = chunk.indexOf('\n', from)) {
      yield parts.join('') + chunk.slice(from, to)
      parts = []
      length = 0
      from = to + 1
    }
    parts.push(chunk.slice(from))
    length += chunk.length - from
    if (length > LONGEST) throw new Error(`a line is longer than ${LONGEST} characters`)
  }
  const last = parts.join('')
  if (last) yield last
}

function parse(line: string, wrong: Wrong): unknown {
  try {
    return JSON.parse(line)
  } catch {
    throw wrong('not JSON')
  }
}

function check<T extends z.ZodType>(shape: T, value: unknown, wrong: Wrong): z.infer<T> {
  const { success, data, error } = shape.safeParse(value)
  if (success) return data
  const { path, message } = error.issues[0]!
  throw wrong(`${path.join('.') || 'the line'}: ${message}`)
}

/** An article whose ids and spans are what they say. */
function articleIn({ id, ...line }: z.infer<typeof articleLine>, wrong: Wrong): { id: string; kept: Kept } {
  const article = {
    ...line.article,
    publishedAt: line.article.publishedAt ?? null,
    modified: line.article.modified ?? null,
  }
  const { text } = line.article
  const within = ({ start, end }: { start: number; end: number }): boolean => start <= end && end <= text.length
  if (articleId(keptArticle(article)) !== id) throw wrong('the id is not that of this article')
  if (![...line.article.emphasis, ...line.article.headings].every(within)) throw wrong('a span lies outside the text')
  if (new Set(line.readings.map((r) => r.reading)).size < line.readings.length)
    throw wrong('the same rules have read it twice')
  const readings = line.readings.map(({ reading, read, claims, facts = [] }) => ({
    reading,
    read,
    ...(facts.length ? { facts: facts.map((fact) => placed(fact as Fact, text, wrong)) } : {}),
    claims: claims.map(({ id: told, stage, why, ...rest }) => {
      const steps = why.map(({ span, ...step }) => (span ? { ...step, span } : step))
      const claim = { ...rest, ...(stage ? { stage } : {}), why: steps }
      if (claimId(id, claim) !== told) throw wrong('the id is not that of this claim')
      if (![claim.span, claim.sentence].every(within)) throw wrong('a claim lies outside the text')
      if (text.slice(claim.span.start, claim.span.end) !== claim.evidence)
        throw wrong('a claim’s evidence does not stand where it says')
      return claim
    }),
  }))
  return { id, kept: { article, heard: line.heard, sample: line.sample, readings } }
}

/** A fact whose evidence stands where it says. */
function placed(fact: Fact, text: string, wrong: Wrong): Fact {
  const { span, sentence, evidence } = fact
  if (![span, sentence].every(({ start, end }) => start <= end && end <= text.length))
    throw wrong('a fact lies outside the text')
  if (text.slice(span.start, span.end) !== evidence) throw wrong('a fact’s evidence does not stand where it says')
  return fact
}

/** Some articles at a time. */
async function* piecesOf(archive: AsyncIterable<Archived>): AsyncGenerator<Kept[]> {
  let [piece, size]: [Kept[], number] = [[], 0]
  for await (const one of archive) {
    piece.push(one.kept)
    size += one.size
    if (piece.length < BATCH && size < HEAVY) continue
    yield piece
    ;[piece, size] = [[], 0]
  }
  if (piece.length) yield piece
}

/**
 * Keeps what an archive holds, piece by piece, so that others may write meanwhile. What the ledger has already stays as it is:
 * importing twice is importing once, and an import that was stopped is done by importing again.
 * @returns how many articles it held, and how many were new
 */
export async function keepAll(
  archive: AsyncIterable<Archived>,
  ledger: Ledger,
): Promise<{ all: number; added: number }> {
  let [all, added] = [0, 0]
  for await (const piece of piecesOf(archive)) {
    const kept = await ledger.put(piece)
    all += kept.length
    added += kept.filter((one) => one.added).length
  }
  return { all, added }
}

/**
 * Keeps what an archive holds in one piece: all of it, or, whatever happens, nothing.
 * @returns how many articles it held
 */
export async function keepWhole(archive: AsyncIterable<Archived>, ledger: Ledger): Promise<number> {
  return (await ledger.putAll(piecesOf(archive))).length
}
