// Bytes to text, in the character set that the page has: byte order mark, then what the server says, then what the page says,
// then UTF-8, and where that fails the Western set of old pages.

/** Bytes of a page in which its meta elements are looked for. */
const HEAD = 4096

/**
 * Decodes a document.
 * @param contentType the server's Content-Type with its parameters, or null
 */
export function decode(bytes: Uint8Array, contentType: string | null): string {
  const said = byMark(bytes) ?? decoder(/charset\s*=\s*["']?([\w:.-]+)/i.exec(contentType ?? '')?.[1]) ?? byMeta(bytes)
  if (said) return said.decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
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
