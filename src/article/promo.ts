// Takes out the lines that an editors' system sets among an article's own: pointers to other stories, calls to subscribe,
// credits, bylines and dates, known by their words. Every pattern is tried in linear time.
import type { Block } from './blocks.ts'
import { beginsWith } from './blocks.ts'

/** A whole line that is furniture. */
const BUTTON =
  /^(?:advert(?:isement)?s?|sponsored(?: content)?|continue reading(?: below)?|(?:story|article) continues(?: below(?: \w+)?)?|scroll (?:down|to continue)|loading(?: content)?|skip to (?:main )?content|close|share|share this(?: \w+)?|print(?: article)?|leave a (?:comment|reply)|(?:post |view |\d+ )?comments?|tags|topics|caption|enlarge image|view (?:gallery|author archive|all)|home|latest|text size|order reprints|image \d+ of(?: \/)? \d+|\d+ of \d+|sign in|log ?in|subscribe(?: now)?|e-?mail the author|follow on \w+)\W*$/i

/** What stands before a colon, or alone, in a line that points elsewhere or names a picture's maker. */
const LABEL =
  /^(?:related(?: (?:stor(?:y|ies)|articles?|posts?|news|content|coverage|videos?|links?|topics?))?|read (?:more|next|also)|see (?:also|more)|also read|more|watch(?: (?:now|more|this))?|listen(?: now)?|must[- ]reads?|recommended(?: reading)?|don['’]t miss|up next|next|suggested reading|what to (?:read|watch) next|editor['’]?s['’]? picks?|popular|top stories|trending(?: now)?|most (?:popular|read)|tags|topics|filed under|categor(?:y|ies)|(?:main )?(?:photos?|images?|pictures?|illustration|screenshot)(?: credits?)?|file photo|credits?)\s*(?:[:|»>–—-]|$)/i

/** A line that begins so, and is no long sentence. */
const POINTER =
  /^(?:(?:read )?more (?:on|from|in|about|news|great|stories|like this|must)|popular on|trending (?:on|in)|also on|related to this|click here|(?:photos?|images?|pictures?|video)(?: (?:credit|courtesy|by|via|copyright|caption))+)\b|^(?:©|\(c\) ?\d{4}|copyright\b)/i

/** A line that begins so, however it goes on. */
const CALL =
  /^(?:sign up (?:for|to|now|here|today)\b|subscribe\b|register (?:now|here)\b|follow (?:us|@\w+)|join our\b|enter your e-?mail|you (?:may|might) also (?:like|enjoy|be interested)|(?:if you )?(?:liked?|enjoyed) this (?:story|article|post)|want (?:to read )?more (?:stories|like)\b|have a (?:news )?tip\b|got a tip\b|tell us what you think|let our news meet your inbox|this (?:slideshow|video|site|website) (?:requires|uses)\b|media playback is|all rights reserved|the contents of this site|this (?:article|story|post) (?:was )?(?:originally|first) (?:appeared|published)|this (?:article|story|post) (?:may contain|contains) affiliate|get (?:the latest|breaking|our|more|access|full access)\b.{0,120}\b(?:inbox|newsletters?|e-?mail|alerts|delivered|subscriptions?|app)\b)/i

/** Calls that stand anywhere in a line. */
const CALLING =
  /\b(?:uses cookies|click(?:ing)? here (?:to|for)|sign(?:ing)? up (?:for|to) .{0,60}newsletters?|subscribe to .{0,60}newsletters?|may earn an? (?:affiliate )?commission)\b/i

/** How the caption of a picture ends. */
const CREDITED =
  /(?:\((?:image|photo|picture|pic)s?(?: credits?)?(?: by)?\s*[:/©][^()]{0,120}\)|\bcredits?: [^.]{2,60}|getty images?\)?|©[^.©]{2,60}|\(?(?:ap|reuters|afp) photo\b.{0,60}|\bphoto(?:graph)? by [^.]{2,60})\s*\.?$/i

/** What a date of publication is made of, beside numbers. */
const DATE_WORDS =
  /\b(?:first|last|originally|published|updated|posted|modified|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|[ap]\.?m|[a-z]{1,2}[sd]t|[ecmp]t|gmt|utc|at|on|ago|(?:day|hour|minute|min|hr)s?)\b|(?<=\d)(?:th|st|nd|rd|[ap]m)\b/gi
const STAMP = /^\W*(?:(?:first|last|originally) )?(?:published|updated|posted|modified)\b/i

const BYLINE = /^(?:by|written by|posted by|reported by)\b:? /i
const BYLINE_WORD = /^(?:\p{Lu}[\p{L}.,'’-]*|and|&|on|in|at|[|/–—-]|[\d/.:,]+(?:am|pm)?)$/u

const ABOUT_AUTHOR =
  /\b(?:reporter|editor|writer|writes|journalist|correspondent|contributor|critic|blogger|freelance|covers|author|lives in|living in|follow (?:him|her|them))\b/i

/** Characters beyond which a line is a paragraph of the article's, whatever it looks like. */
const LONG = 400
/** Characters beyond which a line that ends like a sentence is one. */
const SENTENCE = 60

/**
 * Leaves out the lines that are not the article's.
 * @param blocks of the page's main part, cleaned as a tree
 * @param about the headline, left out where it stands above the text (compose() sets it first), and the author, whose
 *   own portrait stands below it
 */
export function withoutPromo(
  blocks: readonly Block[],
  about: { title: string | null; author: string | null },
): Block[] {
  const lines = blocks.map((block) => ({
    block,
    words: block.runs
      .map((run) => run.text)
      .join('')
      .replace(/\s+/g, ' ')
      .trim(),
  }))
  const prose = lines.findIndex(({ words }) => isProse(words))
  let announced = false
  const kept = lines.filter(({ block, words }, i) => {
    // "More great stories" takes the list under it along.
    if (announced && block.kind === 'item') return false
    announced = words.length <= SENTENCE && !/:\s*\S/.test(words) && isPointer(words)
    if (announced || isFurniture(words)) return false
    if (i < prose && isAboveText(words, about.title)) return false
    if (i > lines.length / 2 && about.author && isAboutAuthor(words, about.author)) return false
    // Galleries say a caption twice in a row.
    return words !== lines[i - 1]?.words
  })
  // A heading that stands over nothing announced what was taken out.
  if (kept.at(-1)?.block.kind === 'heading') kept.pop()
  return kept.map(({ block }) => block)
}

const isPointer = (words: string): boolean =>
  LABEL.test(words) || CALL.test(words) || (POINTER.test(words) && !isProse(words))

/** A pointer, a call, a credit or a stamp of time. */
const isFurniture = (words: string): boolean =>
  words.length <= LONG &&
  (isPointer(words) ||
    BUTTON.test(words) ||
    CALLING.test(words) ||
    CREDITED.test(words) ||
    (STAMP.test(words) && isDate(words)))

/** The headline, the byline, the bare date, the page's own address: what stands between a page's head and its first sentence. */
function isAboveText(words: string, title: string | null): boolean {
  if (title && beginsWith(words, title) && words.length < title.length + 30) return true
  return (
    (BYLINE.test(words) &&
      words
        .split(' ')
        .slice(1)
        .every((word) => BYLINE_WORD.test(word))) ||
    /^https?:\/\/\S+$/.test(words) ||
    isDate(words)
  )
}

const isDate = (words: string): boolean =>
  words.length < 120 && /\d/.test(words) && !/\p{L}/u.test(words.replace(DATE_WORDS, ''))

/** "Dana Roque is a staff writer", or her name alone, under an article by Dana Roque. */
function isAboutAuthor(words: string, author: string): boolean {
  const first = author.split(' ')[0]!
  if (!words.startsWith(author) && !(first.length > 2 && words.startsWith(`${first} `))) return false
  return words.length <= author.length || ABOUT_AUTHOR.test(words)
}

const isProse = (words: string): boolean => words.length > SENTENCE && /[.?!…]["”’')\]]*$/.test(words)
