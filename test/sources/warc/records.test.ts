import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { pageOf } from '../../../src/sources/warc/page.ts'
import { piecesOf } from '../../../src/sources/warc/pieces.ts'
import { recordsOf } from '../../../src/sources/warc/records.ts'
import { packed, page, record } from './archive.ts'

const folder = mkdtempSync(join(tmpdir(), 'bubblewatch-warc-'))
after(() => rmSync(folder, { recursive: true }))

const START = { at: 0, within: 0 }
const address = (n: number | string): string => `https://outlet.example/${n}`
const one = (n: number | string, body: string | Uint8Array = page(`Page ${n}`)): Buffer =>
  record({ url: address(n), body })

/** The ends of the addresses of whole records, and of each fault what it is about and why. */
async function read(bytes: Uint8Array, from = START): Promise<{ whole: string[]; faults: string[] }> {
  const path = join(folder, 'archive')
  writeFileSync(path, bytes)
  const whole: string[] = []
  const faults: string[] = []
  for await (const found of recordsOf(piecesOf(path, from))) {
    if (found.kind === 'fault') faults.push(`${found.name?.split('/').at(-1) ?? '?'}: ${found.why}`)
    else whole.push(found.headers.get('warc-target-uri')!.split('/').at(-1)!)
  }
  return { whole, faults }
}

describe('the records of an archive', () => {
  const three = [one(1), one(2), one(3)]
  const plain = Buffer.concat(three)

  it('are the same in a plain file, in gzip members, and in one member for all', async () => {
    for (const bytes of [plain, packed(...three), gzipSync(plain)])
      assert.deepEqual(await read(bytes), { whole: ['1', '2', '3'], faults: [] })
  })

  it('are found where they are larger than what is read at once, or unpacked in one go', async () => {
    const large = [one(1), one(2, Buffer.alloc(6_000_000, 'words ')), one(3, Buffer.alloc(1_500_000, 'more ')), one(4)]
    for (const bytes of [Buffer.concat(large), packed(...large), gzipSync(Buffer.concat(large))])
      assert.deepEqual(await read(bytes), { whole: ['1', '2', '3', '4'], faults: [] })
  })

  it('go on from the place of any of them', async () => {
    const many = Array.from({ length: 40 }, (_, n) => one(n))
    for (const bytes of [Buffer.concat(many), packed(...many), gzipSync(Buffer.concat(many))]) {
      const path = join(folder, 'places')
      writeFileSync(path, bytes)
      const places = []
      for await (const { place } of recordsOf(piecesOf(path, START))) places.push({ ...place })
      assert.equal(places.length, 40)
      for (const n of [0, 1, 17, 39])
        assert.equal(
          (await read(bytes, places[n])).whole.join(),
          many
            .map((_, i) => i)
            .slice(n)
            .join(),
        )
    }
  })

  it('cut short at any byte are told, those before them read', async () => {
    for (const [bytes, ends] of [
      [plain, three.map((each) => each.length)],
      [packed(...three), three.map((each) => gzipSync(each).length)],
      [gzipSync(plain), []],
    ] as const) {
      for (let length = 1; length < bytes.length; length += 7) {
        const { whole, faults } = await read(bytes.subarray(0, length))
        const before = ends.filter((_, i) => ends.slice(0, i + 1).reduce((a, b) => a + b) <= length).length
        if (ends.length) assert.ok([before, before + 1].includes(whole.length), `${length}: ${whole.length}`)
        // Of a plain record the blank lines after it may be missing.
        assert.ok(faults.length === 1 || whole.length > 0, `${length}: nothing told`)
        assert.ok(faults.length <= 1, `${length}: ${faults}`)
      }
    }
  })

  it('with a wrong length are told, and the next is found', async () => {
    for (const [length, why] of [
      ['5', /has not the length that it says, 5 bytes/],
      ['400', /length/],
      ['99999999999', /length/],
      ['many', /does not say how long it is/],
      ['-3', /does not say how long it is/],
    ] as const) {
      const wrong = record({ url: address('x'), body: page('Wrong'), length })
      for (const bytes of [Buffer.concat([one(1), wrong, one(2), one(3)]), packed(one(1), wrong, one(2), one(3))]) {
        const { whole, faults } = await read(bytes)
        assert.deepEqual(whole, ['1', '2', '3'], length)
        assert.equal(faults.length, 1)
        assert.match(faults[0]!, /^x: /)
        assert.match(faults[0]!, why)
      }
    }
  })

  it('larger than 15 MB are told and passed over', async () => {
    const records = [one(1), one('x', Buffer.alloc(17_000_000, 32)), one(2)]
    for (const bytes of [Buffer.concat(records), packed(...records), gzipSync(Buffer.concat(records))])
      assert.deepEqual(await read(bytes), { whole: ['1', '2'], faults: ['x: is larger than 15 MB (18 MB)'] })
  })

  it('in a broken gzip member, or behind what is none, are told, and the next is found', async () => {
    const members = three.map((each) => gzipSync(each))
    const broken = Buffer.from(members[1]!)
    broken.fill(0xff, 60, 90)
    const wrongSum = Buffer.from(members[1]!)
    wrongSum[wrongSum.length - 8]! ^= 1
    for (const middle of [broken, wrongSum, members[1]!.subarray(0, 70), Buffer.from('<html>no archive</html>')]) {
      const { whole, faults } = await read(Buffer.concat([members[0]!, middle, members[2]!]))
      assert.deepEqual([whole.filter((n) => n !== '2'), faults.length], [['1', '3'], 1], String(faults))
    }
  })

  it('between which something else stands are found, and it is told once', async () => {
    const { whole, faults } = await read(
      Buffer.concat([one(1), Buffer.from(`${'junk '.repeat(300_000)}\r\n\r\n`), one(2)]),
    )
    assert.deepEqual(whole.at(-1), '2')
    assert.equal(faults.length, 1)
  })
})

