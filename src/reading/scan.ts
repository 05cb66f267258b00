// The first look at a text: can anything here be a claim? Most of the world's news stops here, at the cost of one pass.
//
// A headline about a series needs one word of the trade; an article about one is full of them, a long one the more so. News of
// anything else holds a "show", a "season" or a "series" now and then, seldom several different words of the kind, and never many
// of them for its length, unless a passage of it is about a series.

/** Beginnings of words: those that hardly anybody but television's news uses, then those that it shares with others. */
const TRADE =
  /\b(?:(season|episod|sitcom|docuser|miniser|showrunner|spin-?offs?\b|reboot|revival|finale|anime\b|netflix|hulu|renew|recommission|premier|greenl|hiatus|uncancel|tv\b|televis)|series|shows?\b|drama|comed|thriller|pilots?\b|programmes?\b|cancel|axe[ds]?\b|axing|scrap(?:s|ped|ping)?\b|commission|postpon|delay|pick-?up|picked up|debut|networks?\b|streamer|streaming|returns?\b|returning|act(?:or|ress)|creators?\b|producer|cast\b|viewer|star(?:s|red|ring)?\b|broadcast)/gi
/** Of these one is enough in a text as short as a headline. */
const TELLING =
  /\b(?:season|episode|sitcom|docuseries|miniseries|spin-?off|reboot|revival|finale|anime|netflix|hulu|renew|recommission|premier|greenl|hiatus|uncancel|series|show|drama|comed|thriller|pilot|programme|cancel|axe[ds]?\b|axing|scrap|commission|postpon|delay|pickup|picked up|debut|network|streamer|streaming|return|actor|actress|creator|produc|viewer|starts? |starring|picks? up|sequel|prequel|schedule|filming|cameras|writer|channel|ending|bbc|itv\b|channel 4|nbc|abc\b|cbs|fox\b|hbo|fx\b|amc\b|disney\+|apple tv|paramount|peacock|prime video|showtime|starz|syfy|hallmark|freeform|tubi|lifetime|mgm\+)/i

/** Characters up to which a text may be a headline or a dispatch. */
const HEADLINE = 500

/** What a longer text must score: three and a point more for every thousand characters, up to ten. */
const scoreFor = (characters: number): number => Math.min(10, 2 + Math.round(characters / 1000))

/** Words of the trade in a thousand characters of an article that tells of series: two, in a long one, where chance evens out, up to five. */
const densityFor = (characters: number): number => Math.min(5, 1.5 + characters / 2000)

/** What a passage of so many characters scores that tells of series, in a text of anything. */
const PASSAGE = 600
const SCORE_IN_PASSAGE = 9

interface TradeWord {
  at: number
  stem: string
  /** Television's own. */
  own: boolean
}

/** Whether a text may hold a claim; false only when reading it whole would hardly find one. */
export function mayHoldClaim(text: string): boolean {
  if (text.length < HEADLINE) return TELLING.test(text)
  const words: TradeWord[] = []
  for (const { 0: word, 1: own, index } of text.matchAll(TRADE))
    words.push({ at: index, stem: word.slice(0, 5).toLowerCase().replace(/s$/, ''), own: own !== undefined })
  if (!scores(words, 0, words.length, scoreFor(text.length))) return false
  const own = words.filter((w) => w.own).length
  if (words.length + own / 2 >= (densityFor(text.length) * text.length) / 1000) return true
  return words.some(({ at }, from) => {
    let to = from
    while (to < words.length && to < from + MOST_IN_PASSAGE && words[to]!.at < at + PASSAGE) to++
    return scores(words, from, to, SCORE_IN_PASSAGE)
  })
}

/** However dense a passage is, so many words tell enough of it. */
const MOST_IN_PASSAGE = 40

/** Whether the words from one to before another score as much: television's own count two, and one more when they come again; others one. */
function scores(words: readonly TradeWord[], from: number, to: number, needed: number): boolean {
  const met = new Map<string, number>()
  let score = 0
  for (let k = from; k < to; k++) {
    const { stem, own } = words[k]!
    const before = met.get(stem) ?? 0
    if (own) score += before ? (before === 1 ? 1 : 0) : 2
    else score += before ? 0 : 1
    if (score >= needed) return true
    met.set(stem, before + 1)
  }
  return false
}
