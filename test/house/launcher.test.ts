// bin/bubblewatch: in a clone it installs once and hands over to the pinned Node; in an installed package it runs dist/.
// The clones are small ones in a temporary folder, and npm is played by a script that writes down what it was asked.
import assert from 'node:assert/strict'
import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { hostname, tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { after, test } from 'node:test'

const root = join(import.meta.dirname, '../..')
const { FLAGS } = createRequire(import.meta.url)('../../bin/flags.js') as { FLAGS: string[] }
const base = mkdtempSync(join(tmpdir(), 'bubblewatch-launcher-'))
after(() => rmSync(base, { recursive: true, force: true, maxRetries: 5 }))
const posix = { skip: process.platform === 'win32' && 'the stand-ins are shell scripts' }

const APP = `
const args: string[] = process.argv.slice(2)
if (args[0] === 'wait') {
  process.on('SIGTERM', () => { console.log('told to end'); process.exit(7) })
  setInterval(() => {}, 1000)
  console.log('waiting')
} else {
  console.log(JSON.stringify({ args, main: process.argv[1], cache: process.env.NODE_COMPILE_CACHE ?? null, flags: process.execArgv }))
  process.exitCode = 3
}
`

interface Clone {
  folder: string
  /** What npm was asked, a line each. */
  asked(): string[]
  run(args: string[], options?: { env?: NodeJS.ProcessEnv; nodeArgs?: string[] }): Promise<Ended>
  start(args: string[], env?: NodeJS.ProcessEnv): ChildProcess
}
interface Ended {
  code: number | null
  out: string
  err: string
}

let number = 0
/** @param npm what the stand-in for npm does after writing down what it was asked */
function makeClone(npm: string, kind: 'clone' | 'package' = 'clone'): Clone {
  const folder = join(base, `${kind}-${++number}`)
  const tools = join(base, `tools-${number}`)
  const log = join(base, `asked-${number}`)
  mkdirSync(tools, { recursive: true })
  cpSync(join(root, 'bin'), join(folder, 'bin'), { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{ "name": "small", "version": "1.0.0", "type": "module" }')
  if (kind === 'clone') {
    cpSync(join(root, 'scripts'), join(folder, 'scripts'), { recursive: true })
    mkdirSync(join(folder, 'src'))
    writeFileSync(join(folder, 'src/app.ts'), APP)
    writeFileSync(join(folder, 'package-lock.json'), lockOf('1.0.0'))
  } else {
    mkdirSync(join(folder, 'dist'))
    writeFileSync(join(folder, 'dist/app.js'), APP.replace(': string[]', ''))
  }
  writeFileSync(join(tools, 'npm'), `#!/bin/sh\necho "$@" >> '${log}'\n${npm}\n`)
  chmodSync(join(tools, 'npm'), 0o755)
  const start = (args: string[], env: NodeJS.ProcessEnv = {}, nodeArgs: string[] = []): ChildProcess => {
    const { NODE_COMPILE_CACHE: _, npm_lifecycle_event: __, ...rest } = process.env
    return spawn(process.execPath, [...nodeArgs, join(folder, 'bin/bubblewatch'), ...args], {
      env: { ...rest, PATH: [tools, process.env.PATH].join(delimiter), XDG_CACHE_HOME: join(base, 'cache'), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  }
  return {
    folder,
    asked: () => (existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : []),
    start,
    run: (args, { env, nodeArgs } = {}) => ended(start(args, env, nodeArgs)),
  }
}

function ended(child: ChildProcess): Promise<Ended> {
  let [out, err] = ['', '']
  child.stdout!.on('data', (chunk) => {
    out += chunk
  })
  child.stderr!.on('data', (chunk) => {
    err += chunk
  })
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err })))
}

function lockOf(version: string): string {
  const packages = {
    '': {},
    'node_modules/a': { version, integrity: 'x' },
    'node_modules/elsewhere': { version, optional: true },
  }
  return JSON.stringify({ packages })
}

/** npm ci, played: removes what is there, takes its time, brings a Node that is this one behind a script, writes its record. */
const installs = `
rm -rf node_modules; sleep 0.4; mkdir -p node_modules/node/bin
printf '#!/bin/sh\\nexec "${process.execPath}" "$@"\\n' > node_modules/node/bin/node; chmod +x node_modules/node/bin/node
sed 's/,"node_modules.elsewhere[^}]*}//' package-lock.json > node_modules/.package-lock.json`

test('a fresh clone installs, in one line, and hands over arguments and exit code', posix, async () => {
  const clone = makeClone(installs)
  const first = await clone.run(['read', 'a b', '--x="c"', ''])
  assert.equal(first.code, 3, first.err)
  assert.match(first.err, /^bubblewatch: installing [^\n]* done in \d+ s\n$/)
  const { args, main, cache, flags } = JSON.parse(first.out)
  assert.deepEqual(args, ['read', 'a b', '--x="c"', ''])
  assert.equal(main, join(clone.folder, 'src/app.ts'))
  assert.equal(cache, join(clone.folder, 'node_modules/.cache/compiled'))
  assert.deepEqual(flags, FLAGS)
  assert.match(clone.asked()[0]!, /^ci --include=dev/)

  const second = await clone.run(['again'])
  assert.deepEqual([second.code, second.err, clone.asked().length], [3, '', 1])
})

test('several that start at once install once', posix, async () => {
  const clone = makeClone(installs)
  const all = await Promise.all([1, 2, 3, 4].map((i) => clone.run([`${i}`])))
  assert.deepEqual(
    all.map(({ code, out }) => [code, JSON.parse(out).args[0]]),
    [1, 2, 3, 4].map((i) => [3, `${i}`]),
  )
  assert.equal(clone.asked().length, 1)
  assert.ok(!existsSync(join(clone.folder, '.installing')))
})

test('a lock file that changed installs anew; one that was only touched does not', posix, async () => {
  const clone = makeClone(installs)
  await clone.run([])
  const lock = join(clone.folder, 'package-lock.json')
  const later = new Date(Date.now() + 60_000)
  utimesSync(lock, later, later)
  assert.equal((await clone.run([])).err, '')
  assert.equal(clone.asked().length, 1)
  writeFileSync(lock, lockOf('1.0.1'))
  utimesSync(lock, later, later)
  assert.match((await clone.run([])).err, /installing/)
  assert.equal(clone.asked().length, 2)
})

test('the lock of a process that died is taken over, by one of those that wait', posix, async () => {
  const clone = makeClone(installs)
  const dead = spawn(process.execPath, ['-e', '0'])
  await new Promise((resolve) => dead.on('exit', resolve))
  mkdirSync(join(clone.folder, '.installing'))
  writeFileSync(join(clone.folder, '.installing/holder'), JSON.stringify({ pid: dead.pid, host: hostname() }))
  const all = await Promise.all([1, 2, 3].map((i) => clone.run([`${i}`])))
  assert.deepEqual(
    all.map(({ code }) => code),
    [3, 3, 3],
  )
  assert.equal(clone.asked().length, 1)
})

test('an install that fails says why, and leaves no lock', posix, async () => {
  const clone = makeClone('echo "no such registry" >&2; exit 9')
  const { code, out, err } = await clone.run([])
  assert.deepEqual([code, out], [1, ''])
  assert.match(err, /npm ci ended with 9:\nno such registry/)
  assert.ok(!existsSync(join(clone.folder, '.installing')))
})

test('an install without the pinned Node says what to do', posix, async () => {
  const clone = makeClone(`${installs}\nrm node_modules/node/bin/node`)
  const { code, err } = await clone.run([])
  assert.equal(code, 1)
  assert.match(err, /npm rebuild node --ignore-scripts=false/)
})

test('under the pinned Node itself the source runs in the same process', posix, async () => {
  const clone = makeClone(installs)
  await clone.run([])
  const pinned = join(clone.folder, 'node_modules/node/bin/node')
  rmSync(pinned)
  symlinkSync(process.execPath, pinned)
  const { code, out } = await clone.run(['here'])
  assert.equal(code, 3)
  assert.deepEqual(JSON.parse(out).args, ['here'])
  assert.equal(JSON.parse(out).main, join(clone.folder, 'src/app.ts'))
})

test('signals reach the program, and its end is the end of the command', posix, async () => {
  const clone = makeClone(installs)
  await clone.run([])
  const child = clone.start(['wait'])
  child.stdout!.once('data', () => child.kill('SIGTERM'))
  assert.deepEqual(await ended(child), { code: 7, out: 'waiting\ntold to end\n', err: '' })
})

test('a program started by npm ends with the shell that npm started it in', posix, async () => {
  const clone = makeClone(installs)
  await clone.run([])
  // As npm does: a shell in between, which dies of the signal that it is sent.
  const command = `'${process.execPath}' '${join(clone.folder, 'bin/bubblewatch')}' wait; true`
  const shell = spawn('/bin/sh', ['-c', command], {
    env: { ...process.env, npm_lifecycle_event: 'start' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  shell.stdout.once('data', () => shell.kill('SIGTERM'))
  // `close` comes when nobody holds the pipe any more.
  assert.equal((await ended(shell)).out, 'waiting\ntold to end\n')
})

test('an installed package runs in the same process, its code kept compiled', async () => {
  const { run, asked } = makeClone('', 'package')
  const { code, out, err } = await run(['read', 'x y'])
  assert.deepEqual([code, err, asked()], [3, '', []])
  assert.deepEqual(JSON.parse(out).args, ['read', 'x y'])
  if (process.platform === 'linux') assert.ok(existsSync(join(base, 'cache/bubblewatch/compiled')))
})

const old = join(base, 'old-node.cjs')
writeFileSync(
  old,
  `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.1.0' } })
Object.defineProperty(process, 'version', { value: 'v20.1.0' })`,
)

test('an installed package under an old Node hands over through npm, and says so', posix, async () => {
  const { run, asked, folder } = makeClone(
    'while [ "$1" != node ]; do shift; done; shift; echo "ran $@"; exit 5',
    'package',
  )
  const { code, out, err } = await run(['read', 'x y'], { nodeArgs: ['--require', old] })
  assert.deepEqual([code, out], [5, `ran ${join(folder, 'bin/bubblewatch')} read x y\n`])
  assert.match(err, /^bubblewatch: Node 20\.1\.0 is too old [^\n]*\n$/)
  assert.match(asked()[0]!, /^exec --yes .*--package=node@24 -- node /)
})

test('if npm brings an old Node once more, that is the end of it', posix, async () => {
  const { run, asked } = makeClone('', 'package')
  const { code, err } = await run([], { nodeArgs: ['--require', old], env: { BUBBLEWATCH_HANDED_OVER: '1' } })
  assert.deepEqual([code, asked()], [1, []])
  assert.match(err, /needs Node 22\.19 or newer; this is v20\.1\.0/)
})
