// Bytes to text, in the character set that the page has: byte order mark, then what the server says, then what the page says,
// then UTF-8, and where that fails the Western set of old pages. Servers and pages call UTF-8 what is none, and the other way round.

/** Bytes of a page in which its meta elements are looked for. */
const HEAD = 4096

/**
 * Decodes a document.
 * @param contentType the server's Content-Type with its parameters, or null
 */
export function decode(bytes: Uint8Array, contentType: string | null): string {
  const marked = byMark(bytes)
  if (marked) return marked.decode(bytes)
  const utf8 = asUtf8(bytes)
  const said = decoder(/charset\s*=\s*["']?([\w:.-]+)/i.exec(contentType ?? '')?.[1]) ?? byMeta(bytes)
  // Words in another set are hardly ever well-formed UTF-8 by chance: what is, is; what is not, is not, whatever is said.
  if (utf8 !== null && (!said || SINGLE_BYTE.test(said.encoding) || said.encoding === 'utf-8')) return utf8
  const other = said && said.encoding !== 'utf-8' ? said : byMeta(bytes)
  return (other && other.encoding !== 'utf-8' ? other : new TextDecoder('windows-1252')).decode(bytes)
}

/** The sets of one byte a letter, in which every sequence of bytes is a text. */
const SINGLE_BYTE = /^(?:windows-|iso-8859-|x-mac|macintosh|ibm|koi8)/

/** null where more of what is beyond ASCII is broken than not: a page that was pasted together may have a broken letter or two. */
function asUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const text = new TextDecoder('utf-8').decode(bytes)
    const count = (letters: RegExp): number => text.match(letters)?.length ?? 0
    return count(/[\u0080-\ufffc]/g) > count(/\ufffd/g) ? text : null
  }
}

/** null for a name that no one knows: then the next source is asked. */
function decoder(name: string | undefined): TextDecoder | null {
  try {
    return name ? new TextDecoder(name) : null
  } catch {
    return null
  }
}

function byMark(bytes: Uint8Array): TextDecoder | null {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return new TextDecoder('utf-8')
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le')
  return a === 0xfe && b === 0xff ? new TextDecoder('utf-16be') : null
}

/** <meta charset>, its older form in http-equiv, or the XML declaration. */
function byMeta(bytes: Uint8Array): TextDecoder | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD))
  const name = (/<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w:.-]+)/i.exec(head) ??
    /^<\?xml\b[^>]*?\bencoding\s*=\s*["']([\w:.-]+)/i.exec(head))?.[1]
  // A page whose letters could be read as ASCII is not UTF-16, whatever it says.
  return decoder(name?.toLowerCase().startsWith('utf-16') ? 'utf-8' : name)
}
