// The thread in which long files of robots.txt are followed.
import { isAllowedBy } from './robots.ts'
import { answer } from './threads.ts'

answer(({ text, url }: { text: string; url: string }) => isAllowedBy(text, url))
