// Values of factuality, and one applied to another.
import type { HedgeEffect } from '../../phrasebook/phrasebook.ts'
import type { Factuality } from '../claim.ts'

/** What the denial of a value is. */
export const DENIED: Readonly<Record<Factuality, Factuality>> = {
  yes: 'no',
  no: 'yes',
  likely: 'unlikely',
  unlikely: 'likely',
  possible: 'unlikely',
  undecided: 'undecided',
}

/** What a hedge makes of the value that it reaches. */
export function apply(effect: HedgeEffect, value: Factuality): Factuality | null {
  switch (effect) {
    case 'drop':
      return null
    case 'deny':
      return DENIED[value]
    case 'yes':
      return value
    case 'no':
      return value === 'unlikely' ? 'likely' : 'no'
    case 'undecided':
      return 'undecided'
    case 'likely':
      return value === 'yes' ? 'likely' : value === 'no' ? 'unlikely' : value
    case 'doubt':
      return value === 'undecided' ? value : value === 'no' || value === 'unlikely' ? 'likely' : 'unlikely'
    case 'unlikely':
      return value === 'undecided' ? 'undecided' : 'unlikely'
    case 'possible':
      return value === 'no' ? 'unlikely' : value === 'unlikely' || value === 'undecided' ? value : 'possible'
  }
}
