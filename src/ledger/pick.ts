// Some fields of a record, by name.

/**
 * A record of some fields of another, in the order named; what is undefined there is left out.
 * @param from any record
 * @param fields their names
 */
export function pick<T extends object, K extends keyof T>(from: T, ...fields: readonly K[]): Pick<T, K> {
  const picked = {} as Pick<T, K>
  for (const field of fields) if (from[field] !== undefined) picked[field] = from[field]
  return picked
}
