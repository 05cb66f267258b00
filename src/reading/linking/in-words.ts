// Features of the ranker in words, for `--why`: whoever mends a claim need not know how they are named.

/** What a feature looks at, by the first part of its name (linking/features.ts, linking.ts). */
const LOOKS_AT: Readonly<Record<string, string>> = {
  brief: 'how long the text is',
  kind: 'what the name was taken for',
  odds: 'how probably it is a series',
  own: 'how much speaks for a series',
  rival: 'how much speaks for something else',
  lead: 'how much more speaks for a series than for anything else',
  person: 'how much speaks for a person',
  seasoned: 'a numbered season beside the name',
  called: 'the article calls it a series',
  new: 'a new series',
  fullName: 'looks like a person’s full name',
  place: 'how near the name stands',
  mentions: 'how often it is named',
  words: 'the words of the name',
  main: 'the show that the article is about',
  about: 'how probably the article is about it',
  slot: 'side and form of the verb',
  marks: 'marks between them',
  verbs: 'verbs between them',
  others: 'other shows between them',
  subject: 'subject of the verb',
  object: 'object of the verb',
  clause: 'in the same clause',
  side: 'on which side of the words',
  oblique: 'behind a preposition',
  aside: 'only says who somebody is',
  weak: 'hardly known to be a series',
  season: 'a season with the name',
  before: 'the word before the name',
  behind: 'the word behind the name',
  path: 'what stands between them',
  between: 'a word between them',
  order: 'how many shows are named before it',
  sentence: 'which sentence of the article it is',
  list: 'in a list of shows',
  away: 'named outside of the sentence',
  rule: 'the rules’ own choice',
  topic: 'what the passage speaks of',
  section: 'the show of the heading above',
  follows: 'named in the next sentences',
}

/** A feature as a reader would say it: "what stands between them (behind: and)", "what the rules chose, event (renewal)". */
export function inWords(feature: string): string {
  const [, name = feature, beside, values] = /^([^,=]+)(?:,([^=]*))?(?:=(.*))?$/.exec(feature) ?? []
  const said = values?.replaceAll(',', ', ').replace('true', 'yes').replace('false', 'no')
  return `${LOOKS_AT[name] ?? name}${beside ? `, ${beside}` : ''}${said ? ` (${said})` : ''}`
}
