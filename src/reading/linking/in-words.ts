// Features of the ranker in words, for `--why`: whoever mends a claim need not know how they are named.

/**
 * A feature as a reader would say it: "what stands between them (behind: and)", "what the rules chose, event (renewal)".
 * @param looksAt what features look at, by the first part of their names (phrases/en/why.yaml)
 */
export function inWords(feature: string, looksAt: Readonly<Record<string, string>>): string {
  const [, name = feature, beside, values] = /^([^,=]+)(?:,([^=]*))?(?:=(.*))?$/.exec(feature) ?? []
  const said = values?.replaceAll(',', ', ').replace('true', 'yes').replace('false', 'no')
  return `${looksAt[name] ?? name}${beside ? `, ${beside}` : ''}${said ? ` (${said})` : ''}`
}
