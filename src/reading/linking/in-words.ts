// Features of the ranker in words, for `--why`: whoever mends a claim need not know how they are named.

/** What a feature looks at, by the first part of its name (linking/features.ts, linking.ts). */
const LOOKS_AT: Readonly<Record<string, string>> = {
  brief: 'length of the text',
  kind: 'kind of name',
  odds: 'how probably it is a series',
  own: 'how much speaks for a series',
  rival: 'how much speaks against it',
  lead: 'how much more speaks for a series',
  person: 'how much speaks for a person',
  seasoned: 'a season beside it',
  called: 'called a series',
  new: 'a new series',
  fullName: 'looks like a full name',
  place: 'how near it stands',
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
  clause: 'in one clause',
  side: 'side of the words',
  oblique: 'behind a preposition',
  aside: 'says who somebody is',
  weak: 'hardly known to be a series',
  season: 'a season with the name',
  before: 'the word before the name',
  behind: 'the word behind the name',
  path: 'what stands between them',
  between: 'a word between them',
  order: 'shows named before',
  sentence: 'which sentence it is',
  list: 'in a list of shows',
  away: 'named elsewhere',
  rule: 'the rules’ own choice',
  topic: 'what the passage speaks of',
  section: 'the heading’s show',
  follows: 'named next',
}

/** A feature as a reader would say it: "what stands between them (behind: and)", "what the rules chose, event (renewal)". */
export function inWords(feature: string): string {
  const [, name = feature, beside, values] = /^([^,=]+)(?:,([^=]*))?(?:=(.*))?$/.exec(feature) ?? []
  const said = values?.replaceAll(',', ', ').replace('true', 'yes').replace('false', 'no')
  return `${LOOKS_AT[name] ?? name}${beside ? `, ${beside}` : ''}${said ? ` (${said})` : ''}`
}
