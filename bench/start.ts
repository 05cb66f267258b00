// Measures the start: `bubblewatch read` on one article against a Node that does nothing, and the loading of the phrase book.
//
//   node bench/start.ts [FILE] [--runs N]
//
// The commands take turns, so that whatever else the machine does falls on all alike; medians and their ratio are printed.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { median } from './median.ts'

const root = join(import.meta.dirname, '..')
const { values, positionals } = parseArgs({ options: { runs: { type: 'string' } }, allowPositionals: true })
const runs = Number(values.runs ?? 21)
const file = positionals[0] ?? join(root, 'corpus/news/r1-f01-lockwood-drive.md')

const home = mkdtempSync(join(tmpdir(), 'bubblewatch-start-'))
const env = { ...process.env, HOME: home, XDG_CACHE_HOME: join(home, 'cache'), LOCALAPPDATA: home }
const phrases = `
import { loadPhraseBook } from './src/phrasebook/load.ts'
import { compile } from './src/reading/knowledge.ts'
const start = performance.now()
compile(loadPhraseBook('phrases/en', process.argv[1]))
console.log(performance.now() - start)`

/** Milliseconds that a command takes, from outside; `inside` takes its own word for it. */
function time(args: readonly string[], inside = false): number {
  const start = performance.now()
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, env, encoding: 'utf8' })
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}: ${stderr}`)
  return inside ? Number(stdout) : performance.now() - start
}

const script = ['--input-type=module-typescript', '-e', phrases]
const commands: Array<[name: string, run: () => number]> = [
  ['node -e 0', () => time(['-e', '0'])],
  ['bubblewatch --version', () => time(['bin/bubblewatch', '--version'])],
  ['bubblewatch read', () => time(['bin/bubblewatch', 'read', file])],
  ['phrase book from its files', () => time(script, true)],
  ['phrase book from its copy', () => time([...script, join(home, 'cache')], true)],
]

try {
  // Once each for the caches: what is measured is the second start.
  for (const [, run] of commands) run()
  const times = commands.map((): number[] => [])
  for (let i = 0; i < runs; i++) for (const [k, [, run]] of commands.entries()) times[k]!.push(run())
  const bare = median(times[0]!)
  for (const [k, [name]] of commands.entries()) {
    const ms = median(times[k]!)
    console.log(`${name.padEnd(28)} ${ms.toFixed(1).padStart(7)} ms  ${(ms / bare).toFixed(2).padStart(6)} ×`)
  }
} finally {
  rmSync(home, { recursive: true, force: true })
}
