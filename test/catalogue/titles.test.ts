// Spellings of one show, and suggestions for a title that nobody knows.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { commonSpelling, nearestTitles, showKey } from '../../src/catalogue/titles.ts'

const SAME: string[][] = [
  ['The Defenders', 'Defenders', 'the defenders', 'THE DEFENDERS'],
  ['Grey’s Anatomy', "Grey's Anatomy", 'Greys Anatomy', 'Grey‘s Anatomy'],
  ['Will & Grace', 'Will and Grace', 'Will + Grace'],
  ['Pokémon', 'Pokemon', 'POKE\u0301MON'],
  [
    'The Office (UK)',
    'The Office',
    'The Office (U.S.)',
    'Office (2005)',
    'The Office (2005-2013)',
    'The Office (2005–)',
  ],
  ['S.W.A.T.', 'SWAT', 'S.W.A.T. (2017)'],
  ['9-1-1', '911', '9–1–1'],
  ['M*A*S*H', 'MASH'],
  ['Brooklyn Nine-Nine', 'Brooklyn Nine Nine'],
  ['Brønshøj', 'Bronshoj'],
  ['An Idiot Abroad', 'Idiot Abroad'],
]
const DIFFERENT: Array<[string, string]> = [
  ['Anne', 'Ann'],
  ['The A Word', 'The Word'],
  ['Suits', 'Suits LA'],
  ['Feud', 'Feud: Bette and Joan'],
  ['The 100', 'The 1000'],
  ['Doctor Who (Confidential)', 'Doctor Who'],
]

test('spellings of one show have one key', () => {
  for (const [first, ...others] of SAME)
    for (const other of others) assert.equal(showKey(other), showKey(first!), `${first} / ${other}`)
})

test('different shows have different keys', () => {
  for (const [a, b] of DIFFERENT) assert.notEqual(showKey(a), showKey(b))
})

test('a title of one word keeps it, and one without letters keeps itself', () => {
  assert.equal(showKey('The'), 'the')
  assert.equal(showKey('A'), 'a')
  assert.equal(showKey(' ?! '), '?!')
  assert.equal(showKey('어느 날'), showKey('어느 날'.normalize('NFD')))
})

test('any title has a key, and the key of a key is itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (title) => {
      const key = showKey(title)
      assert.equal(key === '', title.trim() === '')
      if (/^[a-z0-9]+$/.test(key)) assert.equal(showKey(key), key)
    }),
  )
})

test('the spelling shown is the most frequent, the first by code point among equals', () => {
  assert.equal(
    commonSpelling(
      new Map([
        ['Defenders', 2],
        ['The Defenders', 5],
      ]),
    ),
    'The Defenders',
  )
  assert.equal(
    commonSpelling(
      new Map([
        ['The Defenders', 2],
        ['Defenders', 2],
      ]),
    ),
    'Defenders',
  )
  assert.equal(commonSpelling(new Map()), null)
})

const KNOWN = [
  'Jessica Jones',
  'The Defenders',
  'The Punisher',
  'Brooklyn Nine-Nine',
  'One Day at a Time',
  'Lucifer',
  'The Good Place',
  'The Good Doctor',
  'Suits LA',
  'Suits',
]

test('a slip of the pen, a word left out and a word too many find the title', () => {
  assert.equal(nearestTitles('Jesica Jones', KNOWN, 3)[0], 'Jessica Jones')
  assert.equal(nearestTitles('brooklyn 99', KNOWN, 3)[0], 'Brooklyn Nine-Nine')
  assert.equal(nearestTitles('Lucifier', KNOWN, 3)[0], 'Lucifer')
  assert.equal(nearestTitles("Marvel's The Punisher", KNOWN, 3)[0], 'The Punisher')
  assert.deepEqual(nearestTitles('The Good Plaice', KNOWN, 3), ['The Good Place'])
  assert.deepEqual(nearestTitles('suits', KNOWN, 2), ['Suits', 'Suits LA'])
})

test('nothing near gives nothing; the order of the known titles does not matter', () => {
  assert.deepEqual(nearestTitles('Qwxyz', KNOWN, 3), [])
  assert.deepEqual(nearestTitles('', KNOWN, 3), [])
  assert.deepEqual(nearestTitles('The Good', KNOWN, 5), nearestTitles('The Good', KNOWN.toReversed(), 5))
})
