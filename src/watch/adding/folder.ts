// A folder of articles.
import { articlePaths, readFileSource } from '../../sources/files.ts'
import { count } from '../count.ts'
import { keepDocument } from './article.ts'
import type { Kind, Work } from './kind.ts'

export const folder: Kind = {
  async recognise({ name, folder }) {
    if (!folder) return null
    const paths = await articlePaths(name)
    if (!paths.length) throw new Error(`${name}: no article in this folder (.txt, .md, .html and .htm are read)`)
    return {
      found: `a folder with ${count(paths.length, 'article')}, read now`,
      run: (work) => keepAll(paths, work),
    }
  },
}

async function keepAll(paths: readonly string[], work: Work): Promise<void> {
  for (const [i, path] of paths.entries()) {
    if (work.signal.aborted) return
    work.progress(i, paths.length, 'articles')
    await readFileSource(path)
      .then((document) => keepDocument(path, document, work))
      .catch((error: Error) => work.complain(error.message))
  }
}
