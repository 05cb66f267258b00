// A document type can make a parser expand a few lines into gigabytes, or read files. No feed needs one.

/**
 * Whether XML declares a document type outside of its text. Linear in the length.
 * @param xml as it came, well-formed or not
 */
export function hasDoctype(xml: string): boolean {
  for (let at = xml.indexOf('<!'); at >= 0; ) {
    let next = at + 2
    if (xml.startsWith('[CDATA[', next)) next = after(xml, ']]>', next)
    else if (xml.startsWith('--', next)) next = after(xml, '-->', next + 2)
    else if (/^(?:doctype|entity)/i.test(xml.slice(next, next + 7))) return true
    at = xml.indexOf('<!', next)
  }
  return false
}

function after(text: string, end: string, from: number): number {
  const at = text.indexOf(end, from)
  return at < 0 ? text.length : at + end.length
}
