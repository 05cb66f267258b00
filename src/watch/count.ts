// A number with its noun, as every line to people has it.

/** "1 claim", "3 claims". */
export const count = (n: number, one: string, many = `${one}s`): string => `${inThousands(n)} ${n === 1 ? one : many}`

/** "5,577" of a whole number: as `toLocaleString('en-GB')` has it, which loads the world's numerals for it. */
const inThousands = (n: number): string => `${n}`.replace(/\B(?=(?:\d{3})+$)/g, ',')
