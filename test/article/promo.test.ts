import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Block } from '../../src/article/blocks.ts'
import { withoutPromo } from '../../src/article/promo.ts'

const p = (text: string, kind: Block['kind'] = 'paragraph'): Block => ({ kind, runs: [{ text, emphasis: false }] })
const PROSE = p('Corvid+ has renewed Silt for a second season, the streamer announced on Thursday morning.')
const END = p('A date for the new season is to be announced, the company said, in the course of the summer.')
const clean = (...blocks: Block[]): string[] =>
  withoutPromo(blocks, { title: 'Corvid+ Renews ‘Silt’', author: 'Dana Roque' }).map(({ runs }) => runs[0]!.text)
const kept = (...blocks: Block[]) => clean(PROSE, ...blocks, END).slice(1, -1)

describe('withoutPromo', () => {
  const furniture = [
    'RELATED: ‘Copper Rain’ Cancelled',
    'Related Stories',
    'Read More: ‘Copper Rain’ Cancelled',
    'See also – the full list',
    'Don’t miss: our premiere calendar',
    'More from Signal & Reel',
    'Popular on Signal & Reel',
    'Watch: the trailer',
    'You may also like',
    'Sign up for our newsletter',
    'Subscribe to Signal & Reel today',
    'Follow us on every platform',
    'Get the latest news delivered to your inbox',
    'CLICK HERE TO GET THE APP',
    'Advertisement',
    'Continue Reading Below',
    'Story continues below',
    'Share this article',
    'Comments',
    '12 Comments',
    'Photo: Corvid+',
    'Photo by Dana Roque/Corvid+',
    'Image copyright Corvid+',
    'The cast of Silt (Image: CORVID )',
    'The cast of Silt. Credit: Corvid+',
    'A scene from Silt. Getty Images',
    '© 2031 Reel Media',
    'Published 10:02 AM EST May 10, 2031',
    'Updated: Sat 8:31 PM, May 10, 2031',
    'Tags: Silt, Corvid+',
    'Filed under: TV',
    'This article was originally published on Reel.',
    'This website uses cookies to improve your visit.',
    'Image 1 of 9',
    'Have a tip? Write to us.',
    'We may earn a commission from links on this page.',
  ]
  for (const line of furniture) it(`leaves out «${line}»`, () => assert.deepEqual(kept(p(line)), []))

  const article = [
    'It’s over.',
    'Related by marriage, the two families of Silt return.',
    'More on that when the new season arrives in the summer, said the head of drama at Corvid+.',
    'Next on the slate is Ledger.',
    'Watch it on Corvid+.',
    'LATEST: Corvid+ renews Silt.',
    'Subscribers will see it on May 10.',
    'Home Improvement is coming back.',
    'Updated with a statement from Corvid+: Silt will return on May 10, 2032.',
    'Share of voice is not what Silt is after.',
    'Close to a pickup',
    'Source: Signal & Reel',
    'Published authors run the writers’ room of Silt.',
    'Comments made by Cabrera suggest a third season.',
    'Popular with critics, Silt was renewed.',
    'By lifting the order to ten episodes, Corvid+ shows faith.',
    'May 10',
    'Friday, June 13, 2031',
    'The show credits its return to fans: they wrote in. Then Corvid+ listened, and so did Severn.',
    'Dana Roque',
  ]
  for (const line of article)
    it(`keeps «${line}»`, () => assert.deepEqual(clean(PROSE, p(line), END, END, END).slice(1, 2), [line]))

  it('takes the list under a label along, but not the one after a sentence', () => {
    assert.deepEqual(
      kept(p('More great stories', 'heading'), p('‘Copper Rain’ ends', 'item'), p('‘Ledger’ is back', 'item')),
      [],
    )
    assert.deepEqual(kept(p('Also renewed:'), p('Ledger', 'item')), ['Also renewed:', 'Ledger'])
  })

  it('takes headline, byline, date and address off the top', () => {
    assert.deepEqual(
      clean(
        p('Corvid+ renews "Silt"', 'heading'),
        p('By Dana Roque and Tom Whitlow | May 10, 2031'),
        p('Saturday, May 10, 2031 at 9:00 a.m.'),
        p('https://signal.example/silt'),
        p('The village is not done.'),
        PROSE,
      ),
      ['The village is not done.', PROSE.runs[0]!.text],
    )
  })

  it('takes the author’s portrait off the end', () => {
    assert.deepEqual(
      clean(PROSE, END, PROSE, p('Dana Roque'), p('Dana Roque is a reporter at Signal & Reel.')),
      [PROSE, END, PROSE].map(({ runs }) => runs[0]!.text),
    )
    assert.deepEqual(clean(PROSE, END, p('Dana Roque wept.')).at(-1), 'Dana Roque wept.')
  })

  it('takes a caption said twice once, and a heading over nothing not at all', () => {
    assert.deepEqual(kept(p('The cast of Silt.'), p('The cast of Silt.')), ['The cast of Silt.'])
    assert.deepEqual(clean(PROSE, p('What Else Is On', 'heading')), [PROSE.runs[0]!.text])
  })

  it('stays linear in the length of a line', () => {
    const time = (length: number) => {
      const lines = ['By A', 'a', '(image:', 'may 1 ', 'credit: ', '©', ' ', 'get our a', 'sign up for '].map((piece) =>
        p(piece.repeat(length / piece.length)),
      )
      // Of this thread's own: on a busy machine it may have to wait.
      const worked = () => process.threadCpuUsage().user / 1000
      const start = worked()
      for (let i = 0; i < 5; i++) withoutPromo(lines, { title: 'a', author: 'A' })
      return worked() - start
    }
    time(50_000)
    // Where its neighbours take the memory’s time, too: one of these tries must come under the bar.
    const tries: number[][] = []
    const isLinear = (): boolean => {
      const [once, twice] = [time(100_000), time(200_000)]
      tries.push([once, twice])
      return twice < 3.5 * once + 20
    }
    assert.ok([1, 2, 3, 4].some(isLinear), `ms for a text and for twice of it: ${tries.join('; ')}`)
  })
})
