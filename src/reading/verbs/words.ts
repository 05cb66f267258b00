// Words beside verbs.

/** First halves of words in two: "co-star", "re-order". */
export const PREFIXES = new Set(['co', 're', 'pre', 'un', 'exec'])
