// The YAML between two lines of --- at the head of a Markdown file.
import { load } from 'js-yaml'
import type { About } from './blocks.ts'
import { toDay, toInstant, toMoment } from './dates.ts'

const FRONT_MATTER = /^\ufeff?---[^\S\n]*\n((?:(?!---[^\S\n]*(?:\n|$))[^\n]*\n)*)---[^\S\n]*(?:\n|$)/
/** A first line that YAML would take for a key; else the dashes are a rule over prose. */
const KEY = /^(?:#.*\n)*["']?[\w-]+["']?[^\S\n]*:(?:\s|$)/

/**
 * Parts a Markdown file from its front matter.
 * @returns the fields ({} without front matter) and the Markdown after it
 * @throws Error in one line when what stands between the dashes is no YAML
 */
export function splitFrontMatter(markdown: string): { fields: Record<string, unknown>; body: string } {
  const text = markdown.replace(/\r\n?/g, '\n')
  const match = FRONT_MATTER.exec(text)
  if (!match || !KEY.test(match[1]!)) return { fields: {}, body: text }
  let fields: unknown
  try {
    fields = load(match[1]!)
  } catch (error) {
    const { reason, message, mark } = error as Error & { reason?: string; mark?: { line: number } }
    // Its first line is the file's second.
    throw new Error(`line ${(mark?.line ?? 0) + 2}: front matter is no valid YAML: ${reason ?? message.split('\n')[0]}`)
  }
  return { fields: fields as Record<string, unknown>, body: text.slice(match[0].length) }
}

/** What front matter says of an article. */
export function aboutOf(fields: Readonly<Record<string, unknown>>): About {
  const said = (key: string): string | null =>
    typeof fields[key] === 'string' || typeof fields[key] === 'number' ? String(fields[key]) : null
  return {
    title: said('title'),
    outlet: said('outlet'),
    author: said('author'),
    published: toDay(said('published') ?? ''),
    publishedAt: toInstant(said('published') ?? ''),
    modified: toMoment(said('modified') ?? ''),
    url: said('url'),
  }
}
