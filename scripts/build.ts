// `npm run build`: src/ becomes dist/, file by file, and phrases/en/ becomes phrases/en.json as well, which loads faster. What lies
// beside src/ (phrases/, corpus/sample/, package.json) is reached from both by the same relative path, so that nothing in src/ need
// know whether it was compiled.
import { spawnSync } from 'node:child_process'
import { cpSync, globSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { packParsed } from '../src/phrasebook/parsed.ts'

const root = dirname(import.meta.dirname)
const dist = join(root, 'dist')

rmSync(dist, { recursive: true, force: true })
const tsc = spawnSync(
  process.execPath,
  [join(root, 'node_modules/typescript/bin/tsc'), '-p', join(root, 'tsconfig.build.json'), '--pretty', 'false'],
  { stdio: 'inherit' },
)
if (tsc.status !== 0) {
  rmSync(dist, { recursive: true, force: true })
  process.exit(1)
}
// Style sheets, templates and the like go along as they are.
for (const file of globSync('src/**/*', { cwd: root, withFileTypes: true })) {
  if (!file.isFile() || /\.tsx?$/.test(file.name)) continue
  const path = join(file.parentPath, file.name)
  cpSync(path, join(dist, path.slice(join(root, 'src').length)))
}
packParsed(join(root, 'phrases', 'en'))
