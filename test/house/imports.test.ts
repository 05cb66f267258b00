// The direction rule: imports point upstream only. First the checker itself on made-up imports, then the house.
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { importsOf, impureWords, wrongWay } from './imports.ts'

const root = join(import.meta.dirname, '../..')
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>
}

test('the imports of the house point upstream only', () => {
  const files = house()
  assert.ok(files.size > 20, 'the source was found')
  assert.deepEqual(wrongWay(files, new Set(Object.keys(manifest.dependencies))), [])
})

test('reading and verdict have no clock, no chance and no surroundings', () => {
  assert.deepEqual(impureWords(house()), [])
})

test('every way to write an import is seen', () => {
  const source = `import a from './a.ts'
import type { B } from "./b.ts"
import { type C } from './c.ts'
import d, { e } from './d.ts'
import * as f from './f.ts'
import './g.ts'
import type from './h.ts'
import {
  i,
  j, // why
} from './i.ts'
export * from './k.ts'
export type { L } from './l.ts'
export { m } from './m.ts'
const n = await import('./n.ts')
const o = new Worker(new URL('./o.ts', import.meta.url))
const p = require("./p.cjs")
  import q from './q.ts'
`
  assert.deepEqual(
    importsOf(source).map(({ specifier, typeOnly, line }) => `${line} ${specifier}${typeOnly ? ' (type)' : ''}`),
    [
      '1 ./a.ts',
      '2 ./b.ts (type)',
      '3 ./c.ts',
      '4 ./d.ts',
      '5 ./f.ts',
      '6 ./g.ts',
      '7 ./h.ts',
      '11 ./i.ts',
      '12 ./k.ts',
      '13 ./l.ts (type)',
      '14 ./m.ts',
      '18 ./q.ts',
      '15 ./n.ts',
      '16 ./o.ts',
      '17 ./p.cjs',
    ],
  )
})

test('what only looks like an import is none', () => {
  const source = `// import a from './a.ts'
/* import b from './b.ts'
import c from './c.ts' */
export const d = './d.ts'
export default './e.ts'
export { f }
export type { G }
export type H = 'from'
const style = new URL('./style.css', import.meta.url)
const text = "import i from './i.ts'"
 * import('./j.ts')
`.replace(' * import', '// import')
  assert.deepEqual(importsOf(source), [])
})

const RIGHT: [string, string][] = [
  ['article/a.ts', "import { s } from '../sources/s.ts'"],
  ['article/a.ts', "import { readFileSync } from 'node:fs'"],
  ['article/a.ts', "import { parseHTML } from 'linkedom'"],
  ['article/a.ts', "import { x } from '@scope/pkg/part'"],
  ['reading/r.ts', "import { a } from '../article/pure.ts'"],
  ['reading/r.ts', "import type { p } from '../phrasebook/p.ts'"],
  ['reading/r.ts', "import * as chrono from 'chrono-node'"],
  ['phrasebook/p.ts', "import { r } from '../reading/r.ts'"],
  ['catalogue/c.ts', "import { r } from '../reading/r.ts'"],
  ['ledger/l.ts', "import { c } from '../catalogue/c.ts'"],
  ['verdict/v.ts', "import type { l } from '../ledger/l.ts'"],
  ['verdict/v.ts', "import { c } from '../catalogue/c.ts'"],
  ['surfaces/cli.ts', "import { v } from '../verdict/v.ts'"],
  ['surfaces/cli.ts', "import { say } from './wording.ts'"],
  ['surfaces/web/page.ts', "import { say } from '../wording.ts'"],
  ['surfaces/web/page.ts', "import { x } from './style.ts'"],
  ['surfaces/web.ts', "import { x } from './web/style.ts'"],
  ['app.ts', "import { cli } from './surfaces/cli.ts'"],
  ['index.ts', "export * from './verdict/v.ts'"],
]

