import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { decode } from '../../src/sources/charset.ts'

const latin = (text: string) => Buffer.from(text, 'latin1')
const utf8 = (text: string) => Buffer.from(text, 'utf8')
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16()

describe('decode', () => {
  const cases: Array<[string, Uint8Array, string | null, string]> = [
    ['UTF-8 when nobody says', utf8('Renée’s'), null, 'Renée’s'],
    ['the Western set when it is no UTF-8', latin('Ren\xe9e\x92s'), null, 'Renée’s'],
    ['the header', latin('Ren\xe9e'), 'text/html; charset=iso-8859-1', 'Renée'],
    ['a quoted header', latin('\xd0\xd1'), 'text/html; Charset="windows-1251"', 'РС'],
    ['the meta element', latin('<meta charset=windows-1251>\xd0\xd1'), 'text/html', '<meta charset=windows-1251>РС'],
    [
      'its older form',
      latin('<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">\xd2'),
      null,
      '<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">р',
    ],
    [
      'the XML declaration',
      latin('<?xml version="1.0" encoding="iso-8859-1"?>\xe9'),
      null,
      '<?xml version="1.0" encoding="iso-8859-1"?>é',
    ],
    [
      'the header before the meta element',
      utf8('<meta charset=windows-1251>é'),
      'text/html; charset=utf-8',
      '<meta charset=windows-1251>é',
    ],
    ['the mark before the header', utf8('\ufeffé'), 'text/html; charset=iso-8859-1', 'é'],
    ['UTF-16 with its mark, low byte first', Buffer.from('\ufeffé', 'utf16le'), null, 'é'],
    ['UTF-16 with its mark, high byte first', utf16be('\ufeffé'), null, 'é'],
    ['UTF-8 for a page that calls itself UTF-16', utf8('<meta charset="utf-16">é'), null, '<meta charset="utf-16">é'],
    [
      'the next source after an unknown name',
      utf8('<meta charset="utf-8">é'),
      'text/html; charset=klingon',
      '<meta charset="utf-8">é',
    ],
    ['Japanese', Buffer.from([0x83, 0x65, 0x83, 0x8c, 0x83, 0x72]), 'text/html; charset=Shift_JIS', 'テレビ'],
    [
      'the Western set for what is called UTF-8 and is none',
      latin('Ren\xe9e\x92s'),
      'text/html; charset=utf-8',
      'Renée’s',
    ],
    ['UTF-8 for what is called Western and is none', utf8('Renée’s'), 'text/html; charset=iso-8859-1', 'Renée’s'],
    ['UTF-8 with a broken letter', Buffer.concat([utf8('Renée’s '), latin('\xe9')]), null, 'Renée’s \ufffd'],
    ['nothing', Buffer.alloc(0), null, ''],
  ]
  for (const [what, bytes, type, text] of cases) it(`takes ${what}`, () => assert.equal(decode(bytes, type), text))
})
