// Twice the text takes at most 2.3 times as long, whatever it repeats: words of each file of phrases, and what the stages before
// and behind them look for.
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, test } from 'node:test'
import { load } from 'js-yaml'
import { fromText } from '../../src/article/text.ts'
import { loadPhraseBook } from '../../src/phrasebook/load.ts'
import { readWhole } from '../../src/reading/index.ts'
import { compile } from '../../src/reading/knowledge.ts'

const PHRASES = join(import.meta.dirname, '../../phrases/en')
const knowledge = compile(loadPhraseBook(PHRASES))

const BAR = 2.3
/** The machine has other things to do: one of these tries must come under the bar. */
const TRIES = 6
/** After so many tries on short texts, whose time is as much the sweeping of garbage as the reading, the texts grow fourfold. */
const SHORT_TRIES = 3
/** Milliseconds too few to tell anything by. */
const NOTHING = 15
const CHARACTERS = 50_000

/** Words of the trade, so that the first scan lets every text pass. */
const LEAD =
  'On television: the series, its season, an episode, its showrunner, a sitcom, a premiere, a finale on Netflix.\n\n'

const repeated = (unit: string, characters: number): string =>
  LEAD + unit.repeat(Math.ceil(characters / unit.length)).slice(0, characters)

/** Milliseconds of work, whatever else the machine does meanwhile: the least of several, since garbage is swept now and then. */
function work(text: string, times: number): number {
  const article = fromText(text, { published: '2031-05-10', outlet: 'Signal & Reel' })
  const taken = Array.from({ length: times }, () => {
    const start = process.cpuUsage()
    readWhole(article, knowledge)
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1000
  })
  return Math.min(...taken)
}

function assertLinear(text: (characters: number) => string, characters = CHARACTERS, times = 3): void {
  const ratios: number[] = []
  for (let i = 0; i < TRIES; i++) {
    const length = i < SHORT_TRIES ? characters : 4 * characters
    const [once, twice] = [work(text(length), times), work(text(2 * length), times)]
    ratios.push(twice / once)
    if (twice < NOTHING || twice / once <= BAR) return
  }
  assert.fail(`twice the text took ${ratios.map((r) => r.toFixed(2)).join(', ')} times as long`)
}

/** A phrase as a text would have it: "{get} (officially) renewed|picked" → "get officially renewed". */
const spelledOut = (phrase: string): string =>
  phrase
    .split(' ')
    .map((part) => part.split('|')[0]!)
    .join(' ')
    .replace(/[{}()]/g, '')
    .replace(/\b(theme|show)\b/g, 'the show')
    .replace(/\bseason\b/g, 'a second season')

/** What a file of phrases holds under `phrase:`, or else every string in it. */
function wordsOf(content: unknown): string[] {
  const found: string[] = []
  const collect = (value: unknown, key: string): void => {
    if (typeof value === 'string') found.push(key === 'phrase' ? `\u0000${value}` : value)
    else if (value && typeof value === 'object') for (const [k, v] of Object.entries(value)) collect(v, k)
  }
  collect(content, '')
  const phrases = found.filter((s) => s.startsWith('\u0000')).map((s) => s.slice(1))
  return phrases.length ? phrases : found
}

