// A page from the web to a raw document.
import { decode } from './charset.ts'
import type { RawDocument } from './raw-document.ts'
import type { RequestOptions, Response } from './request.ts'
import { FetchError, get, meaningOf, PAGE_TYPES } from './request.ts'

/**
 * Fetches a page. Private addresses are refused on every hop (guard.ts); at most 15 MB after decompression, 20 s, 5 redirects.
 * @param url http or https
 * @throws FetchError in one line when there is no page
 */
export async function fetchPage(url: string, options: RequestOptions = {}): Promise<RawDocument> {
  const answer = await get(url, {
    ...options,
    headers: { accept: PAGE_TYPES, ...options.headers },
  })
  if (answer.status < 200 || answer.status >= 300)
    throw new FetchError(answer.url, `the server answers ${answer.status}${meaningOf(answer.status)}`, answer.status)
  return asDocument(answer)
}

/** What a server answered as a raw document, decoded. */
export function asDocument({ body, headers, url }: Response): RawDocument {
  const type = headers.get('content-type') ?? ''
  return {
    text: decode(body, type),
    contentType: type.split(';', 1).join().trim().toLowerCase() || null,
    name: null,
    url,
  }
}
