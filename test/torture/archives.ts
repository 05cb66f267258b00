// Kills processes that restore, import or back up, and looks at what is left: the target is as it was or as it was to be, what was
// there before is there, and the same command once more does what was asked.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { gunzipSync, gzipSync } from 'node:zlib'
import { keepAll, linesOf, readArchive } from '../../src/ledger/archive.ts'
import type { Ledger } from '../../src/ledger/ledger.ts'
import { openLedger } from '../../src/ledger/open.ts'
import { keptNo } from './material.ts'

/** Articles of an archive: three pieces. */
const ALL = 450

export interface Kill {
  /** Milliseconds after it begins. */
  after?: number
  step?: string
}

async function exported(ledger: Ledger): Promise<string> {
  let lines = ''
  for await (const line of linesOf(ledger)) lines += line
  return lines
}

async function archive(from: number, to: number): Promise<string> {
  const ledger = await openLedger(':memory:')
  await ledger.put(Array.from({ length: to - from }, (_, i) => keptNo(from + i)))
  const lines = await exported(ledger)
  await ledger.close()
  return lines
}

async function take(ledger: Ledger, lines: string): Promise<void> {
  await keepAll(
    readArchive(
      (async function* () {
        yield lines
      })(),
      true,
    ),
    ledger,
  )
}

async function run(place: string, command: string, file: string, { after, step }: Kill): Promise<string | null> {
  const args = [join(import.meta.dirname, 'archiving.ts'), place, command, file, ...(step ? [step] : [])]
  const child = spawn(process.execPath, args)
  if (after !== undefined) child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), after))
  child.stdout.resume()
  const [err, signal] = await Promise.all([
    text(child.stderr),
    new Promise<string | null>((done) => child.once('close', (_, signal) => done(signal))),
  ])
  assert.equal(err, '')
  // At random it may have been done before.
  if (step) assert.equal(signal, 'SIGKILL', `${command} never came to “${step}”`)
  return signal
}

async function looked<T>(place: string, look: (ledger: Ledger) => Promise<T>): Promise<T> {
  const began = performance.now()
  const ledger = await openLedger(place)
  assert.ok(performance.now() - began < 2_000, 'it opened too late')
  const seen = await look(ledger)
  await ledger.close()
  return seen
}

/** A server may still be committing what a process that was killed had asked for last: so it is looked at twice. */
async function settled(place: string): Promise<string> {
  const first = await looked(place, exported)
  await new Promise((done) => setTimeout(done, 50))
  const second = await looked(place, exported)
  assert.ok(second.length >= first.length)
  return second
}

/** @returns how often a restore was killed and had, or had not, been done */
export async function killRestores(folder: string, place: () => Promise<string>, kills: readonly Kill[]) {
  const [whole, empty] = [await archive(0, ALL), await archive(0, 0)]
  const file = join(folder, 'restore.gz')
  writeFileSync(file, gzipSync(whole))
  const ends = { old: 0, new: 0 }
  let at: string | null = null
  for (const kill of kills) {
    at ??= await place()
    await looked(at, async () => {})
    await run(at, 'restore', file, kill)
    const left = await settled(at)
    assert.ok(left === empty || left === whole, `${kill.step ?? kill.after}: a part was restored`)
    ends[left === whole ? 'new' : 'old']++
    if (left === empty && kill !== kills.at(-1)) continue
    // Once more, to the end.
    assert.equal(await run(at, 'restore', file, {}), null)
    assert.equal(await looked(at, exported), whole)
    at = null
  }
  return ends
}

/** What was there stays, whole articles come, and importing again brings the rest. */
export async function killImports(folder: string, place: () => Promise<string>, kills: readonly Kill[]): Promise<void> {
  const file = join(folder, 'import.ndjson')
  writeFileSync(file, await archive(100, 100 + ALL))
  const before = await archive(0, 150)
  const whole = await archive(0, 100 + ALL)
  const merged = new Set(whole.split('\n').slice(1, -2))
  for (const kill of kills) {
    const at = await place()
    await looked(at, (ledger) => take(ledger, before))
    await run(at, 'import', file, kill)
    const left = new Set((await settled(at)).split('\n').slice(1, -2))
    for (const line of before.split('\n').slice(1, -2)) assert.ok(left.has(line), 'what was there is lost')
    for (const line of left) assert.ok(merged.has(line), 'an article is not what it was')
    await looked(at, async (ledger) => take(ledger, readFileSync(file, 'utf8')))
    assert.equal(await looked(at, exported), whole)
  }
}

/** The file that is named holds the backup before or the new one, whole; what was left half is gone after the next. */
export async function killBackups(folder: string, place: () => Promise<string>, kills: readonly Kill[]): Promise<void> {
  const [file, at] = [join(folder, 'backup.gz'), await place()]
  const [before, whole] = [await archive(0, 10), await archive(0, ALL)]
  await looked(at, (ledger) => take(ledger, whole))
  for (const kill of kills) {
    writeFileSync(file, gzipSync(before))
    await run(at, 'backup', file, kill)
    const left = gunzipSync(readFileSync(file)).toString()
    assert.ok(left === before || left === whole, `${kill.step ?? kill.after}: the file is neither`)
    assert.equal(await looked(at, exported), whole)
  }
  const halves = (): string[] => readdirSync(folder).filter((name) => name.startsWith('.backup.gz.'))
  await run(at, 'backup', file, { step: 'before it has its name' })
  assert.equal(halves().length, 1, 'what the last one left, and no more')
  assert.equal(await run(at, 'backup', file, {}), null)
  assert.deepEqual(halves(), [])
}
