import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { readFileSource, readFolder } from '../../src/sources/files.ts'
import type { RawDocument } from '../../src/sources/raw-document.ts'

async function all(documents: AsyncIterable<RawDocument>): Promise<RawDocument[]> {
  const list: RawDocument[] = []
  for await (const document of documents) list.push(document)
  return list
}

describe('files', () => {
  let folder: string
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'bubblewatch-files-'))
    for (const name of [
      'b.txt',
      'a/z.md',
      'a/deep/page.HTML',
      'c.htm',
      'B.md',
      '.hidden.txt',
      '.git/x.txt',
      'picture.png',
      'notes',
    ]) {
      const path = join(folder, name)
      mkdirSync(join(path, '..'), { recursive: true })
      writeFileSync(path, `this is ${name}`)
    }
    symlinkSync(folder, join(folder, 'a/round'))
    symlinkSync(join(folder, 'b.txt'), join(folder, 'a/link.txt'))
  })
  after(() => rmSync(folder, { recursive: true }))

  it('reads a folder and what is in it, in one order', async () => {
    const read = await all(readFolder(folder))
    assert.deepEqual(
      read.map(({ name }) => relative(folder, name!)),
      ['B.md', 'a/deep/page.HTML', 'a/link.txt', 'a/z.md', 'b.txt', 'c.htm'],
    )
    assert.equal(read[0]!.text, 'this is B.md')
  })

  it('reads a file, whatever its ending', async () => {
    const name = join(folder, 'notes')
    assert.deepEqual(await readFileSource(name), { text: 'this is notes', contentType: null, name, url: null })
  })

  const failures: Array<[string, () => Promise<unknown>, RegExp]> = [
    [
      'a missing file',
      () => readFileSource(join(folder, 'none.txt')),
      /none\.txt: no such file or folder; check the path$/,
    ],
    ['a folder for a file', () => readFileSource(folder), /: no file; give a file's path$/],
    ['a missing folder', () => all(readFolder(join(folder, 'none'))), /none: no such file or folder; check the path$/],
    ['a file for a folder', () => all(readFolder(join(folder, 'b.txt'))), /b\.txt: no folder; give a folder’s path$/],
  ]
  for (const [what, work, message] of failures)
    it(`refuses ${what} in one line`, () => assert.rejects(work, { message }))

  it('refuses a file that is too large', async () => {
    const path = join(folder, 'large.txt')
    writeFileSync(path, '')
    truncateSync(path, 15_000_001)
    await assert.rejects(readFileSource(path), { message: `${path}: 16 MB, more than the 15 MB that are read` })
    rmSync(path)
  })
})
