// The first look at a text: can anything here be a claim? Most of the world's news stops here, at the cost of one pass.

/** Word beginnings without which no phrase of the book can tell an event of a series. */
const TELEVISION = /\b(?:season|series|show|episode|sitcom|drama|comed|docuseries|miniseries|renew|showrunner|spin-?off|reboot|revival|pilot|premier|finale|programme|anime|stream|netflix|hulu)/i
const EVENT = /\b(?:renew|cancel|ax(?:e|ing)|scrap|order|greenl|green-l|commission|pick(?:s|ed|ing|-)? ?up|pickup|season|series|premi|debut|bow|launch|return|back|end|conclu|final|wrap|film|shoot|shot|produc|develop|writ|air|stream|drop|releas|arriv|delay|postpon|push|hiatus|paus|suspen|halt|shut|shel|reviv|sav|resurrect|revisit|pull|land|com(?:e|ing)|hit|kick|roll|nix|can|ditch|dump|kill|pass|move|go)/i

/** Whether a text may hold a claim; false only when reading it whole would find none. */
export function mayHoldClaim(text: string): boolean {
  return TELEVISION.test(text) && EVENT.test(text)
}
