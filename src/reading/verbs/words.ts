// Words beside verbs: pronouns that are subjects, prefixes, nouns that make a participle an adjective.

export const SUBJECT_PRONOUNS = new Set([
  'i',
  'we',
  'you',
  'they',
  'who',
  'which',
  'that',
  'it',
  'he',
  'she',
  'there',
  'this',
  'what',
  'never',
  'also',
  'not',
])
export const PREFIXES = new Set(['co', 're', 'pre', 'un', 'exec'])
export const NOUN_AFTER = new Set([
  'series',
  'season',
  'show',
  'shows',
  'drama',
  'comedy',
  'sitcom',
  'film',
  'episode',
  'episodes',
  'date',
  'dates',
  'order',
  'deal',
])
