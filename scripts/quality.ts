// `npm run quality`: prints how well the reading does on our own corpus, as quality/README.md has it.
import { join } from 'node:path'
import { type PartScore, scoreEvents, scoreKinds, scoreManners, scoreParts } from '../corpus/quality.ts'
import { loadPhraseBook } from '../src/phrasebook/load.ts'
import { compile } from '../src/reading/index.ts'

const knowledge = compile(loadPhraseBook(join(import.meta.dirname, '../phrases/en')))

function print(title: string, scores: readonly PartScore[]): void {
  console.log(
    `| ${title} | texts | found | missed | spurious | status F1 | attributed F1 |\n|---|---|---|---|---|---|---|`,
  )
  for (const { part, articles, status, attributed, tally } of scores) {
    const { hit, missed, spurious } = tally
    console.log(
      `| ${part} | ${articles} | ${hit} | ${missed} | ${spurious} | ${status.toFixed(3)} | ${attributed.toFixed(3)} |`,
    )
  }
  console.log()
}

const parts = scoreParts(knowledge)
print('part', parts)
for (const { part, relayed } of parts.filter((p) => p.relayed.claims > 0))
  console.log(`${part}: of ${relayed.claims} claims found that came through another outlet, ${relayed.named} name it`)
console.log()
print('kind of error', scoreKinds(knowledge))
print('news by manner', scoreManners(knowledge))
print('news by event', scoreEvents(knowledge))
