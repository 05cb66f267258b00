// Which rules are these? The version under which the ledger keeps what they read.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const RULES = /\.(?:yaml|yml|json|ts|js)$/
/** phrases/en.json is phrases/en once more, parsed for the package. */
const PARSED = /^[^/\\]+\.json$/

/**
 * The version of the rules: the package's, and what its phrases and its reading hash to, so that a changed phrase is another
 * version in a clone too.
 * @param root the package's folder
 * @param version of the package
 * @returns "0.1.0+3f9a2c1d"
 */
export function rulesVersion(root: string, version: string): string {
  const hash = createHash('sha256')
  for (const folder of [join(root, 'phrases'), join(import.meta.dirname, '..', 'reading')])
    for (const file of readdirSync(folder, { encoding: 'utf8', recursive: true }).sort())
      if (RULES.test(file) && !file.endsWith('.d.ts') && !PARSED.test(file))
        hash.update(`${file.replaceAll('\\', '/')}\0`).update(readFileSync(join(folder, file)))
  return `${version}+${hash.digest('hex').slice(0, 8)}`
}
