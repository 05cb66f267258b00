// Runs the command as its users do: in a process of its own, with a data folder of its own.
import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const ROOT = join(import.meta.dirname, '../..')
const APP = join(ROOT, 'src/app.ts')

export interface Ended {
  code: number | null
  out: string
  err: string
}

/** A folder with its own ledger. Whoever makes one removes it. */
export class Place {
  readonly folder = mkdtempSync(join(tmpdir(), 'bubblewatch-surfaces-'))
  readonly #running = new Set<ChildProcess>()

  /** Writes a file and tells its path. */
  file(name: string, content: string | Uint8Array): string {
    const path = join(this.folder, name)
    writeFileSync(path, content)
    return path
  }

  /** Starts the command. */
  start(args: readonly string[], env: NodeJS.ProcessEnv = {}): ChildProcess {
    const { NO_COLOR: _, npm_lifecycle_event: __, ...rest } = process.env
    const child = spawn(process.execPath, [APP, ...args], {
      cwd: this.folder,
      env: { ...rest, BUBBLEWATCH_DATA: join(this.folder, 'data'), ...env },
    })
    this.#running.add(child)
    child.on('exit', () => this.#running.delete(child))
    return child
  }

  /**
   * Runs the command to its end.
   * @param input what it finds on stdin
   */
  run(
    args: readonly string[],
    { input = '', env = {} }: { input?: string; env?: NodeJS.ProcessEnv } = {},
  ): Promise<Ended> {
    const child = this.start(args, env)
    child.stdin!.on('error', () => {}).end(input)
    return ended(child)
  }

  /** Starts a server and waits until it says where it is, and has read the sample if it means to. */
  async serve(args: readonly string[] = [], env: NodeJS.ProcessEnv = {}): Promise<Server> {
    const began = performance.now()
    const child = this.start(['serve', ...args], env)
    const end = ended(child)
    let toldAfter = 0
    const address = await new Promise<string>((found, failed) => {
      let out = ''
      child.stdout!.on('data', (chunk) => {
        out += chunk
        const address = /https?:\/\/\S+/.exec(out)?.[0]
        if (address) toldAfter ||= performance.now() - began
        const reads = out.includes('The sample is being read') && !out.includes('The sample is on the board')
        if (address && out.includes('Ctrl-C ends it.') && !reads) found(address)
      })
      void end.then(({ code, err }) => failed(new Error(`ended with ${code}: ${err}`)))
    })
    const stop = (): Promise<Ended> => {
      child.kill('SIGTERM')
      return end
    }
    return { address, toldAfter, child, end, stop }
  }

  /** Removes the folder, and ends what a failed test has left running: its pipes would keep the tests from ending. */
  remove(): void {
    for (const child of this.#running) child.kill('SIGKILL')
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Places that are made as they are needed and removed together. */
export class Places {
  readonly #made: Place[] = []

  /** Another place. Needs no `this`. */
  readonly add = (): Place => {
    const place = new Place()
    this.#made.push(place)
    return place
  }

  remove(): void {
    for (const place of this.#made) place.remove()
  }
}

export interface Server {
  address: string
  /** Milliseconds from its start to the line with its address. */
  toldAfter: number
  child: ChildProcess
  end: Promise<Ended>
  stop: () => Promise<Ended>
}

export function ended(child: ChildProcess): Promise<Ended> {
  let [out, err] = ['', '']
  child.stdout!.setEncoding('utf8').on('data', (chunk) => {
    out += chunk
  })
  child.stderr!.setEncoding('utf8').on('data', (chunk) => {
    err += chunk
  })
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err })))
}

/** An article of two claims about an invented show. */
export const ARTICLE = `Lumo Renews ‘Glass Harbor’

Lumo has renewed “Glass Harbor” for a second season, the streamer announced on Monday.

The second season of “Glass Harbor” premieres on Lumo on March 8, 2032.
`
