// Lays a sentence out in lines, with the words that carry the claim marked in it, line by line.
import type { Terminal } from './terminal.ts'
import { oneLine } from './terminal.ts'

/** Stand for the beginning and the end of the evidence while the text is laid out; oneLine() lets no such sign pass. */
const [OPEN, CLOSE] = ['\u0001', '\u0002']
const MARKS = new RegExp(`[${OPEN}${CLOSE}]`, 'g')

/** A sentence and where the evidence stands in it, in UTF-16 code units from its start. */
export interface Quoted {
  sentence: string
  start: number
  end: number
}

/**
 * The lines of a sentence with its evidence marked.
 * @param indent put before every line
 */
export function quote(
  { sentence, start, end }: Quoted,
  indent: string,
  { width, evidence }: Pick<Terminal, 'width' | 'evidence'>,
): string[] {
  const from = Math.max(0, start)
  const [before, marked, after] = [sentence.slice(0, from), sentence.slice(from, end), sentence.slice(end)].map(
    oneLine,
  ) as [string, string, string]
  let open = false
  return wrap(`${before}${OPEN}${marked}${CLOSE}${after}`.trim(), width === null ? null : width - indent.length).map(
    (line) => {
      // Every second part lies between an opening mark and a closing one, or the end of the line.
      const parts = `${open ? OPEN : ''}${line}`.split(MARKS)
      const laid = parts.map((part, i) => (i % 2 === 1 && part ? evidence(part) : part)).join('')
      if (line.includes(OPEN)) open = true
      if (line.includes(CLOSE)) open = false
      return indent + laid
    },
  )
}

/** Breaks at blanks; a word longer than the line stands alone. The marks take no room. */
export function wrap(text: string, width: number | null): string[] {
  if (width === null) return [text]
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line ? `${line} ${word}` : word
    if (line && longer.replace(MARKS, '').length > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return [...lines, line]
}