describe('twice the text takes at most 2.3 times as long', () => {
  for (const path of globSync(join(PHRASES, '*.yaml')).sort()) {
    const words = wordsOf(load(readFileSync(path, 'utf8'))).map(spelledOut)
    test(`all that ${basename(path)} looks for, in one endless sentence`, () => {
      assertLinear((n) => repeated(`${words.join(' ')} `, n))
    })
    test(`the longest that ${basename(path)} looks for, over and over`, () => {
      const longest = words.reduce((a, b) => (b.length > a.length ? b : a), '')
      assertLinear((n) => repeated(`${longest} `, n))
    })
  }

  const units: Record<string, string> = {
    names: 'Ruth Aldous, Hal Teague and Glass Harbor, ',
    'names in capitals': 'GLASS HARBOR ',
    'titles in quotation marks': '“Glass Harbor” ',
    'opening quotation marks': '“',
    'closing quotation marks': '” ',
    apostrophes: "'",
    'quotations in paragraphs': '“We will be back for another season,” said Ruth Aldous, the showrunner.\n\n',
    'quotations that never close': '“We will be back, she said.\n\n',
    said: 'said ',
    'who told which outlet':
      'Ruth Aldous told The Ringer’s podcast Deep Dish and told the magazine that in the same interview ',
    'an outlet asks': 'Deadline asked Ruth Aldous, Deadline’s Nellie Roth reports that ',
    'reports of reports': 'a source said that he denied that she believed that ',
    hedges: 'might not possibly be unlikely to ',
    seasons: 'season 2 ',
    'seasons in words': 'a second and third and final season ',
    'ordinals that stand for seasons': 'The second season ended, the third did, the second did. ',
    'seasons by hyphens': 'second-season-',
    commas: ', ',
    brackets: '((',
    colons: 'Glass Harbor: ',
    'full stops': '. ',
    initials: 'J.R.',
    'line breaks': 'Renewed\n\n',
    dates: 'March 8, 2018, next fall, ',
    'a slate': '• Glass Harbor (Lumo), season 2: May 5\n',
    'a scorecard': 'Renewed\n\nGlass Harbor (ABC)\n\nTin Ear — Moving to Lumo\n\n',
    'a calendar': 'May 5\n\nGlass Harbor (Lumo): The second season is here.\n\n',
    'plurals that include': 'Several dramas were cancelled, including Glass Harbor, ',
    renewals: 'Lumo has renewed “Glass Harbor” for a second season. ',
    'renewals in one sentence': 'Lumo has renewed Glass Harbor for a second season and ',
    'the show': 'the show will be renewed, it will return, they said, and its ',
    'a score': 'an 81/100 on Metacritic, ',
    'scores in brackets': 'Glass Harbor has an 81/100 on Metacritic, ahead of “Tin Ear” (75), “Low Orbit” (72), ',
    'a cast': 'starring Ruth Aldous, Mira Solberg as Agnes Pell (Hal Teague) and ',
    'who created it': '“Glass Harbor,” created by Ruth Aldous and created by ',
    'who plays whom': 'Mira Solberg, who plays Agnes Pell, ',
    'possessive parts': 'Mira Solberg’s Agnes in “Glass Harbor” and ',
    deaths: 'Agnes Pell died in the second season of “Glass Harbor,” and the death of ',
    appearances: 'Agnes Pell will appear in the second season of “Glass Harbor” and ',
    'what must wait':
      'the second season of “Tin Ear” will not film until “Glass Harbor” has wrapped before another series ',
    'series without a title': 'an untitled drama from Hal Teague, the Teague project, ',
    offshoots: 'a spinoff of Glass Harbor, the offshoot, the German version of “Tin Ear” and ',
    'works that become series':
      'develop the novel “Tin Ear” as a series, turn the book into a drama based on the game and ',
    letters: 'a',
    digits: '1',
    emoji: '😀',
    'half an emoji': '\ud83d',
  }
  for (const [name, unit] of Object.entries(units)) test(name, () => assertLinear((n) => repeated(unit, n)))

  test('shows that are all different', () => {
    const line = (i: number): string =>
      `Lumo renewed “Harbor${i} of Glass${(i * 7) % 1000}” for season ${1 + (i % 9)}, said Ruth${i} Aldous${i % 50} of Net${i}. `
    assertLinear((n) => LEAD + Array.from({ length: n / 90 }, (_, i) => line(i)).join(''))
  })

  test('a megabyte', () => {
    const line = 'Lumo has renewed “Glass Harbor” for a second season, Ruth Aldous told Signal & Reel on Monday.\n\n'
    assertLinear((n) => repeated(line, n), 500_000, 1)
  })
})
