// HTML in a place where only words should stand ("Lost &#8217;Tapes&#8217; <em>Renewed</em>"), as words.
import { Parser } from 'htmlparser2'

/** The words of a snippet: entities decoded, tags dropped, runs of blanks made one, trimmed. */
export function plain(snippet: string): string {
  let text = snippet
  if (/[<&]/.test(snippet)) {
    text = ''
    const parser = new Parser({
      ontext: (piece) => {
        text += piece
      },
    })
    parser.write(snippet)
    parser.end()
  }
  return text.replace(/\s+/g, ' ').trim()
}
