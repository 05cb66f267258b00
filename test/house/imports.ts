// Reads the imports of the source and says which point the wrong way. Works on texts, so that it can be tested on made-up ones.
import { isBuiltin } from 'node:module'
import { posix } from 'node:path'

export interface Import {
  specifier: string
  /** Erased before the program runs. `import { type A }` is not: the other file is still loaded. */
  typeOnly: boolean
  line: number
}

const NAMES = String.raw`(?:\{[^}]*\}|\*\s*as\s+[\w$]+|[\w$]+)`
const STATIC = new RegExp(
  String.raw`^[ \t]*(?:import\s+(?:(type)\s+(?!from\b))?(?:${NAMES}(?:\s*,\s*${NAMES})?\s*from\s*)?|export\s+(?:(type)\s+)?(?:\*(?:\s*as\s+[\w$]+)?|\{[^}]*\})\s*from\s*)(?:'([^']+)'|"([^"]+)")`,
  'gm',
)
// import('…'), require('…'), and what a worker is started from: new URL('….ts', import.meta.url).
const DYNAMIC =
  /\b(?:import|require)\s*\(\s*(['"`])([^'"`]+)\1|\bnew\s+URL\(\s*(['"`])([^'"`]+\.[cm]?[jt]s)\3\s*,\s*import\.meta\.url/g

/** Every import of a TypeScript file, in the order of the text within each kind. */
export function importsOf(source: string): Import[] {
  // Comments on lines of their own are blanked, line by line, so that the numbers of the lines stay.
  const text = source
    .replace(/^[ \t]*\/\/.*$/gm, '')
    .replace(/^[ \t]*\/\*[\s\S]*?\*\//gm, (c) => c.replace(/[^\n]/g, ''))
  const lineAt = (offset: number): number => text.slice(0, offset).split('\n').length
  const found: Import[] = []
  for (const m of text.matchAll(STATIC)) {
    const end = m.index + m[0].length
    found.push({ specifier: m[3] ?? m[4]!, typeOnly: (m[1] ?? m[2]) !== undefined, line: lineAt(end) })
  }
  for (const m of text.matchAll(DYNAMIC)) {
    found.push({ specifier: m[2] ?? m[4]!, typeOnly: false, line: lineAt(m.index) })
  }
  return found
}

/** The rooms of src/, and from which others each may import; `type` allows the types only. */
export const ROOMS: Record<string, Record<string, 'any' | 'type'>> = {
  sources: {},
  article: from('sources'),
  reading: { ...from('sources', 'article'), phrasebook: 'type' },
  phrasebook: from('sources', 'article', 'reading'),
  catalogue: from('sources', 'article', 'reading'),
  ledger: from('sources', 'article', 'reading', 'phrasebook', 'catalogue'),
  verdict: from('sources', 'article', 'reading', 'phrasebook', 'catalogue', 'ledger'),
  watch: from('sources', 'article', 'reading', 'phrasebook', 'catalogue', 'ledger'),
  surfaces: from('sources', 'article', 'reading', 'phrasebook', 'catalogue', 'ledger', 'verdict', 'watch'),
  // Who may ask, and which surface answers.
  server: from('sources', 'article', 'reading', 'phrasebook', 'catalogue', 'ledger', 'verdict', 'watch', 'surfaces'),
  // The library's front door, and the one place that knows all the parts.
  index: from('sources', 'article', 'reading', 'phrasebook', 'catalogue', 'ledger', 'verdict'),
  app: from(
    'sources',
    'article',
    'reading',
    'phrasebook',
    'catalogue',
    'ledger',
    'verdict',
    'watch',
    'surfaces',
    'server',
    'index',
  ),
}

/** Rooms without clock, network and disk, and the packages that have none either. */
const PURE_ROOMS = new Set(['reading', 'verdict'])
const PURE_PACKAGES = new Set(['chrono-node'])

/** What surfaces share: words, the shapes that programs are given, citations, what changed, what the ledger holds. */
const SHARED = new Set(
  ['wording', 'records', 'citations', 'turns', 'almanac', 'visitor'].map((name) => `src/surfaces/${name}.ts`),
)

function from(...rooms: string[]): Record<string, 'any' | 'type'> {
  return Object.fromEntries(rooms.map((room) => [room, 'any']))
}

/**
 * @param files path from the repository's root, as src/reading/read.ts -> source
 * @param packages the packages that the program may use: `dependencies` of package.json
 * @returns a complaint for each import that points the wrong way, sorted
 */
export function wrongWay(files: ReadonlyMap<string, string>, packages: ReadonlySet<string>): string[] {
  const complaints: string[] = []
  const imports = new Map([...files].map(([path, source]) => [path, importsOf(source)]))
  for (const [path, found] of imports) {
    const room = roomOf(path)
    if (!(room in ROOMS)) {
      complaints.push(`${path} stands in no room: ${Object.keys(ROOMS).join(', ')}`)
      continue
    }
    const right = found.filter((each) => {
      const complaint = judge(path, room, each, files, packages)
      if (complaint) complaints.push(`${path}:${each.line} imports ${each.specifier}: ${complaint}`)
      return !complaint
    })
    if (PURE_ROOMS.has(room)) complaints.push(...impureAtSecondHand(path, new Map(imports).set(path, right)))
  }
  return complaints.sort()
}

function judge(
  path: string,
  room: string,
  { specifier, typeOnly }: Import,
  files: ReadonlyMap<string, string>,
  packages: ReadonlySet<string>,
): string | null {
  const target = resolve(path, specifier)
  if (target === null) {
    if (PURE_ROOMS.has(room) && !PURE_PACKAGES.has(packageOf(specifier))) {
      return isBuiltin(specifier) ? `${room} uses no part of Node` : `${room} uses only packages known to do no I/O`
    }
    if (isBuiltin(specifier)) return specifier.startsWith('node:') ? null : `write node:${specifier}`
    return packages.has(packageOf(specifier)) ? null : 'no dependency of package.json'
  }
  if (!target.startsWith('src/')) return 'lies outside src/'
  if (!files.has(target)) return 'there is no such file'
  const other = roomOf(target)
  if (other === room) {
    if (room !== 'surfaces' || surfaceOf(path) === surfaceOf(target) || SHARED.has(target)) return null
    return SHARED.has(path)
      ? 'what is shared knows no surface'
      : `a surface imports no other, only ${[...SHARED].join(', ')}`
  }
  const allowed = ROOMS[room]![other]
  if (!allowed) return `${room} may not import from ${other}`
  return allowed === 'type' && !typeOnly ? `${room} may import only types from ${other}` : null
}

/** What a pure room reaches through others: their files run with it, and so must do no I/O either. */
function impureAtSecondHand(start: string, imports: ReadonlyMap<string, Import[]>): string[] {
  const complaints: string[] = []
  const ways = new Map([[start, start]])
  for (const [path, way] of ways) {
    for (const { specifier, typeOnly } of imports.get(path) ?? []) {
      if (typeOnly) continue
      const target = resolve(path, specifier)
      if (target !== null) {
        if (!ways.has(target) && !PURE_ROOMS.has(roomOf(target))) ways.set(target, `${way} -> ${target}`)
      } else if (path !== start && !PURE_PACKAGES.has(packageOf(specifier))) {
        complaints.push(`${way} -> ${specifier}: ${roomOf(start)} does no I/O, not at second hand either`)
      }
    }
  }
  return complaints
}

/** The file that a relative import names; null for a package or a part of Node. */
function resolve(path: string, specifier: string): string | null {
  return specifier.startsWith('.') ? posix.join(posix.dirname(path), specifier) : null
}

function roomOf(path: string): string {
  const [, first, ...rest] = path.split('/')
  return rest.length > 0 ? first! : first!.replace(/\.ts$/, '')
}

/** src/surfaces/web/page.ts and src/surfaces/web.ts are both the surface `web`. */
function surfaceOf(path: string): string {
  return path.split('/')[2]!.replace(/\.ts$/, '')
}

function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}

const IMPURE = [
  /\bDate\.now\(/,
  /\bnew Date\(\s*\)/,
  /\bMath\.random\(/,
  /\bperformance\.now\(/,
  /\bprocess\.(env|argv|cwd|hrtime|std\w+|exit|on)\b/,
  /\bfetch\(/,
  /\bset(Timeout|Interval|Immediate)\(/,
  /\bcrypto\.(random\w+|getRandomValues)\(/,
]

/** Uses of clock, chance and surroundings, which need no import, in the rooms that are pure. */
export function impureWords(files: ReadonlyMap<string, string>): string[] {
  const complaints: string[] = []
  for (const [path, source] of files) {
    if (!PURE_ROOMS.has(roomOf(path))) continue
    source.split('\n').forEach((line, i) => {
      if (/^\s*(\/\/|\/?\*)/.test(line)) return
      for (const pattern of IMPURE) {
        const word = pattern.exec(line)?.[0]
        if (word)
          complaints.push(`${path}:${i + 1} uses ${word}: ${roomOf(path)} has no clock, no chance and no surroundings`)
      }
    })
  }
  return complaints
}
