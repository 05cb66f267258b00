// Lets a process kill itself at a named step: a statement that it sends to its store, or a call that it makes to the file system.
import files from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'
import type { FILE_STEPS, Place } from './steps.ts'

const die = (): void => void process.kill(process.pid, 'SIGKILL')

/** Kills the process before or after it sends a statement. */
export function dieAt({ at, when, nth = 1 }: Place): void {
  let met = 0
  const around = <T>(sql: string, run: () => T): T => {
    const here = at.test(sql) && ++met === nth
    if (here && when === 'before') die()
    const result = run()
    if (here && when === 'after') {
      if (result instanceof Promise) return result.finally(die) as T
      die()
    }
    return result
  }
  const prepare = DatabaseSync.prototype.prepare
  DatabaseSync.prototype.prepare = function (sql) {
    const statement = prepare.call(this, sql)
    for (const name of ['all', 'run'] as const) {
      const run = statement[name].bind(statement) as (...values: never[]) => never
      statement[name] = ((...values: never[]) => around(sql, () => run(...values))) as never
    }
    return statement
  }
  const query = pg.Client.prototype.query as (...args: unknown[]) => unknown
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const sql = typeof args[0] === 'string' ? args[0] : (args[0] as { text?: string } | null)?.text
    return around(sql ?? '', () => query.apply(this, args))
  } as never
}

/** Kills the process before or after it calls a function of node:fs/promises. */
export function dieAtFile({ call: name, when }: (typeof FILE_STEPS)[string]): void {
  const call = files[name] as (...args: unknown[]) => Promise<unknown>
  const dying = async (...args: unknown[]): Promise<unknown> => {
    if (when === 'before') die()
    const result = await call(...args)
    die()
    return result
  }
  Object.assign(files, { [name]: dying })
  syncBuiltinESMExports()
}
