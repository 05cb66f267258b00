// The thread in which pages are read: answers each HTML with its page, null for one nested too deep, or the error's message.
import { answer } from '../sources/threads.ts'
import { readWithin } from './page.ts'

answer(readWithin)
