// Finds the paths of the repository that a Markdown text names, in backticks or as links.
import { existsSync, globSync } from 'node:fs'
import { join, posix } from 'node:path'
import { ROOMS } from './imports.ts'

const FOLDERS = new Set(['src', 'test', 'bin', 'phrases', 'corpus', 'bench', 'scripts', 'docs', '.ci'])
// Named without src/ where the text speaks of rooms: `reading/read.ts`.
const FOLDERS_OF_SRC = new Set(Object.keys(ROOMS))

export interface NamedPath {
  /** As the text has it. */
  name: string
  /** From the root of the repository; may hold `*` and `{a,b}`. */
  path: string
  line: number
}

/**
 * @param text Markdown
 * @param file where it stands, from the root of the repository; links are relative to it, paths in backticks to the root
 */
export function namedPaths(text: string, file: string): NamedPath[] {
  const found: NamedPath[] = []
  let fence: string | null = null
  text.split('\n').forEach((content, index) => {
    const line = index + 1
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(content)?.[1]
    if (mark && (fence === null || mark.startsWith(fence))) {
      fence = fence === null ? mark : null
      return
    }
    if (fence !== null) return
    const prose = content.replace(/(`+)(.+?)\1/g, (_, __, code: string) => {
      for (const word of code.trim().split(/\s+/)) {
        const path = asPath(word)
        if (path !== null) found.push({ name: word, path, line })
      }
      return '`'
    })
    for (const [, inline, reference] of prose.matchAll(
      /\]\(\s*<?([^)\s>]+)>?[^)]*\)|^ {0,3}\[[^\]]+\]:\s*<?(\S+?)>?(?:\s|$)/g,
    )) {
      const target = (inline ?? reference)!
      if (/^[a-z][a-z0-9+.-]*:|^\/\/|^#/i.test(target)) continue
      const path = decodeURIComponent(target.replace(/[#?].*$/, ''))
      found.push({ name: target, path: posix.join(posix.dirname(file), path), line })
    }
  })
  return found
}

/** The path that a word in backticks names, or null when it names something else. */
function asPath(word: string): string | null {
  const bare = word
    .replace(/^["'(]+|["'),;:]+$/g, '')
    .replace(/^\.\//, '')
    .replace(/(:\d+(-\d+)?|#L?\d+(-L?\d+)?)$/, '')
  // Placeholders: phrases/<language>/, src/…, docs/NAME.md
  if (!/^[\w.@*{},/+-]+$/.test(bare) || bare.includes('...')) return null
  const [first, ...rest] = bare.split('/') as [string, ...string[]]
  if (rest.length === 0) return /^[A-Z_-]{3,}\.md$/.test(bare) ? bare : null
  if (FOLDERS.has(first)) return bare
  if (FOLDERS_OF_SRC.has(first) && (/\.\w+$/.test(bare) || bare.endsWith('/'))) return `src/${bare}`
  return null
}

/** Whether a path, or something that its pattern fits, exists. */
export function isThere(root: string, path: string): boolean {
  if (path.startsWith('..')) return false
  return /[*{]/.test(path) ? globSync(path, { cwd: root }).length > 0 : existsSync(join(root, path))
}
