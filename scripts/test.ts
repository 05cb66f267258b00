// `npm test`: type check, lint, tests; each type or lint error is a failure among the failures. Ends with `N passed, N failed`.
// `npm test -- test/reading some.test.ts` runs those tests only; the two checks always run.
import { spawn } from 'node:child_process'
import { globSync, statSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname, join } from 'node:path'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'

const root = dirname(import.meta.dirname)
process.chdir(root)

interface Check {
  name: string
  output: string
  failures: number
  seconds: number
}

/** Runs a tool's JavaScript entry under this Node; `count` finds the number of errors in what it printed. */
function check(name: string, [entry, ...args]: string[], count: (output: string) => number): Promise<Check> {
  const began = performance.now()
  return new Promise((resolve) => {
    const tool = spawn(process.execPath, [join(root, 'node_modules', entry!), ...args])
    let output = ''
    for (const stream of [tool.stdout, tool.stderr]) stream.on('data', (chunk) => (output += chunk))
    tool.on('close', (code) => {
      const failures = code === 0 ? 0 : Math.max(1, count(output))
      resolve({ name, output: output.trim(), failures, seconds: (performance.now() - began) / 1000 })
    })
  })
}

const checks = await Promise.all([
  check('type check', ['typescript/bin/tsc', '-p', '.', '--pretty', 'false'], (output) => {
    return output.match(/^\S.*?: error TS\d+|^error TS\d+/gm)?.length ?? 0
  }),
  check('lint', ['@biomejs/biome/bin/biome', 'check', '--max-diagnostics=200', '--colors=off'], (output) => {
    return Number(output.match(/Found (\d+) errors?/)?.[1] ?? 0)
  }),
])
let passed = 0
let failed = 0
for (const { name, output, failures, seconds } of checks) {
  if (failures === 0) passed++
  failed += failures
  if (failures > 0) console.log(`${output}\n`)
  const errors = `${failures} error${failures === 1 ? '' : 's'}`
  console.log(`${failures === 0 ? '✔' : '✖'} ${name}${failures === 0 ? '' : `: ${errors}`} (${seconds.toFixed(1)} s)`)
}

const wanted = process.argv.slice(2).map((path) => {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ? join(path, '**/*.test.ts') : path
})
const files = globSync(wanted.length > 0 ? wanted : 'test/**/*.test.ts').sort()
if (files.length === 0) {
  console.log(`✖ no test file${wanted.length > 0 ? ` is called ${wanted.join(' ')}` : ''}`)
  failed++
} else {
  const tests = run({ files, concurrency: Math.max(2, availableParallelism()), timeout: 600_000 })
  let skipped = 0
  tests.on('test:summary', ({ file, counts }) => {
    if (file !== undefined) return
    passed += counts.passed
    failed += counts.tests - counts.passed - counts.skipped - counts.todo
    skipped += counts.skipped + counts.todo
  })
  // A suite that throws while it tells its tests has none to count.
  tests.on('test:fail', ({ details }) => {
    const { failureType } = details.error as { failureType?: string }
    if (details.type === 'suite' && failureType !== 'subtestsFailed') failed++
  })
  await new Promise<void>((resolve, reject) => {
    const printed = tests.compose(spec)
    printed.on('error', reject).on('end', resolve)
    printed.pipe(process.stdout, { end: false })
  })
  if (skipped > 0) console.log(`\n${skipped} skipped or to do`)
}
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
