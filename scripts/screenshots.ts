// The pictures of README: the pages over the sample, in a real browser, both themes. `node scripts/in-clone.cjs scripts/screenshots.ts`
// writes docs/pictures/; given a folder and `all` it shows every page at both widths there, for whoever changes how they look.
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { openLedger } from '../src/ledger/open.ts'
import { openExplainer } from '../src/phrasebook/reader.ts'
import { startServer } from '../src/server/serve.ts'
import { addSample } from '../src/surfaces/cli/sample.ts'
import { launchChromium } from '../test/chromium.ts'

const root = dirname(import.meta.dirname)
const [folder = join(root, 'docs', 'pictures'), every] = process.argv.slice(2)
mkdirSync(folder, { recursive: true })
const ledger = await openLedger(':memory:')
await addSample({ root, version: 'pictures', read: openExplainer(root) }, ledger)
await ledger.readers.follow('', ['Jessica Jones', 'Luke Cage', 'The Defenders', 'Daredevil'], '2016-01-12')
const server = await startServer({
  ledger,
  today: () => '2018-11-30',
  host: '127.0.0.1',
  port: 0,
  version: 'pictures',
  sampleRemoved: () => {},
})
const [first] = await ledger.lists.articles({ limit: 1 })
const PAGES: Readonly<Record<string, string>> = {
  board: '?as_of=2016-01-12',
  season: 'show/jessicajones/2?as_of=2016-03-20',
}
const EVERY: Readonly<Record<string, string>> = {
  ...PAGES,
  table: '?view=table',
  columns: '?view=columns',
  today: '',
  changes: 'changes?since=2018-10-01&until=2018-11-30',
  show: 'show/daredevil',
  daredevil: 'show/daredevil/4',
  article: `article/${first!.id}`,
  following: 'following',
  start: 'start',
  api: 'api',
}
/** Georgia's double, and arrows where the machine has them. */
const face = (family: string, file: string, more: string): string =>
  `@font-face { font-family: "${family}"; src: url(data:font/any;base64,${readFileSync(file).toString('base64')}); ${more} }`
const gelasio = (style: string, weight: number): string =>
  face(
    'Iowan Old Style',
    join(root, `node_modules/@fontsource/gelasio/files/gelasio-latin-${weight}-${style}.woff2`),
    `font-style: ${style}; font-weight: ${weight}`,
  )
const ARROWS = '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf'
const fonts = [
  gelasio('normal', 400),
  gelasio('italic', 400),
  gelasio('normal', 600),
  gelasio('normal', 700),
  ...(existsSync(ARROWS)
    ? ['Iowan Old Style', 'Noto Sans'].map((family) => face(family, ARROWS, 'unicode-range: U+2190-21FF'))
    : []),
].join('\n')
const browser = await launchChromium()
try {
  for (const [name, path] of Object.entries(every ? EVERY : PAGES))
    for (const colorScheme of ['light', 'dark'] as const)
      for (const width of every ? [360, 1440] : [1200]) {
        const page = await browser.newPage({
          bypassCSP: true,
          colorScheme,
          viewport: { width, height: every ? 900 : 860 },
        })
        await page.goto(server.address + path)
        const file = every ? `${name}-${colorScheme}-${width}.png` : `${name}-${colorScheme}.png`
        // Fonts as most readers have them; the browser of the tests brings one alone.
        await page.addStyleTag({ content: fonts })
        await page.evaluate(() => document.fonts.ready)
        await page.screenshot({ path: join(folder, file), fullPage: !!every && name !== 'api' })
        await page.close()
      }
} finally {
  await browser.close()
  await server.stop()
  await ledger.close()
}
console.log(`The pictures are in ${folder}.`)
