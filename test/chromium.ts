// A real Chromium for tests, out of an npm package: nothing to install beside it, and it works as root.
//
//   const browser = await launchChromium()
//   const page = await browser.newPage()
//   assert.deepEqual(await audit(page), [])
//
// On Linux x64 the browser is that of @sparticuz/chromium, unpacked once into node_modules/.cache; elsewhere an installed
// Chrome is used. CHROME_PATH overrides both.
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { chromium } from 'playwright-core'

/** Starts a browser. Whoever starts one closes it, in `after` or `finally`. */
export async function launchChromium(): Promise<Browser> {
  if (process.env.CHROME_PATH) return chromium.launch({ executablePath: process.env.CHROME_PATH })
  if (process.platform !== 'linux' || process.arch !== 'x64') return chromium.launch({ channel: 'chrome' })
  const parts = await unpacked()
  const home = await mkdtemp(join(tmpdir(), 'bubblewatch-chromium-'))
  const libraries = [join(parts, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':')
  const browser = await chromium.launch({
    executablePath: join(parts, 'chromium'),
    // The package's own arguments would switch web security off and put everything into one process.
    args: ['--disable-gpu', '--font-render-hinting=none'],
    env: {
      ...process.env,
      HOME: home,
      TMPDIR: home,
      FONTCONFIG_FILE: join(parts, 'fonts.conf'),
      // NSS and its like, for machines that lack them; set for the browser only.
      LD_LIBRARY_PATH: libraries,
    },
  })
  browser.on('disconnected', () => void rm(home, { recursive: true, force: true, maxRetries: 5 }).catch(() => {}))
  return browser
}

/** What axe finds wrong with the page as it stands: the rule, its weight and where, a line each; [] when all is well. */
export async function audit(page: Page): Promise<string[]> {
  // Evaluated by the browser's debugger, so that the page's content security policy stays as strict as it is.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source)
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run({
      rules: { 'target-size': { enabled: true } },
      resultTypes: ['violations'],
    }),
  )
  return violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id} (${violation.impact}): ${node.target.join(' ')}: ${node.html}`),
  )
}

/** The folder of the unpacked browser. Processes that unpack at the same time do so apart, and the first to end wins. */
async function unpacked(): Promise<string> {
  const home = dirname(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))))
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string }
  const cache = fileURLToPath(new URL('../node_modules/.cache/', import.meta.url))
  const folder = join(cache, `chromium-${version}`)
  if (existsSync(folder)) return folder
  await mkdir(cache, { recursive: true })
  const draft = await mkdtemp(join(cache, 'chromium-draft-'))
  try {
    const { inflate } = await import('@sparticuz/chromium')
    // `inflate` writes into TMPDIR, and would take whatever already lies there under the same name. It looks before it waits.
    const before = process.env.TMPDIR
    process.env.TMPDIR = draft
    const work = ['chromium.br', 'al2023.tar.br', 'fonts.tar.br'].map((file) => inflate(join(home, 'bin', file)))
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
    await Promise.all(work)
    // The package's own font settings name fixed folders in /tmp.
    await writeFile(
      join(draft, 'fonts.conf'),
      `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts')}</dir>
  <cachedir>${join(folder, 'font-cache')}</cachedir>
</fontconfig>
`,
    )
    await rename(draft, folder)
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  }
  return folder
}
