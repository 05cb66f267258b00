// The library as docs/library.md shows it: its examples run and print what the page says; bundled, it runs in a browser.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { bundle, HALVES } from '../../bench/bundle.ts'
import { packParsed } from '../../src/phrasebook/parsed.ts'
import { launchChromium } from '../chromium.ts'

const ROOT = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'bubblewatch-library-'))
after(() => rmSync(folder, { recursive: true, force: true }))

before(() => {
  // A copy, for the packed book would stand beside the folder.
  cpSync(join(ROOT, 'phrases', 'en'), join(folder, 'en'), { recursive: true })
  packParsed(join(folder, 'en'))
  const { exports } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    exports: Record<string, { default: string } | string>
  }
  // What the package exports, out of its source.
  const places = Object.fromEntries(
    Object.entries(exports).map(([name, entry]) => {
      const path = typeof entry === 'string' ? entry : entry.default
      const file = path.endsWith('en.json')
        ? join(folder, 'en.json')
        : join(ROOT, path.replace('dist/', 'src/').replace(/\.js$/, '.ts'))
      return [`bubblewatch${name.slice(1)}`, pathToFileURL(file).href]
    }),
  )
  writeFileSync(
    join(folder, 'exports.mjs'),
    `import { registerHooks } from 'node:module'
const places = ${JSON.stringify(places)}
registerHooks({ resolve: (name, context, next) => (places[name] ? { url: places[name], shortCircuit: true, importAttributes: context.importAttributes } : next(name, context)) })
`,
  )
})

/** The examples of the page, each with what it prints. */
function examples(): Array<{ code: string; output: string }> {
  const page = readFileSync(join(ROOT, 'docs', 'library.md'), 'utf8')
  return [...page.matchAll(/```ts\n([\s\S]*?)```\n\n```output\n([\s\S]*?)```/g)].map(([, code, output]) => ({
    code: code!,
    output: output!,
  }))
}

test('the examples print what the page says', async () => {
  const found = examples()
  const page = readFileSync(join(ROOT, 'docs', 'library.md'), 'utf8')
  assert.equal(found.length, page.match(/```ts\n/g)?.length, 'each example says what it prints')
  assert.ok(found.length >= 3)
  for (const [i, { code, output }] of found.entries()) {
    const file = join(folder, `example-${i}.mts`)
    writeFileSync(file, code)
    assert.equal(await run(['--import', pathToFileURL(join(folder, 'exports.mjs')).href, file]), output)
  }
})

function run(args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd: folder }, (error, out, err) =>
      error ? reject(new Error(err)) : resolve(out),
    )
  })
}

test('bundled it needs nothing of Node, is as small as the page says, and reads in a browser', async () => {
  const code = await bundle(Object.values(HALVES).join('\n'))
  assert.doesNotMatch(code, /\bnode:/)
  assert.ok(gzipSync(code, { level: 9 }).length < 110_000, `${gzipSync(code, { level: 9 }).length} bytes gzipped`)
  const browser = await launchChromium()
  try {
    const page = await browser.newPage()
    const packed = readFileSync(join(folder, 'en.json'), 'utf8')
    const said = await page.evaluate(
      async ([code, packed]) => {
        const library = await import(URL.createObjectURL(new Blob([code!], { type: 'text/javascript' })))
        const knowledge = library.compile(library.bookOf(JSON.parse(packed!)))
        const article = library.fromText('Lumo has renewed the drama series “Glass Harbor” for a second season.', {
          outlet: 'Signal & Reel',
          published: '2031-05-12',
        })
        const claims = library.heardIn(article, library.read(article, knowledge), '2031-05-12')
        return library.resolve(claims, { show: 'Glass Harbor', season: 2, day: '2031-06-01' }).fate
      },
      [code, packed],
    )
    assert.equal(said, 'renewed')
  } finally {
    await browser.close()
  }
})
