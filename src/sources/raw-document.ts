// What comes in from outside: text as it was found, with where it was found.

/** Bytes that a document may have, after decompression. */
export const BODY_LIMIT = 15_000_000

export interface RawDocument {
  text: string
  /** Media type without parameters, in lower case ("text/html"); null when nobody said. */
  contentType: string | null
  /** Path of the file that it was read from. */
  name: string | null
  /** Address that it was fetched from, after redirects. */
  url: string | null
}
