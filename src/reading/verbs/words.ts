// Words beside verbs: pronouns that are subjects, prefixes, nouns that make a participle an adjective.

/** Words behind which a base form is a verb. */
export const SUBJECT_PRONOUNS = /^(i|we|you|they|who|which|that|it|he|she|there|this|what|never|also|not)$/

/** First halves of words in two: "co-star", "re-order". */
export const PREFIXES = new Set(['co', 're', 'pre', 'un', 'exec'])

/** Nouns before which a participle is an adjective: "limited series". */
export const NOUN_AFTER = /^(series|season|show|shows|drama|comedy|sitcom|film|episode|episodes|date|dates|order|deal)$/
