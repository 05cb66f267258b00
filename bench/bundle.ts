// What the library weighs in a browser: each half bundled and minified by esbuild, and the phrase book beside it.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { packParsed } from '../src/phrasebook/parsed.ts'

const root = dirname(import.meta.dirname)

/**
 * Bundles code for browsers.
 * @param code whose imports are relative to the repository
 * @throws Error when it needs anything that a browser has not
 */
export async function bundle(code: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: root, loader: 'ts' },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    logLevel: 'silent',
  })
  return outputFiles[0]!.text
}

export const HALVES = {
  reading: `export { compile, fromText, read } from './src/reading/index.ts'; export { bookOf } from './src/phrasebook/book.ts'`,
  verdict: `export { heardIn, resolve } from './src/verdict/index.ts'`,
} as const

if (import.meta.main) {
  const told = (name: string, text: string): void =>
    console.log(
      `${name.padEnd(24)}${(text.length / 1000).toFixed(1).padStart(8)} kB${(gzipSync(text, { level: 9 }).length / 1000).toFixed(1).padStart(8)} kB gzipped`,
    )
  for (const [name, code] of Object.entries(HALVES)) told(name, await bundle(code))
  told('both', await bundle(Object.values(HALVES).join('\n')))
  const packed = join(root, 'phrases', 'en.json')
  if (!existsSync(packed)) packParsed(join(root, 'phrases', 'en'))
  told('the phrase book', readFileSync(packed, 'utf8'))
}
