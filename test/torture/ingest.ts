// A process that keeps articles until it is killed: `ingest.ts PLACE FROM TO [STEP]`. Each line that it prints is the number of an
// article that the ledger has acknowledged. With a step it kills itself there; the steps are SQL statements, so that nothing in the
// ledger need know of them.
import { writeSync } from 'node:fs'
import { articleId, keptArticle } from '../../src/ledger/identity.ts'
import { openLedger } from '../../src/ledger/open.ts'
import { dieAt } from './dying.ts'
import { againNo, BATCH, keptNo } from './material.ts'
import { STEPS } from './steps.ts'

const [place, from, to, step] = process.argv.slice(2) as [string, string, string, string?]

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
