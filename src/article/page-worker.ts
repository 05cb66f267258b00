// The thread in which pages are read: answers each HTML with its page, null for one nested too deep, or the error's message.
import { answer } from '../sources/threads.ts'
import { readPage } from './page.ts'

/** Letters beyond which it is no article: laying them out would keep those waiting who asked. */
const MOST_LETTERS = 1_000_000

answer((html: string) => {
  const page = read(html)
  const letters = page?.blocks.reduce((sum, { runs }) => sum + runs.reduce((n, { text }) => n + text.length, 0), 0)
  if (letters && letters > MOST_LETTERS)
    throw new Error(`holds more than ${MOST_LETTERS.toLocaleString('en-GB')} letters, as no article does`)
  return page
})

function read(html: string): ReturnType<typeof readPage> {
  try {
    return readPage(html)
  } catch (error) {
    throw new Error(`could not be taken apart (${error instanceof Error ? error.message : String(error)})`)
  }
}
