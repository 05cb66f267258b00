// A process that keeps articles until it is killed: `ingest.ts PLACE FROM TO [STEP]`. Each line that it prints is the number of an
// article that the ledger has acknowledged. With a step it kills itself there; the steps are SQL statements, so that nothing in the
// ledger need know of them.
import { writeSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'
import { articleId, keptArticle } from '../../src/ledger/identity.ts'
import { openLedger } from '../../src/ledger/open.ts'
import { againNo, BATCH, keptNo } from './material.ts'
import { STEPS } from './steps.ts'

const [place, from, to, step] = process.argv.slice(2) as [string, string, string, string?]

function dieAt({ at, when }: (typeof STEPS)[string]): void {
  const die = (): void => void process.kill(process.pid, 'SIGKILL')
  const around = <T>(sql: string, run: () => T): T => {
    const here = at.test(sql)
    if (here && when === 'before') die()
    const result = run()
    if (here && when === 'after') {
      if (result instanceof Promise) return result.finally(die) as T
      die()
    }
    return result
  }
  const prepare = DatabaseSync.prototype.prepare
  DatabaseSync.prototype.prepare = function (sql) {
    const statement = prepare.call(this, sql)
    for (const name of ['all', 'run'] as const) {
      const run = statement[name].bind(statement) as (...values: never[]) => never
      statement[name] = ((...values: never[]) => around(sql, () => run(...values))) as never
    }
    return statement
  }
  const query = pg.Client.prototype.query as (...args: unknown[]) => unknown
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const sql = typeof args[0] === 'string' ? args[0] : (args[0] as { text?: string } | null)?.text
    return around(sql ?? '', () => query.apply(this, args))
  } as never
}

if (step) dieAt(STEPS[step]!)
const ledger = await openLedger(place)
for (let i = Number(from); i < Number(to); i += BATCH) {
  const numbers = Array.from({ length: BATCH }, (_, n) => i + n)
  // Some one by one, some together; a few are read again.
  if (i % 2) await ledger.put(numbers.map(keptNo))
  else for (const n of numbers) await ledger.put([keptNo(n)])
  const { article } = keptNo(i)
  if (i % (4 * BATCH) === 0) await ledger.reread(articleId(keptArticle(article)), againNo(i))
  writeSync(1, numbers.map((n) => `${n}\n`).join(''))
}
await ledger.close()
