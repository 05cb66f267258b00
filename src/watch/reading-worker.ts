// The thread in which articles are read.
import { workerData } from 'node:worker_threads'
import type { Article } from '../article/article.ts'
import { openExplainer } from '../phrasebook/reader.ts'
import { answer } from '../sources/threads.ts'
import type { Told } from './reading.ts'

const read = openExplainer((workerData as { root: string }).root)

answer((article: Article): Told => {
  const { claims, facts } = read(article)
  return { claims, facts }
})
