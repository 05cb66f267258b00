// The terminal: where lines go, whether they may be coloured, how wide they may be; and text from outside made safe for it.
import { once } from 'node:events'

/** Opens and closes a style; both empty where the output is no terminal. */
type Style = (text: string) => string

export interface Terminal {
  /** Columns to wrap at; null where the output is no terminal, and nothing is wrapped. */
  readonly width: number | null
  readonly bold: Style
  readonly dim: Style
  /** The words that carry a claim: underlined, or in «» where nothing can be. */
  readonly evidence: Style
  /** Prints a line. */
  print(line?: string): void
  /** Prints a line, and waits while the reader is slower than we are. */
  stream(line: string): Promise<void>
  /** How far long work is: a line that the next replaces, shown only where somebody watches. null takes it away. */
  progress(line: string | null): void
  /** One line to the user about what went wrong, on stderr. */
  complain(line: string): void
}

/** Columns beyond which a line is hard to read. */
const WIDEST = 100

/**
 * The terminal of this process. Ends the process quietly when the reader of its output goes away (`| head`).
 * @param env NO_COLOR, set to anything, switches styles off (https://no-color.org)
 */
export function openTerminal(env: NodeJS.ProcessEnv = process.env): Terminal {
  const { stdout, stderr } = process
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit(0)
  })
  const coloured = stdout.isTTY === true && !env.NO_COLOR
  const style = (open: string, close: string): Style =>
    coloured ? (text) => `\x1b[${open}m${text}\x1b[${close}m` : (text) => text
  let shown = false
  const clear = (): void => {
    if (shown) stderr.write('\r\x1b[K')
    shown = false
  }
  return {
    width: stdout.isTTY ? Math.min(stdout.columns || 80, WIDEST) : null,
    bold: style('1', '22'),
    dim: style('2', '22'),
    evidence: coloured ? style('1;4', '22;24') : (text) => `«${text}»`,
    print: (line = '') => {
      clear()
      stdout.write(`${line}\n`)
    },
    progress: (line) => {
      clear()
      if (line === null || stderr.isTTY !== true) return
      stderr.write(line)
      shown = true
    },
    stream: async (line) => {
      if (!stdout.write(`${line}\n`)) await once(stdout, 'drain')
    },
    complain: (line) => {
      clear()
      stderr.write(`bubblewatch: ${oneLine(line)}\n`)
    },
  }
}

/** C0 and C1 controls, which a terminal would obey, and the marks that turn the direction of text round. */
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/** Text from outside as one line of harmless text. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').replace(CONTROLS, '')
