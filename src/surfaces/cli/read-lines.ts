// `bubblewatch read --jsonl`: one article a line to its claims a line, as fast as they come and with no more memory than one needs.
import { open } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import type { Article } from '../../article/article.ts'
import { beginsWith } from '../../article/blocks.ts'
import { toDay } from '../../article/dates.ts'
import type { Reader } from '../../phrasebook/reader.ts'
import { openReader } from '../../phrasebook/reader.ts'
import type { Claim } from '../../reading/claim.ts'
import { claimFields } from '../records.ts'
import type { Terminal } from './terminal.ts'

/** What stands in for the fields that a line does not tell. */
export interface Defaults {
  published?: string
  outlet?: string
}

/**
 * Reads JSON Lines `{id, text, title?, outlet?, published?, url?}` and prints `{id, claims}` for each, in their order. A line that
 * is none is told on stderr with its number, and passed over.
 * @param input a path, or "-"
 * @returns how many lines were passed over
 * @throws Error in one line when the file cannot be read
 */
export async function readLines(input: string, defaults: Defaults, root: string, terminal: Terminal): Promise<number> {
  const stream = input === '-' ? process.stdin : await opened(input)
  const lines = createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })
  const reader = openReader(root)
  const where = input === '-' ? 'stdin' : input
  let [number, broken] = [0, 0]
  for await (const line of lines) {
    number++
    if (!line.trim()) continue
    try {
      await terminal.stream(
        JSON.stringify(
          answer(line.replace(/^\ufeff/, ''), defaults, reader, (warning) =>
            terminal.complain(`${where}, line ${number}: ${warning}`),
          ),
        ),
      )
    } catch (error) {
      broken++
      terminal.complain(`${where}, line ${number}: ${(error as Error).message}; passed over`)
    }
  }
  return broken
}

async function opened(path: string): Promise<Readable> {
  try {
    const file = await open(path)
    if ((await file.stat()).isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' })
    return file.createReadStream()
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    throw new Error(`${path}: ${REASONS[code ?? ''] ?? message}`)
  }
}

const REASONS: Record<string, string> = {
  ENOENT: 'no such file; check the path',
  EISDIR: 'is a folder; give a file of JSON Lines',
  EACCES: 'may not be read; check its permissions',
}

/**
 * One line's answer.
 * @throws Error saying what is wrong with the line
 */
function answer(
  line: string,
  defaults: Defaults,
  reader: Reader,
  warn: (warning: string) => void,
): { id: unknown; claims: Array<ReturnType<typeof claimFields>> } {
  const record = recordOf(line)
  const said = (key: string): string | null => {
    const value = record[key]
    if (value === undefined || value === null || value === '') return null
    if (typeof value !== 'string') throw new Error(`"${key}" is no string`)
    return value
  }
  const { id } = record
  if (typeof id !== 'string' && typeof id !== 'number') throw new Error('has no "id" (a string or a number)')
  const { text } = record
  if (typeof text !== 'string') throw new Error('has no "text" (a string)')
  const day = said('published')
  const published = day === null ? (defaults.published ?? null) : toDay(day)
  const article = {
    text,
    title: said('title'),
    outlet: said('outlet') ?? defaults.outlet ?? null,
    published,
    url: said('url'),
  }
  if (day !== null && published === null) warn('"published" is no date (YYYY-MM-DD); read without')
  return { id, claims: claimsIn(article, reader).map(claimFields) }
}

function recordOf(line: string): Record<string, unknown> {
  let record: unknown
  try {
    record = JSON.parse(line)
  } catch (error) {
    throw new Error(`no JSON (${(error as Error).message})`)
  }
  if (typeof record !== 'object' || record === null || Array.isArray(record)) throw new Error('no JSON object')
  return record as Record<string, unknown>
}

/** The claims of a text that is used exactly as given: a title that it does not begin with is read before it, and cut off again. */
function claimsIn(known: Pick<Article, 'text' | 'title' | 'outlet' | 'published' | 'url'>, reader: Reader): Claim[] {
  const { text, title } = known
  const rest = { author: null, publishedAt: null, modified: null, emphasis: [] }
  if (title === null || beginsWith(text, title)) {
    const first = text.split('\n', 1)[0]!.trimEnd()
    const headings = title !== null && beginsWith(title, first) ? [{ start: 0, end: first.length }] : []
    return reader({ ...known, ...rest, headings })
  }
  const claims = reader({ ...known, ...rest, text: `${title}\n\n${text}`, headings: [{ start: 0, end: title.length }] })
  return claims.filter((claim) => text.includes(claim.evidence))
}
