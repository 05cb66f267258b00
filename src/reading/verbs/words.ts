// Words beside verbs: pronouns that are subjects, prefixes.

/** Words behind which a base form is a verb. */
export const SUBJECT_PRONOUNS = /^(i|we|you|they|who|which|that|it|he|she|there|this|what|never|also|not)$/

/** First halves of words in two: "co-star", "re-order". */
export const PREFIXES = new Set(['co', 're', 'pre', 'un', 'exec'])
