// Hands over to another process as if it were this one: same terminal, same signals, same exit code.
'use strict'
const { spawn } = require('node:child_process')

// Ctrl-C and Ctrl-\ reach every process of a terminal by themselves; passed on as well they would arrive twice.
const FROM_KEYBOARD = ['SIGINT', 'SIGQUIT']
const SIGNALS = [...FROM_KEYBOARD, 'SIGTERM', 'SIGHUP', 'SIGUSR2']

/**
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, shell?: boolean }} [options]
 */
exports.handOver = (command, args, options) => {
  const child = spawn(command, args, { stdio: 'inherit', ...options })
  const windows = process.platform === 'win32'
  const ended = new Set()
  for (const signal of windows ? ['SIGINT', 'SIGTERM'] : SIGNALS) {
    const pass = () => {
      if (FROM_KEYBOARD.includes(signal) && atTerminal()) return
      child.kill(signal)
    }
    process.on(signal, pass)
    ended.add(() => process.off(signal, pass))
  }
  child.on('error', (error) => {
    process.stderr.write(`bubblewatch: ${command} does not start: ${error.message}\n`)
    process.exit(1)
  })
  child.on('exit', (code, signal) => {
    for (const end of ended) end()
    if (signal) process.kill(process.pid, signal)
    else process.exit(code ?? 1)
  })
}

/** npm passes a signal on to its shell only, and the shell dies of it alone: `npm start`, ended, would leave a server behind. */
exports.endWithParent = () => {
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, 250)
  watch.unref()
}

function atTerminal() {
  const { isatty } = require('node:tty')
  return isatty(0) || isatty(1) || isatty(2)
}
