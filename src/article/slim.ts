// A page's HTML without what is never read in it: programs, styles, drawings, remarks, most attributes. A tree of what is left costs
// half of one of the whole. How deep its elements nest is counted on the way, before a tree is built: readability takes minutes for a
// thousand levels and overflows the stack on more.
import { Parser } from 'htmlparser2'

/** Levels of elements that are read; the deepest of 181 news pages has 51. */
export const DEPTH_LIMIT = 400

/** Elements that go with all that is in them. */
const DROPPED = new Set(['style', 'svg', 'noscript', 'template', 'canvas'])
/** What readability and our own readers of a tree ask for. */
const READ = new Set(
  (
    'class id href src rel role hidden name property content itemprop type charset http-equiv datetime pubdate aria-hidden ' +
    'aria-modal colspan rowspan dir lang'
  ).split(' '),
)
const HIDING = /display|visibility/
const CHUNK = 1 << 16

/**
 * Takes out of a page what is never read in it.
 * @returns HTML of the same tree, or null when its elements nest deeper than `limit` levels; then it is read no further than it must
 */
export function slim(html: string, limit = DEPTH_LIMIT): string | null {
  let out = ''
  let depth = 0
  let deepest = 0
  /** The element that is being left out, and how many of its name stand open. */
  let dropped: string | null = null
  let open = 0
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (++depth > deepest) deepest = depth
        if (dropped !== null) {
          if (name === dropped) open++
          return
        }
        if (DROPPED.has(name) || (name === 'script' && !attributes.type?.includes('ld+json'))) {
          dropped = name
          open = 1
          return
        }
        out += `<${name}`
        for (const key in attributes) {
          const value = attributes[key]!
          if (READ.has(key) || (key === 'style' && HIDING.test(value)))
            out += value ? ` ${key}="${value.replaceAll('"', '&quot;')}"` : ` ${key}`
        }
        out += '>'
      },
      ontext(text) {
        if (dropped === null) out += text
      },
      onclosetag(name) {
        depth--
        if (dropped !== null) {
          if (name === dropped && --open === 0) dropped = null
        } else if (!VOID.has(name)) out += `</${name}>`
      },
    },
    { decodeEntities: false },
  )
  for (let at = 0; at < html.length && deepest <= limit; at += CHUNK) parser.write(html.slice(at, at + CHUNK))
  parser.end()
  return deepest > limit ? null : out
}

const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))
