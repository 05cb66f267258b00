// A worker in a process of its own, until it is killed: `worker-process.ts DATABASE_URL`. As `bubblewatch worker`, but sooner sure
// that another is dead.
import { join } from 'node:path'
import { openLedger } from '../../src/ledger/open.ts'
import { openExplainer } from '../../src/phrasebook/reader.ts'
import { openTools } from '../../src/watch/open.ts'
import { startWorker } from '../../src/watch/worker.ts'

const url = process.argv[2]!
const ledger = await openLedger(url)
const root = join(import.meta.dirname, '../..')
const { tools } = await openTools({ root, rules: 'test', ledger, shared: url })
// Eleven processes with threads of their own for reading would mostly wait for a processor: here this thread reads.
const explain = openExplainer(root)
tools.read = async (article) => {
  const { claims, facts } = explain(article)
  return { claims, facts }
}
const complain = (error: Error): void => console.error(error.message)
await startWorker({
  url,
  tools,
  complain,
  tell: ({ kind, name }) => console.log(`${kind} ${name}`),
  heartbeat: 10,
  lease: 5000,
})
console.log('works')
