// A file that stands under its name when it is whole and on the disk, and not before; until then it has a hidden name beside it.
import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { open, readdir, rename, rm, stat } from 'node:fs/promises'
import { hostname } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'

/** Milliseconds for which a half file of another machine, perhaps still being written, is left alone. */
const OTHERS = 60 * 60 * 1000

/**
 * Writes a file, readable by its owner alone. What earlier writers of it left that were killed is cleared away first.
 * @param file its path; what stands there is replaced in one step
 * @param from what yields the bytes, and what they are sent through
 * @throws Error of the system; then nothing is left
 */
export async function writeWhole(
  file: string,
  from: AsyncIterable<string | Uint8Array>,
  through: NodeJS.ReadWriteStream,
): Promise<void> {
  await clearHalves(file)
  const half = join(dirname(file), `${prefix(file)}${randomUUID()}.${process.pid}@${hostname()}`)
  try {
    await pipeline(from, through, createWriteStream(half, { flags: 'wx', mode: 0o600 }))
    const written = await open(half, 'r+')
    await written.sync()
    await written.close()
    await rename(half, file)
  } catch (error) {
    await rm(half, { force: true })
    throw error
  }
}

const prefix = (file: string): string => `.${basename(file)}.`
const HALF = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\.(\d+)@(.+)$/

/** Removes the half files of writers that are no more. */
async function clearHalves(file: string): Promise<void> {
  const folder = dirname(file)
  // Where the folder cannot be read, writing will tell why.
  for (const name of await readdir(folder).catch(() => [])) {
    const writer = name.startsWith(prefix(file)) && HALF.exec(name.slice(prefix(file).length))
    if (!writer) continue
    const half = join(folder, name)
    const [, pid, host] = writer
    const gone = host === hostname() ? !runs(Number(pid)) : (await age(half)) > OTHERS
    if (gone) await rm(half, { force: true })
  }
}

function runs(pid: number): boolean {
  try {
    // Signal 0 only asks.
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

const age = async (file: string): Promise<number> =>
  Date.now() - (await stat(file).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }))).mtimeMs
