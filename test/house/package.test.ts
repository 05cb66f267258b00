// What `npm pack` makes works for whoever installs it: the command runs, the library imports, and its types hold.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { after, before, describe, test } from 'node:test'

const root = join(import.meta.dirname, '../..')
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  version: string
  exports: Record<string, string | { types: string; default: string }>
}

/** What npm has fetched before is not asked for again; a request without an answer is made again: npm would wait for five minutes. */
const PATIENCE = ['--prefer-offline', '--fetch-timeout=20000', '--fetch-retry-mintimeout=1000']

/** Milliseconds that any command here may take. */
const LONGEST = 150_000

const missing = ['src/app.ts', 'src/index.ts', 'src/reading/index.ts', 'src/verdict/index.ts'].filter(
  (path) => !existsSync(join(root, path)),
)

if (missing.length > 0) test('the package', { skip: `not written yet: ${missing.join(', ')}` })
else
  describe('the package', () => {
    const base = mkdtempSync(join(tmpdir(), 'bubblewatch-package-'))
    const home = join(base, 'home')
    const project = join(base, 'project')
    const installed = join(project, 'node_modules/bubblewatch')
    let packed: string[]

    before(async () => {
      mkdirSync(project)
      mkdirSync(home)
      const pack = await run('npm', ['pack', '--json', '--loglevel=error', '--pack-destination', base], root)
      assert.equal(pack.code, 0, pack.err)
      // The build's own output comes first.
      const [{ filename, files }] = packsOf(pack.out)
      packed = files.map(({ path }) => path)
      writeFileSync(join(project, 'package.json'), '{ "private": true, "type": "module" }\n')
      const install = await run(
        'npm',
        ['install', '--loglevel=error', '--no-audit', '--no-fund', ...PATIENCE, join(base, filename)],
        project,
      )
      assert.equal(install.code, 0, install.err)
    })
    after(() => rmSync(base, { recursive: true, force: true, maxRetries: 5 }))

    test('holds the program, the phrases and the sample, and nothing of the workshop', () => {
      const entries = Object.values(manifest.exports).flatMap((entry) =>
        typeof entry === 'string' ? [entry] : Object.values(entry),
      )
      for (const path of [
        'bin/bubblewatch',
        'dist/app.js',
        'LICENSE',
        ...entries.map((entry) => entry.replace(/^\.\//, '')),
      ]) {
        assert.ok(packed.includes(path), `${path} is in the package`)
      }
      assert.ok(packed.some((path) => /^phrases\/en\/\w+\.yaml$/.test(path)))
      assert.ok(packed.includes('phrases/en.json'), 'and parsed beforehand')
      assert.ok(packed.some((path) => /^corpus\/sample\/.+\.md$/.test(path)))
      const workshop = /^(src|test|bench|scripts|node_modules|\.)|(?<!\.d)\.ts$|^corpus\/(?!sample\/)/
      assert.deepEqual(
        packed.filter((path) => workshop.test(path)),
        [],
      )
    })

    test('its command says its version', async () => {
      const { code, out, err } = await command(['--version'])
      assert.equal(code, 0, err)
      assert.equal(out.trim(), manifest.version)
    })

    test('its command reads a text', async () => {
      const file = join(project, 'news.txt')
      writeFileSync(
        file,
        'Lumo Renews ‘Glass Harbor’\n\nLumo has renewed “Glass Harbor” for a second season, the streamer announced on Monday.\n',
      )
      const { code, out, err } = await command(['read', file])
      assert.equal(code, 0, err)
      assert.match(out, /Glass Harbor/)
      assert.match(out, /renewed/i)
    })

    test('its library is imported, type-checked and run', async () => {
      writeFileSync(
        join(project, 'use.ts'),
        `import { read as everything, resolve as settle } from 'bubblewatch'
import { read } from 'bubblewatch/reading'
import { resolve } from 'bubblewatch/verdict'

const same: [boolean, boolean] = [read === everything, resolve === settle]
// @ts-expect-error The types are real ones: a number is no article.
export const wrong = (): unknown => read(42)
// @ts-expect-error … and a verdict is no function of nothing.
export const nothing = (): unknown => resolve()
const text: Parameters<typeof read>[0]['text'] = 'Lumo has renewed “Glass Harbor”.'
console.log(JSON.stringify({ same, functions: [typeof read, typeof resolve], text }))
`,
      )
      const tsc = join(root, 'node_modules/typescript/bin/tsc')
      const options = ['--strict', '--module', 'nodenext', '--target', 'es2024', '--types', '', '--pretty', 'false']
      const check = await run(process.execPath, [tsc, ...options, '--outDir', join(project, 'out'), 'use.ts'], project)
      assert.equal(check.code, 0, check.out)
      const { code, out, err } = await run(process.execPath, ['out/use.js'], project)
      assert.equal(code, 0, err)
      assert.deepEqual(JSON.parse(out), {
        same: [true, true],
        functions: ['function', 'function'],
        text: 'Lumo has renewed “Glass Harbor”.',
      })
    })

    test('its command runs under whatever Node the system has', async (t) => {
      const system = await run('node', ['--version'], project)
      if (system.code !== 0) return t.skip('no other Node on the PATH')
      const { code, out, err } = await run(join(project, 'node_modules/.bin/bubblewatch'), ['--version'], project)
      assert.equal(code, 0, err)
      assert.equal(out.trim(), manifest.version)
      assert.ok(err.split('\n').length <= 2, `one line at most on the way: ${err}`)
    })

    function command(args: string[]) {
      return run(process.execPath, [join(installed, 'bin/bubblewatch'), ...args], project)
    }

    /**
     * Runs a program without what the repository's own npm put into the environment, and with nothing kept from or for later; whom
     * this machine trusts it trusts too. What takes longer than any of it may is ended, and has failed.
     */
    function run(program: string, args: string[], cwd: string): Promise<{ code: number; out: string; err: string }> {
      const env = Object.fromEntries(
        Object.entries(process.env).filter(([name]) => !/^(npm_|NODE_(?!EXTRA_CA_CERTS$)|INIT_CWD)/i.test(name)),
      )
      const here = join(root, 'node_modules')
      const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.startsWith(here))
      Object.assign(env, {
        PATH: [...path, dirname(process.execPath)].join(delimiter),
        XDG_CACHE_HOME: join(home, 'cache'),
        BUBBLEWATCH_DATA: join(home, 'data'),
      })
      return new Promise((resolve) => {
        execFile(program, args, { cwd, env, maxBuffer: 1 << 26, timeout: LONGEST }, (error, out, err) => {
          const late = error?.killed ? `${program} ${args[0]} was ended after ${LONGEST / 1000} s` : ''
          resolve({ code: error ? (typeof error.code === 'number' ? error.code : 1) : 0, out, err: err + late })
        })
      })
    }
  })

/** npm pack --json prints an array, or an object of packages by name, after whatever the build printed. */
function packsOf(printed: string): [{ filename: string; files: { path: string }[] }] {
  const json = printed.slice(printed.search(/^[[{]$/m))
  return Object.values(JSON.parse(json)) as [{ filename: string; files: { path: string }[] }]
}
