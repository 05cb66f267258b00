// A file is written whole or not at all, and what killed writers left is cleared away: nobody else's.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { test } from 'node:test'
import { writeWhole } from '../../src/surfaces/cli/whole-file.ts'

async function* text(...parts: string[]): AsyncGenerator<string> {
  yield* parts
}

test('what a killed writer left goes with the next; what others write, or is none of it, stays', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'bubblewatch-whole-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'ledger.gz')
  const put = (name: string, minutesOld = 0): string => {
    writeFileSync(join(folder, name), 'half')
    const then = Date.now() / 1000 - minutesOld * 60
    utimesSync(join(folder, name), then, then)
    return name
  }
  // The number of a process that has ended.
  const ended = execFileSync(process.execPath, ['-p', 'process.pid']).toString().trim()
  const half = (pid: string | number, host: string): string => `.ledger.gz.${randomUUID()}.${pid}@${host}`
  put(half(ended, hostname()))
  put(half(ended, 'elsewhere.example'), 90)
  const stay = [
    put(half(process.ppid, hostname()), 90),
    put(half(ended, 'elsewhere.example'), 10),
    put(half(ended, hostname()).replace('ledger', 'other')),
    put('.ledger.gz.swp'),
  ]
  await writeWhole(file, text('all ', 'of it'), new PassThrough())
  assert.equal(readFileSync(file, 'utf8'), 'all of it')
  assert.deepEqual(readdirSync(folder).sort(), [...stay, 'ledger.gz'].sort())
})

test('what fails leaves what was there, and nothing beside it', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'bubblewatch-whole-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'ledger.gz')
  await writeWhole(file, text('first'), new PassThrough())
  const failing = async function* () {
    yield 'second'
    throw new Error('the store failed')
  }
  await assert.rejects(writeWhole(file, failing(), new PassThrough()), /^Error: the store failed$/)
  assert.equal(readFileSync(file, 'utf8'), 'first')
  mkdirSync(join(folder, 'taken'))
  await assert.rejects(writeWhole(join(folder, 'taken'), text('x'), new PassThrough()), /EISDIR|ENOTEMPTY|EEXIST|EPERM/)
  await assert.rejects(writeWhole(join(folder, 'no', 'such'), text('x'), new PassThrough()), /ENOENT/)
  assert.deepEqual(readdirSync(folder).sort(), ['ledger.gz', 'taken'])
})
