// A process of its own that adds articles to a ledger: `writer.ts FILE NAME COUNT`. For ledger/open.test.ts.
import { openLedger } from '../../src/ledger/open.ts'
import { article, claim, HEARD } from './material.ts'

const [path, name, count] = process.argv.slice(2)
const ledger = await openLedger(path!)
for (let i = 0; i < Number(count); i++) {
  const a = article({ title: `${name} ${i}`, url: null })
  await ledger.add(a, [claim(a, 'has renewed')], HEARD)
}
await ledger.close()