describe('the page in a record', () => {
  const words = page('Café “Harbor”')
  const pageIn = async (bytes: Buffer): Promise<ReturnType<typeof pageOf>> => {
    const path = join(folder, 'page')
    writeFileSync(path, bytes)
    for await (const found of recordsOf(piecesOf(path, START))) {
      assert.equal(found.kind, 'record')
      if (found.kind === 'record') return pageOf(found)
    }
    throw new Error('no record')
  }
  const chunked = (bytes: Uint8Array): Buffer => {
    const parts: Buffer[] = []
    for (let at = 0; at < bytes.length; at += 50) {
      const part = bytes.subarray(at, at + 50)
      parts.push(Buffer.from(`${part.length.toString(16)};x=1\r\n`), Buffer.from(part), Buffer.from('\r\n'))
    }
    return Buffer.concat([...parts, Buffer.from('0\r\n\r\n')])
  }
  const wrapped = (body: string | Uint8Array, ...headers: string[]): Buffer =>
    record({ url: address('p'), body, headers: ['Content-Type: text/html; charset=utf-8', ...headers] })

  it('comes out of its wrappings, and as it stands where an archive has undone them already', async () => {
    for (const bytes of [
      wrapped(words),
      wrapped(chunked(Buffer.from(words)), 'Transfer-Encoding: chunked'),
      wrapped(chunked(gzipSync(words)), 'Transfer-Encoding: chunked', 'Content-Encoding: gzip'),
      wrapped(brotliCompressSync(words), 'Content-Encoding: br'),
      wrapped(words, 'Transfer-Encoding: chunked', 'Content-Encoding: gzip'),
      wrapped(words, 'Content-Encoding: br'),
    ]) {
      const found = await pageIn(bytes)
      assert.equal(found?.body.toString(), words)
      assert.deepEqual(
        [found?.url, found?.fetched, found?.contentType],
        [address('p'), '2031-06-01', 'text/html; charset=utf-8'],
      )
    }
  })

  it('is none in requests, pictures, redirects and errors', async () => {
    for (const bytes of [
      record({ url: address(1), body: words, type: 'request' }),
      record({ url: address(1), body: words, type: 'metadata' }),
      record({ url: address(1), body: words, headers: ['Content-Type: image/png'] }),
      record({ url: address(1), body: words, status: '301 Moved' }),
      record({ url: 'dns:outlet.example', body: words }),
    ])
      assert.equal(await pageIn(bytes), null)
  })

  it('is refused where its wrappings are broken, or hold more than 15 MB', async () => {
    const cut = (bytes: Buffer): Buffer => bytes.subarray(0, bytes.length - 30)
    await assert.rejects(pageIn(wrapped(cut(chunked(Buffer.from(words))), 'Transfer-Encoding: chunked')), /chunks/)
    await assert.rejects(pageIn(wrapped(cut(gzipSync(words)), 'Content-Encoding: gzip')), /has a body that is no gzip/)
    await assert.rejects(
      pageIn(wrapped(gzipSync(Buffer.alloc(16_000_000)), 'Content-Encoding: gzip')),
      /larger than 15 MB/,
    )
    await assert.rejects(
      pageIn(wrapped(gzipSync(words), 'Content-Encoding: zstd')),
      /encoded as zstd, which is not read/,
    )
  })
})
