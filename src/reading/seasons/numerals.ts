// Numerals: cardinals, ordinals and Roman figures, as far as seasons are counted.

const ORDINALS = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
  'thirteenth',
  'fourteenth',
  'fifteenth',
  'sixteenth',
  'seventeenth',
  'eighteenth',
  'nineteenth',
  'twentieth',
]
const CARDINALS = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
  'twenty',
]

/** Roman figures, as in "Season IV". */
export const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii']

/** Seasons with a name of their own. */
export const NAMED: Readonly<Record<string, number>> = {
  debut: 1,
  freshman: 1,
  frosh: 1,
  inaugural: 1,
  initial: 1,
  maiden: 1,
  premiere: 1,
  rookie: 1,
  sophomore: 2,
  junior: 3,
}

const CARDINAL = new Map(CARDINALS.map((word, i) => [word, i + 1]))
const ORDINAL = new Map([...Object.entries(NAMED), ...ORDINALS.map((word, i) => [word, i + 1] as const)])
const isFigure = (c: number): boolean => c >= 48 && c <= 57

/** Season number that a word or figure names; 0 when it names none. */
export function cardinal(norm: string): number {
  return isFigure(norm.charCodeAt(0)) ? (/^\d{1,2}$/.test(norm) ? Number(norm) : 0) : (CARDINAL.get(norm) ?? 0)
}

/** Season number that an ordinal names; 0 when it names none. */
export function ordinal(norm: string): number {
  if (isFigure(norm.charCodeAt(0))) return Number(/^(\d{1,2})(?:st|nd|rd|th)$/.exec(norm)?.[1] ?? 0)
  return ORDINAL.get(norm) ?? 0
}
