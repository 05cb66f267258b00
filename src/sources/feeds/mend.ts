// What can be saved of a feed that the parser refuses: one that was cut off, or one whose items are not all well-formed.

/** Bounds on how often a parser is asked about one feed. */
const MOST_ITEMS = 5000
const ITEM = /<((?:\w+:)?(?:item|entry))[\s>]/gi

/**
 * The same feed with fewer items, for the parser to try one after the other: first without what was begun and not ended, then each
 * item alone.
 * @param xml or JSON
 * @returns whole documents; none when there is nothing to save
 */
export function* mended(text: string): Generator<string[]> {
  if (/^\ufeff?\s*\{/.test(text)) {
    const items = jsonItems(text)
    if (items.length) yield [`{"version":"https://jsonfeed.org/version/1.1","items":[${items.join(',')}]}`]
    return
  }
  const blocks = xmlItems(text)
  const first = blocks[0]
  if (!first) return
  const head = text.slice(0, first.start)
  const end = endOf(head)
  if (end === null) return
  yield [`${head}${blocks.map(({ start, stop }) => text.slice(start, stop)).join('')}${end}`]
  yield blocks.slice(0, MOST_ITEMS).map(({ start, stop }) => `${head}${text.slice(start, stop)}${end}`)
}

/** Where the items stand: each from its start to its end tag, or to the start of the next when that is missing. */
function xmlItems(xml: string): Array<{ start: number; stop: number }> {
  const starts = [...xml.matchAll(ITEM)].map((m) => ({ start: m.index, name: m[1]! }))
  return starts.flatMap(({ start, name }, i) => {
    const next = starts[i + 1]?.start ?? xml.length
    const close = `</${name}>`
    const at = xml.slice(start, next).lastIndexOf(close)
    return at < 0 ? [] : [{ start, stop: start + at + close.length }]
  })
}

/** The end tags of what a feed's head opens. */
function endOf(head: string): string | null {
  const root = /<((?:\w+:)?(?:rss|feed|rdf))[\s>]/i.exec(head)?.[1]
  if (!root) return null
  const channel = /<(channel)[\s>]/i.exec(head)?.[1]
  const open = channel && !/<\/channel\s*>/i.test(head)
  return `${open ? `</${channel}>` : ''}</${root}>`
}

/** The whole objects in the list of items. */
function jsonItems(text: string): string[] {
  const list = /"items"\s*:\s*\[/.exec(text)
  if (!list) return []
  const items: string[] = []
  let [depth, quoted, start] = [0, false, 0]
  for (let i = list.index + list[0].length; i < text.length && items.length < MOST_ITEMS; i++) {
    const c = text[i]
    if (quoted) {
      if (c === '\\') i++
      else if (c === '"') quoted = false
    } else if (c === '"') quoted = true
    else if (c === '{') {
      if (depth++ === 0) start = i
    } else if (c === '}') {
      if (--depth === 0) items.push(text.slice(start, i + 1))
    } else if (c === ']' && depth === 0) break
  }
  return items.filter((item) => {
    try {
      return JSON.parse(item) !== null
    } catch {
      return false
    }
  })
}
