// Runs the installed package: in this process if its Node will do, else under Node 24 through npm.
'use strict'
const { join } = require('node:path')
const { pathToFileURL } = require('node:url')

const LEAST = [22, 19]

/**
 * @param {string} app the compiled command
 * @param {string[]} args
 */
exports.run = (app, args) => {
  if (process.env.npm_lifecycle_event === 'npx') require('./hand-over.js').endWithParent()
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > LEAST[0] || (major === LEAST[0] && minor >= LEAST[1])) return here(app, args)
  const least = LEAST.join('.')
  if (process.env.BUBBLEWATCH_HANDED_OVER) {
    // npm gave us the same old Node again: its install scripts are switched off, or there is no binary for this machine.
    process.stderr.write(
      `bubblewatch: needs Node ${least} or newer; this is ${process.version}, and npm could not bring Node 24.\n`,
    )
    process.exit(1)
  }
  process.stderr.write(
    `bubblewatch: Node ${process.version.slice(1)} is too old (${least} or newer); running under Node 24 through npm\n`,
  )
  const windows = process.platform === 'win32'
  const again = [join(__dirname, 'bubblewatch'), ...args]
  const quoted = windows ? again.map((a) => `"${a.replace(/"/g, '""')}"`) : again
  require('./hand-over.js').handOver(
    windows ? 'npm.cmd' : 'npm',
    ['exec', '--yes', '--loglevel=error', '--package=node@24', '--', 'node', ...quoted],
    { env: { ...process.env, BUBBLEWATCH_HANDED_OVER: '1' }, shell: windows },
  )
}

function here(app, args) {
  // What is kept compiled is kept for these settings.
  require('./flags.js').setFlags()
  require('node:module').enableCompileCache?.(join(cacheFolder(), 'compiled'))
  // Node 22 calls its own SQLite experimental on every start; that is no news to whoever runs this command.
  const { emitWarning } = process
  process.emitWarning = (warning, ...rest) => {
    if (/SQLite is an experimental feature/.test(String(warning))) return
    emitWarning.call(process, warning, ...rest)
  }
  process.argv = [process.argv[0], app, ...args]
  import(pathToFileURL(app).href)
}

function cacheFolder() {
  const { homedir } = require('node:os')
  const { env, platform } = process
  const base =
    platform === 'win32'
      ? env.LOCALAPPDATA || join(homedir(), 'AppData', 'Local')
      : platform === 'darwin'
        ? join(homedir(), 'Library', 'Caches')
        : env.XDG_CACHE_HOME || join(homedir(), '.cache')
  return join(base, 'bubblewatch')
}
