// What README shows on its first screen is what the commands print.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, it } from 'node:test'

const ROOT = join(import.meta.dirname, '../..')
const data = mkdtempSync(join(tmpdir(), 'bubblewatch-readme-'))
after(() => rmSync(data, { recursive: true, force: true }))

/** Commands of the first console block, each with what README says that it prints. */
function shown(): Array<{ command: string; output: string }> {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8')
  const block = /```console\n([\s\S]*?)```/.exec(readme)?.[1]
  assert.ok(block, 'README has a console block')
  return block
    .split(/^\$ /m)
    .slice(1)
    .map((part) => {
      const [command = '', ...lines] = part.split('\n')
      return { command, output: lines.join('\n') }
    })
}

/** README wraps long lines. */
const unwrapped = (text: string): string => text.replace(/\s+/g, ' ').trim()

it('prints what README shows', () => {
  const commands = shown()
  assert.ok(commands.length >= 2)
  for (const { command, output } of commands) {
    const words = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map((m) => m[1] ?? m[2]!)
    const printed = execFileSync(process.execPath, words, {
      cwd: ROOT,
      encoding: 'utf8',
      env: { ...process.env, BUBBLEWATCH_DATA: data, NO_COLOR: '1', DATABASE_URL: '' },
    })
    assert.equal(unwrapped(printed), unwrapped(output), command)
  }
})
