// Runs `npm ci` once, however many processes ask for it at the same time.
'use strict'
const { mkdirSync, readFileSync, rmdirSync, rmSync, statSync, utimesSync, writeFileSync } = require('node:fs')
const { hostname } = require('node:os')
const { delimiter, join, sep } = require('node:path')
const { spawn } = require('node:child_process')

// A lock that its holder has not touched for so long is abandoned, whatever else speaks for it.
const SILENT = 120_000
// … and one whose holder cannot be asked (on another machine, or gone before it wrote its name) after so long.
const DOUBTFUL = 15_000

/**
 * @param {string} root the clone
 * @param {(root: string) => boolean} installed
 */
exports.install = async (root, installed) => {
  const lock = join(root, '.installing')
  if (!(await take(lock, () => installed(root)))) return
  const beat = setInterval(() => touch(lock), 2_000)
  try {
    if (!installed(root)) await npmCi(root)
  } finally {
    clearInterval(beat)
    rmSync(lock, { recursive: true, force: true, maxRetries: 3 })
  }
}

/** Takes the lock (true), or waits until the work is done by another (false). */
async function take(lock, done) {
  for (let told = false; ; ) {
    try {
      mkdirSync(lock)
    } catch (error) {
      if (error.code !== 'EEXIST') throw new Error(`cannot install into this folder: ${error.message}`)
      if (abandoned(lock) && takeOver(lock)) return true
      if (!told) process.stderr.write('bubblewatch: another process is installing, waiting for it\n')
      told = true
      await new Promise((wake) => setTimeout(wake, 100))
      if (!exists(lock) && done()) return false
      continue
    }
    sign(lock)
    return true
  }
}

function sign(lock) {
  writeFileSync(join(lock, 'holder'), JSON.stringify({ pid: process.pid, host: hostname() }))
}

function abandoned(lock) {
  const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
  if (age > SILENT) return true
  try {
    const { pid, host } = JSON.parse(readFileSync(join(lock, 'holder'), 'utf8'))
    if (host === hostname()) return !alive(pid)
  } catch {}
  return age > DOUBTFUL
}

/** Of several that find a lock abandoned, one gets it: whoever makes the folder inside, and still finds it abandoned. */
function takeOver(lock) {
  const mark = join(lock, 'heir')
  try {
    if (Date.now() - (statSync(mark, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) > DOUBTFUL) rmdirSync(mark)
    const { mtimeMs } = statSync(lock)
    mkdirSync(mark)
    // Making the mark has touched the folder: judge it as it was before.
    utimesSync(lock, mtimeMs / 1000, mtimeMs / 1000)
    const mine = abandoned(lock)
    if (mine) sign(lock)
    rmdirSync(mark)
    if (mine) touch(lock)
    return mine
  } catch {
    return false
  }
}

function touch(lock) {
  try {
    const now = new Date()
    utimesSync(lock, now, now)
  } catch {}
}

function exists(path) {
  return statSync(path, { throwIfNoEntry: false }) !== undefined
}

function alive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

function npmCi(root) {
  const bin = join(root, 'node_modules', '.bin')
  const env = { ...process.env }
  // npm must not run on the Node that it is about to replace (npm scripts have node_modules/.bin on the PATH).
  const path = Object.keys(env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH'
  env[path] = (env[path] ?? '')
    .split(delimiter)
    .filter((folder) => folder !== bin && !folder.startsWith(join(root, 'node_modules') + sep))
    .join(delimiter)
  const windows = process.platform === 'win32'
  const args = ['ci', '--include=dev', '--include=optional', '--loglevel=error', '--no-audit', '--no-fund']
  const began = Date.now()
  process.stderr.write('bubblewatch: installing what this clone needs (once) …')
  return new Promise((resolve, reject) => {
    let said = ''
    const npm = spawn(windows ? 'npm.cmd' : 'npm', args, {
      cwd: root,
      env,
      shell: windows,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    for (const stream of [npm.stdout, npm.stderr]) stream.on('data', (chunk) => (said += chunk))
    npm.on('error', (error) => {
      process.stderr.write(' failed\n')
      reject(new Error(`npm does not start: ${error.message}`))
    })
    npm.on('close', (code, signal) => {
      if (code === 0) {
        process.stderr.write(` done in ${Math.round((Date.now() - began) / 1000)} s\n`)
        return resolve()
      }
      process.stderr.write(' failed\n')
      reject(new Error(`npm ci ended with ${signal ?? code}:\n${said.trim()}`))
    })
  })
}
