// How much of a true text an extracted one holds, by 4-grams of words, after evaluate.py of scrapinghub's
// article-extraction-benchmark: multisets, one page one voice.

const SIZE = 4

/**
 * Compares two texts.
 * @returns shares between 0 and 1; null where the benchmark leaves the page out of the mean (precision of an empty
 *   extraction, recall of an empty truth)
 */
export function score(truth: string, found: string): { precision: number | null; recall: number | null } {
  const wanted = shingles(truth)
  const got = shingles(found)
  let hits = 0
  for (const [shingle, count] of wanted) hits += Math.min(count, got.get(shingle) ?? 0)
  const share = (all: number) => (all ? hits / all : null)
  return { precision: share(size(got)), recall: share(size(wanted)) }
}

/** Runs of four words with how often they stand in the text; a text of fewer words is one run. */
function shingles(text: string): Map<string, number> {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? []
  const counts = new Map<string, number>()
  for (let i = 0; i < Math.max(1, words.length - SIZE + 1); i++) {
    const shingle = words.slice(i, i + SIZE).join(' ')
    if (shingle) counts.set(shingle, (counts.get(shingle) ?? 0) + 1)
  }
  return counts
}

const size = (counts: ReadonlyMap<string, number>): number => counts.values().reduce((sum, count) => sum + count, 0)
