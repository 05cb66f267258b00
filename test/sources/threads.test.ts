// Work in threads that may be ended: what needs too much memory fails alone, and says so.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { OutOfMemory, Threads } from '../../src/sources/threads.ts'

/** A thread that makes as many lists as it is told to, and holds them all. */
const WORK = `
  import { parentPort } from 'node:worker_threads'
  parentPort.on('message', (count) => {
    const lists = []
    for (let i = 0; i < count; i++) lists.push([i])
    parentPort.postMessage({ made: lists.length })
  })`
const settings = { file: new URL(`data:text/javascript,${encodeURIComponent(WORK)}`), milliseconds: 60_000, most: 1 }

describe('a thread', () => {
  it('that may have little memory says when work needs more, and the next piece is done', async () => {
    const small = new Threads<number, number>({ ...settings, megabytes: 32, freshMegabytes: 8 })
    await assert.rejects(
      small.do(3_000_000),
      (error) => error instanceof OutOfMemory && error.message === 'needed more than 32 MB of memory',
    )
    assert.equal(await small.do(10), 10)
  })

  it('may have more where nothing is said', async () => {
    assert.equal(await new Threads<number, number>(settings).do(3_000_000), 3_000_000)
  })
})
