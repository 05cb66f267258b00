// What a page says of itself in JSON-LD (schema.org): the article among all that a page describes there.
import type { About } from './blocks.ts'

type Thing = Record<string, unknown>

const ARTICLE = /(?:Article|BlogPosting|Report|Review|LiveBlogPosting)$/
/** Levels of nesting that are looked through: @graph in a list in a page's mainEntity, and some to spare. */
const DEPTH = 8

/**
 * Reads the scripts of type application/ld+json.
 * @param scripts their contents; what is no JSON is passed over
 * @returns what the first article among them says, values as they stand, and the site's name
 */
export function fromJsonLd(scripts: readonly string[]): About & { site: string | null } {
  const things = scripts.flatMap((script) => thingsIn(parse(script), DEPTH))
  const byId = new Map(
    things.flatMap((thing) =>
      typeof thing['@id'] === 'string' && Object.keys(thing).length > 1 ? [[thing['@id'], thing]] : [],
    ),
  )
  // {"@id": "…#/person/1"} stands for the thing of that id.
  const resolve = (value: unknown): unknown =>
    isThing(value) && typeof value['@id'] === 'string' ? (byId.get(value['@id']) ?? value) : value
  const article = things.find((thing) => typesOf(thing).some((type) => ARTICLE.test(type))) ?? {}
  const site = things.find((thing) => typesOf(thing).includes('WebSite')) ?? {}
  const page = resolve(article.mainEntityOfPage)
  return {
    title: string(article.headline) ?? string(article.name),
    author: namesOf(article.author ?? article.creator, resolve),
    published: string(article.datePublished) ?? string(article.dateCreated),
    modified: string(article.dateModified),
    outlet: namesOf(article.publisher, resolve),
    url: string(article.url) ?? string(page) ?? (isThing(page) ? string(page['@id']) : null),
    site: string(site.name),
  }
}

/** All things in a document, its lists, its @graph and the pages' main entities, in order. */
function thingsIn(value: unknown, depth: number): Thing[] {
  if (depth === 0) return []
  if (Array.isArray(value)) return value.flatMap((item) => thingsIn(item, depth - 1))
  if (!isThing(value)) return []
  return [value, ...thingsIn(value['@graph'], depth - 1), ...thingsIn(value.mainEntity, depth - 1)]
}

/** "A", {name: "A"}, [{name: "A"}, {name: "B"}] → "A, B". */
function namesOf(value: unknown, resolve: (value: unknown) => unknown): string | null {
  const names = (Array.isArray(value) ? value : [value]).flatMap((one) => {
    const thing = resolve(one)
    const name = isThing(thing)
      ? Array.isArray(thing.name)
        ? thing.name.join(', ')
        : string(thing.name)
      : string(thing)
    return name && !name.startsWith('http') ? [name] : []
  })
  return names.length ? [...new Set(names)].join(', ') : null
}

const typesOf = (thing: Thing): string[] =>
  [thing['@type']].flat().flatMap((type) => (typeof type === 'string' ? [type.replace(/^.*[/#:]/, '')] : []))
const isThing = (value: unknown): value is Thing => typeof value === 'object' && value !== null && !Array.isArray(value)
const string = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() ? value.trim() : typeof value === 'number' ? String(value) : null

function parse(script: string): unknown {
  // Some systems wrap it in comments, end it with a semicolon, or leave line breaks inside its strings.
  const bare = script.replace('<![CDATA[', '').replace(']]>', '')
  const json = bare.slice(Math.max(bare.search(/[[{]/), 0), Math.max(bare.lastIndexOf('}'), bare.lastIndexOf(']')) + 1)
  for (const attempt of [json, json.replace(/[\u0000-\u001f]+/g, ' ')]) {
    try {
      return JSON.parse(attempt)
    } catch {
      // The next attempt, or nothing: a broken script must not cost the article.
    }
  }
  return null
}
