// How the place of a ledger is told to people.

/** A path as it is; a database's address without its password. */
export function withoutPassword(place: string): string {
  if (!place.includes('://')) return place
  const parsed = URL.parse(place)
  if (!parsed) return 'in DATABASE_URL'
  return `${parsed.protocol}//${parsed.username ? `${parsed.username}@` : ''}${parsed.host}${parsed.pathname}`
}
