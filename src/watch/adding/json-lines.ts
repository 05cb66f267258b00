// A file of JSON Lines {text, title?, outlet?, author?, published?, modified? or updated?, url?}: an article a line, of any length.
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { toDay, toMoment } from '../../article/dates.ts'
import { fromText } from '../../article/text.ts'
import { keepTold } from './article.ts'
import type { Kind, Work } from './kind.ts'

const LONGEST = 15_000_000

export const jsonLines: Kind = {
  async recognise({ name, head }) {
    const first = head
      .toString()
      .replace(/^\ufeff/, '')
      .trimStart()
      .split('\n', 1)[0]!
    const named = /\.(?:jsonl|ndjson)$/i.test(name)
    if (!head.length || (!named && !/^\{.*"text"\s*:/.test(first))) return null
    if (/^\{\s*"bubblewatch"\s*:\s*"ledger"/.test(first))
      throw new Error(`${name}: an export of a ledger; “bubblewatch import” adds what it holds`)
    return { found: 'articles as JSON Lines, read now', run: (work) => keepLines(name, work) }
  },
}

async function keepLines(path: string, work: Work): Promise<void> {
  const { size } = await stat(path)
  const stream = createReadStream(path)
  const lines = createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })
  let number = 0
  try {
    for await (const line of lines) {
      number++
      if (work.signal.aborted) return
      work.progress(Math.floor((100 * stream.bytesRead) / size), 100, 'percent')
      if (!line.trim()) continue
      try {
        await keepTold(`${path}, line ${number}`, articleOf(line.replace(/^\ufeff/, ''), work), work)
      } catch (error) {
        work.complain(`${path}, line ${number}: ${(error as Error).message}; passed over`)
      }
    }
  } finally {
    lines.close()
    stream.destroy()
  }
}

/** @throws Error saying what is wrong with the line */
function articleOf(line: string, { about }: Work): ReturnType<typeof fromText> {
  if (line.length > LONGEST) throw new Error(`longer than ${LONGEST / 1_000_000} MB`)
  let record: Record<string, unknown>
  try {
    record = JSON.parse(line) as Record<string, unknown>
  } catch (error) {
    throw new Error(`no JSON (${(error as Error).message})`)
  }
  if (typeof record?.text !== 'string') throw new Error('has no "text" (a string)')
  const said = (key: string): string | null => {
    const value = record[key]
    if (value === undefined || value === null || value === '') return null
    if (typeof value !== 'string') throw new Error(`"${key}" is no string`)
    return value
  }
  const told = { title: said('title'), outlet: said('outlet'), author: said('author'), url: said('url') }
  const published = toDay(said('published') ?? '')
  const modified = toMoment(said('modified') ?? said('updated') ?? '')
  return fromText(record.text, { ...told, published, modified, ...about })
}
