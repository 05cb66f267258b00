// Sets of words, written as one reads them.

/** The words of a text, parted by blanks or lines, as a set. */
export const wordSet = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))
