// What the words of certainty mean, and how they are said of a season that leans away.
//
// They are those of the columns that kept score before us. TVLine's Renewal Scorecard (2013 and after) has eight levels: officially
// renewed, a sure thing, a safe bet, could go either way, a long shot, essentially cancelled, officially cancelled, too early to
// tell. Ours fold its two directions into one scale and leave the direction to the fate: "as good as certain" is its sure thing
// and its essentially cancelled, "a safe bet" its safe bet and its long shot. "Leaning" is added for the lightest of words.
import type { Certainty, Fate, Verdict } from './verdict.ts'

/** What each word promises, for people. */
export const CERTAINTY_MEANING: Readonly<Record<Certainty, string>> = {
  official:
    'Those who decide have said so, or two independent outlets report flatly that they have, or the season has been shown.',
  'as good as certain':
    'One outlet reports it flatly, or the season is being made, or the words heard leave hardly a doubt.',
  'a safe bet': 'Nobody has decided, but somebody in a position to know leans clearly that way.',
  leaning: 'Nobody has decided; the few or old words that there are lean that way.',
  'could go either way': 'It is said to be open, or what is said one way is balanced by what is said the other.',
  unheard: 'Nobody has said anything about it, or not for so long that it no longer counts.',
}

/** How strong each word is, whichever way it leans: from 0 for nothing to 4. */
export const STRENGTH: Readonly<Record<Certainty, number>> = {
  official: 4,
  'as good as certain': 3,
  'a safe bet': 2,
  leaning: 1,
  'could go either way': 0,
  unheard: 0,
}

/**
 * The strength of a belief on one scale: 5 for an official renewal, 0 for a toss-up and for nothing heard, -5 for an official
 * end. For comparing verdicts, not for showing.
 */
export function strengthOf({ fate, certainty }: Pick<Verdict, 'fate' | 'certainty'>): number {
  const sure = STRENGTH[certainty]
  return fate === 'renewed' || fate === 'likely'
    ? sure + Number(fate === 'renewed')
    : fate === 'on the bubble' || fate === 'nothing heard'
      ? 0
      : -sure - Number(fate !== 'unlikely')
}

/** The words of certainty as they are said of a fate: what is a safe bet for a return is a long shot against one. */
export function certaintyWords(fate: Fate, certainty: Certainty): string {
  if (certainty === 'leaning') return fate === 'unlikely' ? 'leaning against' : 'leaning towards a return'
  return fate === 'unlikely' && certainty === 'a safe bet' ? 'a long shot' : certainty
}
