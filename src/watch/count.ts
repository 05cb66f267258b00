// A number with its noun, as every line to people has it.

/** "1 claim", "3 claims". */
export const count = (n: number, one: string, many = `${one}s`): string =>
  `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`
