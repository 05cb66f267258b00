// Threads for work on what comes from outside: ended when a piece takes too long, needs too much memory or overflows the stack.
import { availableParallelism } from 'node:os'
import { parentPort, Worker } from 'node:worker_threads'

/** MB that a thread may have where nothing else is said. */
const MEMORY_MB = 1024
/** More threads than this cost more memory than they save time. */
const MOST_THREADS = 4

interface Job<In, Out> {
  given: In
  done: (made: Out) => void
  failed: (error: Error) => void
}

export interface ThreadSettings {
  /** The file that calls answer(). */
  file: URL
  /** Milliseconds that one piece of work may take. */
  milliseconds: number
  /** Handed to each thread as its workerData. */
  data?: unknown
  /** Threads at most; as many as the machine has processors, up to four, when left out. */
  most?: number
  /** MB that a thread may have; the fewer, the sooner its garbage is collected. */
  megabytes?: number
  /** MB that a thread may have of what it made just now, where memory is to stay small; as V8 sees fit when left out. */
  freshMegabytes?: number
}

/** A piece of work needed more memory than its thread may have. */
export class OutOfMemory extends Error {}

/** Some threads of one kind, started when there is work, kept for the next piece; an idle one keeps no process alive. */
export class Threads<In, Out> {
  readonly #settings: ThreadSettings
  readonly #most: number
  readonly #waiting: Job<In, Out>[] = []
  readonly #idle: Worker[] = []
  #busy = 0

  constructor(settings: ThreadSettings) {
    this.#settings = settings
    this.#most = settings.most ?? Math.min(availableParallelism(), MOST_THREADS)
  }

  /**
   * Has a piece of work done as soon as a thread is free.
   * @param given what structured clone can copy
   * @throws Error whose message goes on from "the page …" or the like: "took longer than 20 s"; OutOfMemory
   */
  do(given: In): Promise<Out> {
    return new Promise((done, failed) => {
      this.#waiting.push({ given, done, failed })
      this.#next()
    })
  }

  #next(): void {
    if (this.#busy >= this.#most) return
    const job = this.#waiting.shift()
    if (!job) return
    this.#busy++
    const worker = this.#idle.pop() ?? this.#start()
    worker.ref()
    const finish = (reusable: boolean) => {
      clearTimeout(timer)
      worker.off('message', onAnswer)
      worker.off('error', onError)
      worker.unref()
      if (reusable) this.#idle.push(worker)
      else void worker.terminate()
      this.#busy--
      this.#next()
    }
    const onAnswer = (answer: { made: Out } | { error: string }) => {
      finish(true)
      if ('made' in answer) job.done(answer.made)
      else job.failed(new Error(answer.error))
    }
    const onError = (error: Error & { code?: string }) => {
      finish(false)
      job.failed(
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? new OutOfMemory(`needed more than ${this.#settings.megabytes ?? MEMORY_MB} MB of memory`)
          : new Error(`could not be taken apart (${error.message})`),
      )
    }
    const timer = setTimeout(() => {
      finish(false)
      job.failed(new Error(`took longer than ${this.#settings.milliseconds / 1000} s`))
    }, this.#settings.milliseconds)
    worker.on('message', onAnswer)
    worker.on('error', onError)
    worker.postMessage(job.given)
  }

  #start(): Worker {
    const { file, data, megabytes = MEMORY_MB, freshMegabytes } = this.#settings
    const worker = new Worker(file, {
      execArgv: [],
      workerData: data,
      resourceLimits: {
        maxOldGenerationSizeMb: megabytes,
        ...(freshMegabytes ? { maxYoungGenerationSizeMb: freshMegabytes } : {}),
      },
    })
    // One that dies idle fails no work: the next piece starts another.
    worker.on('error', () => {})
    worker.on('exit', () => {
      const at = this.#idle.indexOf(worker)
      if (at >= 0) this.#idle.splice(at, 1)
    })
    return worker
  }
}

/** In a thread: answers each piece of work, or with the message of what it throws. */
export function answer<In, Out>(work: (given: In) => Out | Promise<Out>): void {
  parentPort?.on('message', async (given: In) => {
    try {
      parentPort?.postMessage({ made: await work(given) })
    } catch (error) {
      parentPort?.postMessage({ error: error instanceof Error ? error.message : String(error) })
    }
  })
}
