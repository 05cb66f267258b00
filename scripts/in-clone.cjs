// Runs a TypeScript file of this clone under the Node that the project pins, installing first what is missing.
// Usage: node scripts/in-clone.cjs FILE [ARGUMENT…]. Plain JavaScript for any Node from 18 on.
'use strict'
const { existsSync, readFileSync, statSync, utimesSync } = require('node:fs')
const { join, resolve } = require('node:path')
const { pathToFileURL } = require('node:url')

const root = join(__dirname, '..')
const modules = join(root, 'node_modules')
const pinned = join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')

/**
 * @param {string} file the TypeScript file, absolute
 * @param {string[]} args its arguments
 */
exports.run = (file, args) => {
  if (['start', 'test', 'npx'].includes(process.env.npm_lifecycle_event)) require('../bin/hand-over.js').endWithParent()
  if (installed(root)) return start(file, args)
  require('./install.cjs')
    .install(root, installed)
    .then(
      () => start(file, args),
      (error) => {
        process.stderr.write(`bubblewatch: ${error.message}\n`)
        process.exit(1)
      },
    )
}

function start(file, args) {
  if (!existsSync(pinned)) {
    process.stderr.write(
      `bubblewatch: ${pinned} is missing. npm package "node" brings it by an install script; if those are switched off (ignore-scripts), run: npm rebuild node --ignore-scripts=false\n`,
    )
    process.exit(1)
  }
  const compiled = join(modules, '.cache', 'compiled')
  if (isPinned()) {
    // As under `npm start`, which puts node_modules/.bin first on the PATH.
    process.env.NODE_COMPILE_CACHE ??= compiled
    require('../bin/flags.js').setFlags()
    require('node:module').enableCompileCache(process.env.NODE_COMPILE_CACHE)
    process.argv = [process.argv[0], file, ...args]
    import(pathToFileURL(file).href)
    return
  }
  // glibc keeps memory for as many threads as there were; two such stores keep a long run's memory from creeping up.
  const env = { NODE_COMPILE_CACHE: compiled, MALLOC_ARENA_MAX: '2', ...process.env }
  require('../bin/hand-over.js').handOver(pinned, [...require('../bin/flags.js').FLAGS, file, ...args], { env })
}

function isPinned() {
  const [a, b] = [process.execPath, pinned].map((path) => statSync(path, { throwIfNoEntry: false }))
  return a !== undefined && b !== undefined && a.ino === b.ino && a.dev === b.dev
}

/**
 * Whether node_modules holds what package-lock.json asks for. npm writes its own record of what it installed last of all,
 * so that a record younger than the lock file says yes at the cost of two looks at the disk; else the two are compared.
 */
function installed(root) {
  const [lock, record] = [join(root, 'package-lock.json'), join(root, 'node_modules', '.package-lock.json')]
  const then = statSync(record, { throwIfNoEntry: false })
  if (!then) return false
  const wanted = statSync(lock, { throwIfNoEntry: false })
  if (!wanted || then.mtimeMs >= wanted.mtimeMs) return true
  const [want, have] = [lock, record].map((file) => JSON.parse(readFileSync(file, 'utf8')).packages)
  for (const [path, entry] of Object.entries(want)) {
    if (path === '' || (entry.optional && !have[path])) continue
    if (have[path]?.version !== entry.version || have[path]?.integrity !== entry.integrity) return false
  }
  const now = new Date()
  utimesSync(record, now, now)
  return true
}

if (require.main === module) {
  const [file, ...args] = process.argv.slice(2)
  exports.run(resolve(file), args)
}
