// The files of a phrase book, parsed and packed. YAML takes some thirty times as long to parse as JSON, so what came of the files is
// kept as JSON and taken from there as long as the files are the same, byte for byte.
import { createHash, hash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, resolve } from 'node:path'
import type * as Yaml from 'js-yaml'
import { pack } from './packing.ts'

/** Part of every fingerprint: raised when the same files come to be parsed otherwise. */
const FORM = 3

/** A file's name without its ending → what it holds. */
export type Parsed = ReadonlyMap<string, unknown>

interface Copy {
  fingerprint: string
  files: Record<string, unknown>
}

/**
 * Reads the YAML and JSON files of a folder, each as {@link pack} packs it.
 * @param folder as phrases/en
 * @param cache folder in which a parsed copy may be kept for the next time; without one, only that which is part of the
 *   package is looked at
 * @throws Error with the file's name and what is wrong in it
 */
export function readParsed(folder: string, cache?: string): Parsed {
  const sources = sourcesIn(folder)
  const fingerprint = fingerprintOf(sources)
  const kept = cache && join(cache, `${basename(folder)}-${hash('sha256', resolve(folder)).slice(0, 16)}.json`)
  for (const place of kept ? [packaged(folder), kept] : [packaged(folder)]) {
    const copy = readCopy(place)
    if (copy?.fingerprint === fingerprint) return new Map(Object.entries(copy.files))
  }
  const copy = copyOf(folder, sources)
  if (kept) keep(kept, copy)
  // Taken from the copy the first time too: whoever reads it gets the same, whatever YAML has that JSON has not.
  return new Map(Object.entries((JSON.parse(copy) as Copy).files))
}

/**
 * Writes the parsed copy of a folder that goes into the package.
 * @throws Error with the file's name and what is wrong in it
 */
export function packParsed(folder: string): void {
  const sources = sourcesIn(folder)
  writeFileSync(packaged(folder), copyOf(folder, sources))
}

/** Beside the folder: phrases/en.json for phrases/en. */
const packaged = (folder: string): string => `${resolve(folder)}.json`

type Sources = ReadonlyArray<readonly [name: string, content: Buffer]>

function sourcesIn(folder: string): Sources {
  const names = readdirSync(folder).filter((name) => /\.(?:yaml|json)$/.test(name))
  return names.sort().map((name) => [name, readFileSync(join(folder, name))])
}

function fingerprintOf(sources: Sources): string {
  const fingerprint = createHash('sha256').update(String(FORM))
  for (const [name, content] of sources) fingerprint.update(`\n${name} ${content.length}\n`).update(content)
  return fingerprint.digest('hex')
}

/** In ASCII, which V8 reads and parses twice as fast. */
const copyOf = (folder: string, sources: Sources): string =>
  JSON.stringify({ fingerprint: fingerprintOf(sources), files: packed(folder, sources) } satisfies Copy).replace(
    /[^\x00-\x7f]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

const packed = (folder: string, sources: Sources): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(parse(folder, sources)).map(([name, content]) => {
      try {
        return [name, pack(name, content)]
      } catch (error) {
        throw new Error(`phrase book: ${join(folder, name)}: ${(error as Error).message}`)
      }
    }),
  )

/**
 * The files of a folder as they are, sentences that try the phrases included.
 * @throws Error with the file's name and what is wrong in it
 */
export const parseFolder = (folder: string): Record<string, unknown> => parse(folder, sourcesIn(folder))

function parse(folder: string, sources: Sources): Record<string, unknown> {
  // Loaded only now: most starts never come here.
  const { load } = createRequire(import.meta.url)('js-yaml') as typeof Yaml
  return Object.fromEntries(
    sources.map(([name, content]) => {
      const yaml = name.endsWith('.yaml')
      try {
        return [name.replace(/\.\w+$/, ''), yaml ? load(String(content)) : JSON.parse(String(content))]
      } catch (error) {
        const reason = (error as Error).message.split('\n')[0]
        throw new Error(`phrase book: ${join(folder, name)} is no valid ${yaml ? 'YAML' : 'JSON'}: ${reason}`)
      }
    }),
  )
}

/** A copy that is not there, may not be read or was cut short is none. */
function readCopy(path: string): Copy | null {
  try {
    return JSON.parse(readFileSync(path, 'latin1')) as Copy
  } catch {
    return null
  }
}

/** Puts the copy in its place in one step, so that nobody ever reads half of it. Where nothing may be written, nothing is kept. */
function keep(path: string, copy: string): void {
  const beside = `${path}.${process.pid}.${performance.now()}`
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(beside, copy)
    renameSync(beside, path)
  } catch {
    try {
      rmSync(beside, { force: true })
    } catch {}
  }
}
