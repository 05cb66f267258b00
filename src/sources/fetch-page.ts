// A page from the web to a raw document.
import { decode } from './charset.ts'
import type { RawDocument } from './raw-document.ts'
import type { RequestOptions } from './request.ts'
import { FetchError, get } from './request.ts'

/**
 * Fetches a page. Private addresses are refused on every hop (guard.ts); at most 15 MB after decompression, 20 s, 5 redirects.
 * @param url http or https
 * @throws FetchError in one line when there is no page
 */
export async function fetchPage(url: string, options: RequestOptions = {}): Promise<RawDocument> {
  const answer = await get(url, {
    ...options,
    headers: { accept: 'text/html,application/xhtml+xml,text/*;q=0.9,*/*;q=0.1', ...options.headers },
  })
  if (answer.status < 200 || answer.status >= 300)
    throw new FetchError(
      answer.url,
      `the server answers ${answer.status}${MEANING[answer.status] ?? ''}`,
      answer.status,
    )
  const type = answer.headers.get('content-type') ?? null
  return {
    text: decode(answer.body, type),
    contentType: (type ?? '').split(';', 1).join().trim().toLowerCase() || null,
    name: null,
    url: answer.url,
  }
}

/** What the statuses that pages answer with mean to who asked for them. */
const MEANING: Record<number, string> = {
  401: ': it wants a login',
  402: ': it wants money',
  403: ': it does not let us in',
  404: ': there is no such page; check the address',
  410: ': the page is gone',
  429: ': too many requests; try again later',
  451: ': withheld for legal reasons',
  500: ': its own fault; try again later',
  502: ': its own fault; try again later',
  503: ': not available now; try again later',
  504: ': not available now; try again later',
}
