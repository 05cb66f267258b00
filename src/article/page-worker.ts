// The thread in which pages are read: answers each HTML with its page, null for one nested too deep, or the error's message.
import { answer } from '../sources/threads.ts'
import { readPage } from './page.ts'

answer((html: string) => {
  try {
    return readPage(html)
  } catch (error) {
    throw new Error(`could not be taken apart (${error instanceof Error ? error.message : String(error)})`)
  }
})
