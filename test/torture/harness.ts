// Kills processes that keep articles, and looks at what is left: nothing acknowledged lost, nothing half, nothing twice, opened soon.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { linesOf } from '../../src/ledger/archive.ts'
import type { Ledger } from '../../src/ledger/ledger.ts'
import { openLedger } from '../../src/ledger/open.ts'
import { BATCH, keptNo } from './material.ts'

/** Milliseconds within which a ledger must open after a crash. */
const OPENS_WITHIN = 2_000
/** Articles that are asked of a process: more than it keeps before it is killed. */
const MANY = 100_000

export interface Round {
  /** Articles acknowledged in this round. */
  acknowledged: number
  /** Milliseconds. */
  opened: number
}

/** A ledger under torture. */
export class Victim {
  readonly #place: string
  #acknowledged = 0
  /** The longest that opening took, in milliseconds. */
  slowest = 0

  constructor(place: string) {
    this.#place = place
  }

  get acknowledged(): number {
    return this.#acknowledged
  }

  /** Kills a process some milliseconds after its first acknowledgement, or where it kills itself, and looks. */
  async round({ after = null, step = null }: { after?: number | null; step?: string | null }): Promise<Round> {
    const before = this.#acknowledged
    const { code, signal, err } = await this.#run(MANY, after, step)
    assert.equal(signal, 'SIGKILL', `it ended by itself with ${code}: ${err}`)
    const began = performance.now()
    const ledger = await openLedger(this.#place)
    const opened = performance.now() - began
    this.slowest = Math.max(this.slowest, opened)
    assert.ok(opened < OPENS_WITHIN, `opened after ${opened} ms`)
    // A server may still be doing what the process that was killed had asked of it last.
    if (!(await this.#look(ledger))) assert.ok(await this.#look(ledger), 'an article is counted that is not there')
    await ledger.close()
    return { acknowledged: this.#acknowledged - before, opened }
  }

  /** Keeps the rest undisturbed; what is there then must be what a ledger that nobody disturbed holds. */
  async finish(): Promise<void> {
    const to = this.#acknowledged + 10 * BATCH
    const { code, err } = await this.#run(to, null, null)
    assert.equal(code, 0, err)
    const quiet = await openLedger(':memory:')
    for (let i = 0; i < to; i += 100)
      await quiet.put(Array.from({ length: Math.min(100, to - i) }, (_, n) => keptNo(i + n)))
    const ledger = await openLedger(this.#place)
    const claims = async (of: Ledger) => (await of.claims()).map((c) => c.id)
    assert.deepEqual(await claims(ledger), await claims(quiet))
    const articles = async (of: Ledger): Promise<string[]> => {
      const found: string[] = []
      for await (const line of linesOf(of)) found.push(line.slice(0, 75))
      return found.slice(1, -1)
    }
    assert.deepEqual(await articles(ledger), await articles(quiet))
    await Promise.all([ledger.close(), quiet.close()])
  }

  #run(to: number, after: number | null, step: string | null) {
    const args = [join(import.meta.dirname, 'ingest.ts'), this.#place, String(this.#acknowledged), String(to)]
    const child = spawn(process.execPath, [...args, ...(step ? [step] : [])])
    let [rest, err] = ['', '']
    let armed = after === null
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      if (!armed) setTimeout(() => child.kill('SIGKILL'), after!)
      armed = true
      const lines = (rest + chunk).split('\n')
      rest = lines.pop()!
      if (lines.length) this.#acknowledged = Number(lines.at(-1)) + 1
    })
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      err += chunk
    })
    return new Promise<{ code: number | null; signal: string | null; err: string }>((done) =>
      child.on('close', (code, signal) => done({ code, signal, err })),
    )
  }

  /**
   * Every article that was acknowledged is there; every one that is there is whole; none is there twice.
   * @returns whether as many were counted as were there
   */
  async #look(ledger: Ledger): Promise<boolean> {
    const seen = new Set<number>()
    for await (const { article, readings } of ledger.everything()) {
      const i = Number(article.title!.slice('No. '.length))
      assert.ok(!seen.has(i), `No. ${i} is there twice`)
      seen.add(i)
      assert.ok(readings.length >= 1, `No. ${i} has no reading`)
      for (const { reading, claims } of readings)
        assert.equal(claims.length, i % 4, `No. ${i} lacks claims of ${reading}`)
    }
    for (let i = 0; i < this.#acknowledged; i++) assert.ok(seen.has(i), `No. ${i} was acknowledged and is lost`)
    return (await ledger.counts()).articles === seen.size
  }
}