const WRONG: [string, string, RegExp][] = [
  ['sources/s.ts', "import { a } from '../article/a.ts'", /sources may not import from article/],
  ['article/a.ts', "import type { r } from '../reading/r.ts'", /article may not import from reading/],
  ['reading/r.ts', "import { p } from '../phrasebook/p.ts'", /only types from phrasebook/],
  ['reading/r.ts', "import type { c } from '../catalogue/c.ts'", /reading may not import from catalogue/],
  ['reading/r.ts', "import type { l } from '../ledger/l.ts'", /reading may not import from ledger/],
  ['reading/r.ts', "import { readFileSync } from 'node:fs'", /reading uses no part of Node/],
  ['reading/r.ts', "import { readFileSync } from 'fs'", /reading uses no part of Node/],
  ['reading/r.ts', "import { parseHTML } from 'linkedom'", /known to do no I\/O/],
  ['reading/r.ts', "const l = await import('../ledger/l.ts')", /reading may not import from ledger/],
  ['reading/r.ts', "import { a } from '../article/disk.ts'", /disk\.ts -> node:fs: reading does no I\/O/],
  ['verdict/v.ts', "import { l } from '../ledger/l.ts'", /ledger\/l\.ts -> node:sqlite: verdict does no I\/O/],
  ['verdict/v.ts', "import { s } from 'node:timers'", /verdict uses no part of Node/],
  ['verdict/v.ts', "import { cli } from '../surfaces/cli.ts'", /verdict may not import from surfaces/],
  ['phrasebook/p.ts', "import { l } from '../ledger/l.ts'", /phrasebook may not import from ledger/],
  ['catalogue/c.ts', "import type { v } from '../verdict/v.ts'", /catalogue may not import from verdict/],
  ['ledger/l.ts', "import { v } from '../verdict/v.ts'", /ledger may not import from verdict/],
  ['surfaces/cli.ts', "import { x } from './web/style.ts'", /a surface imports no other/],
  ['surfaces/web/page.ts', "import { x } from '../cli.ts'", /a surface imports no other/],
  ['surfaces/wording.ts', "import { x } from './cli.ts'", /what is shared knows no surface/],
  ['surfaces/cli.ts', "import { x } from '../app.ts'", /surfaces may not import from app/],
  ['index.ts', "export * from './surfaces/cli.ts'", /index may not import from surfaces/],
  ['app.ts', "import { x } from '../test/material.ts'", /outside src/],
  ['app.ts', "import { x } from './surfaces/gone.ts'", /no such file/],
  ['app.ts', "import axe from 'axe-core'", /no dependency/],
  ['app.ts', "import { x } from 'fs'", /write node:fs/],
  ['helpers/h.ts', 'export const x = 1', /stands in no room/],
]

/** A small house in which nothing points the wrong way. */
const SMALL: Record<string, string> = {
  'sources/s.ts': '',
  'article/a.ts': '',
  'article/pure.ts': '',
  'article/disk.ts': "import { readFileSync } from 'node:fs'",
  'reading/r.ts': '',
  'phrasebook/p.ts': '',
  'catalogue/c.ts': '',
  'ledger/l.ts': "import { DatabaseSync } from 'node:sqlite'",
  'verdict/v.ts': '',
  'surfaces/cli.ts': '',
  'surfaces/wording.ts': '',
  'surfaces/web/page.ts': '',
  'surfaces/web/style.ts': '',
  'app.ts': '',
  'index.ts': '',
}
const PACKAGES = new Set(['linkedom', 'chrono-node', '@scope/pkg'])

function complaintsIn(path: string, source: string): string[] {
  const files = { ...SMALL, [path]: `${SMALL[path] ?? ''}\n${source}\n` }
  return wrongWay(new Map(Object.entries(files).map(([name, text]) => [`src/${name}`, text])), PACKAGES)
}

test('the checker lets pass what points the right way', () => {
  for (const [path, source] of RIGHT) assert.deepEqual(complaintsIn(path, source), [], `${path}: ${source}`)
})

test('the checker complains, once, of what points the wrong way', () => {
  for (const [path, source, expected] of WRONG) {
    const complaints = complaintsIn(path, source)
    assert.equal(complaints.length, 1, `${path}: ${source}: ${complaints}`)
    assert.match(complaints[0]!, expected)
    assert.ok(complaints[0]!.startsWith(`src/${path}`), complaints[0])
  }
})

test('the checker knows a clock when it sees one', () => {
  const uses = [
    'const now = Date.now()',
    'const now = new Date()',
    'const n = Math.random()',
    'const e = process.env.X',
  ]
  for (const source of uses) {
    assert.equal(impureWords(new Map([['src/verdict/v.ts', source]])).length, 1, source)
    assert.deepEqual(impureWords(new Map([['src/ledger/l.ts', source]])), [])
  }
  assert.deepEqual(impureWords(new Map([['src/verdict/v.ts', 'const day = new Date(when)\n// not Date.now()']])), [])
})

function house(): Map<string, string> {
  const paths = globSync('src/**/*.ts', { cwd: root }).map((path) => path.replaceAll('\\', '/'))
  return new Map(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')]))
}
