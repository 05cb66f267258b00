// Every path of the repository that the documents name exists.
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { isThere, namedPaths } from './docs.ts'

const root = join(import.meta.dirname, '../..')

test('the paths that the documents name exist', () => {
  const first = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md']
  const documents = [...first, ...globSync(['docs/*.md', '{phrases,corpus}/README.md'], { cwd: root })]
  const missing = documents.flatMap((file) =>
    namedPaths(readFileSync(join(root, file), 'utf8'), file.replaceAll('\\', '/'))
      .filter(({ path }) => !isThere(root, path))
      .map(({ name, line }) => `${file}:${line} names ${name}`),
  )
  assert.deepEqual(missing, [])
})

test('paths are found in backticks and links, and nowhere else', () => {
  const text = `Stages stand in \`src/reading/read.ts\`, rooms in \`reading/read.ts\` and \`surfaces/\`; see [the guide](claims.md#events),
[home](../README.md "first page"), [web](https://example.org/src/x.ts), [here](#top) and \`CONTRIBUTING.md\`.
Run \`node scripts/in-clone.cjs bench/speed.ts --folder=x\`, or \`npm test -- test/house/\`. Line \`src/app.ts:12\`.
Patterns: \`phrases/en/*.yaml\`, \`src/{a,b}/*.ts\`. Placeholders: \`phrases/<language>/\`, \`src/…/x.ts\`, \`reading/verdict\`, \`and/or\`.
src/not/in/backticks.ts, \`\`docs/two.md\`\`

\`\`\`sh
cat \`src/in/a/fence.ts\` [x](in-a-fence.md)
\`\`\`
[ref]: ../LICENSE
`
  assert.deepEqual(
    namedPaths(text, 'docs/design.md').map(({ path, line }) => `${line} ${path}`),
    [
      '1 src/reading/read.ts',
      '1 src/reading/read.ts',
      '1 src/surfaces/',
      '1 docs/claims.md',
      '2 CONTRIBUTING.md',
      '2 README.md',
      '3 scripts/in-clone.cjs',
      '3 bench/speed.ts',
      '3 test/house/',
      '3 src/app.ts',
      '4 phrases/en/*.yaml',
      '4 src/{a,b}/*.ts',
      '5 docs/two.md',
      '10 LICENSE',
    ],
  )
})

test('a path is there, or it is not', () => {
  for (const path of [
    'package.json',
    'test/house/',
    'test/house/docs.test.ts',
    'test/house/*.test.ts',
    'test/{house,x}/*.ts',
  ]) {
    assert.ok(isThere(root, path), path)
  }
  for (const path of ['package.jsonn', 'test/house/none.ts', 'test/house/*.none', '../main']) {
    assert.ok(!isThere(root, path), path)
  }
})
