// What may be added, and how it is told apart. A new kind of source is a file here, and a line in kinds.ts.
import type { About } from '../../article/blocks.ts'
import type { Response } from '../../sources/request.ts'
import type { Tools } from '../tools.ts'
import type { Found } from './follow.ts'

/** Something that was named to be added, as far as it has been looked at. */
export interface Given {
  /** As it was named: a path, an address, or "-" for stdin. */
  name: string
  /** What its address answers; null for what is none. */
  answer: Response | null
  /** It is a folder of this machine. */
  folder: boolean
  /** The first bytes of a file; empty for the rest. */
  head: Buffer
}

/** What came of one thing, for the user. */
export type Told =
  | { kind: 'article'; name: string; added: boolean; claims: number }
  | { kind: 'source'; name: string; added: boolean }
  | {
      kind: 'archive'
      name: string
      /** Whole records, the pages among them, and those of the pages that were taken apart. */
      records: number
      pages: number
      taken: number
      /** What was no whole record, or held no whole page. */
      faults: number
    }

/** What adding needs. */
export interface Work extends Tools {
  /** What the texts do not tell; believed before them. */
  about: About
  /** Hosts that may be reached although their addresses are not public. */
  allowPrivate: readonly string[]
  /** Aborted when the user wants it to stop: what is under way is ended, nothing more begun. */
  signal: AbortSignal
  tell: (told: Told) => void
  /** One line about what could not be kept. */
  complain: (line: string) => void
  /** One line about what could not be had now, and is tried again. */
  warn: (line: string) => void
  /** How far it is; `all` null where nobody knows. */
  progress: (done: number, all: number | null, of: string) => void
}

/** What something was found to be. */
export interface Plan {
  /** "a folder with 12 articles"; null where there is nothing to say that is not plain. */
  found: string | null
  /** The feeds that will be followed; left out where there are none. */
  feeds?: readonly Found[]
  run: (work: Work) => Promise<void>
}

export interface Kind {
  /**
   * @returns null for what is of another kind
   * @throws Error in one line for what is of this kind, and can do nothing
   */
  recognise: (given: Given, asked: Pick<Work, 'allowPrivate' | 'polite'>) => Promise<Plan | null>
}
