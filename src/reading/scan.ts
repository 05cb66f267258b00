// The first look at a text: can anything here be a claim? Most of the world's news stops here, at the cost of one pass.

/** Beginnings of words, one of which any claim about a series needs near it. */
const TELEVISION =
  /\b(?:season|series|show|episode|sitcom|drama|comed|docuseries|miniseries|showrunner|spin-?off|reboot|revival|pilot|finale|programme|anime|thriller|netflix|hulu)/i
/** Beginnings of words that tell an event by themselves. */
const EVENT =
  /\b(?:renew|recommission|cancel|axe[ds]?\b|axing|scrap|premier|debut|greenl|hiatus|uncancel|commission|postpon|delay|pickup|picked up)/i

/** Whether a text may hold a claim; false only when reading it whole would find none. */
export function mayHoldClaim(text: string): boolean {
  return TELEVISION.test(text) || EVENT.test(text)
}
