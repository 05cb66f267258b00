// The thread in which feeds are read.
import { decode } from '../charset.ts'
import { answer } from '../threads.ts'
import { readFeed } from './parse.ts'

answer(({ body, contentType, url }: { body: Uint8Array; contentType: string | null; url: string }) =>
  readFeed(decode(body, contentType), url),
)
