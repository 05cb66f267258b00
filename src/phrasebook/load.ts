// Loads a folder of phrases.
import { bookOf } from './book.ts'
import { readParsed } from './parsed.ts'
import type { PhraseBook } from './phrasebook.ts'

/**
 * Reads the phrase book.
 * @param folder folder of YAML files, as phrases/en
 * @param cache folder in which what came of them may be kept, so that the next time takes a tenth of this one
 * @throws Error with the file's name and what is wrong in it
 */
export function loadPhraseBook(folder: string, cache?: string): PhraseBook {
  return bookOf({ files: Object.fromEntries(readParsed(folder, cache)) })
}
