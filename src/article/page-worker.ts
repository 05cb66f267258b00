// The thread in which pages are read: answers each HTML with its page, null for one nested too deep, or the error's message.
import { parentPort } from 'node:worker_threads'
import { readPage } from './page.ts'

parentPort?.on('message', (html: string) => {
  try {
    parentPort?.postMessage({ page: readPage(html) })
  } catch (error) {
    parentPort?.postMessage({ error: error instanceof Error ? error.message : String(error) })
  }
})
