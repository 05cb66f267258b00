// Takes out the lines that a page's editors' system sets among an article's own: pointers to other stories, calls to
// subscribe, credits, bylines and dates, known by their words.
import type { Block } from './blocks.ts'
import { beginsWith } from './blocks.ts'

/** A line that begins so is furniture, however it goes on. */
const POINTERS = [
  /^(?:related(?: (?:stor(?:y|ies)|articles?|posts?|news|content|coverage|videos?|links?|topics))?|read (?:more|next|also|it at)|see (?:also|more)|also read|more (?:on|from|in|about|news)|watch(?: (?:now|below|more|this))?|listen|must[- ]reads?|recommended|don['’]t miss|up next|next|click here|also on|suggested reading|what to (?:read|watch) next|editors?['’]s? picks?|popular on|top stories|trending(?: now)?)\s*(?:[:|»>–—-]|\bon\b|\bfrom\b|$)/i,
  /^(?:you (?:may|might) (?:also )?(?:like|enjoy|be interested)|(?:if you )?(?:like|liked|enjoyed) this (?:story|article|post)|want (?:to read )?more\b.{0,60}[?:]|more (?:great|stories|like this|top|must)\b|have a (?:news )?tip\b|got a tip\b|tell us what you think)/i,
  /^(?:sign up|subscribe|sign in|log ?in|register (?:now|here|for)|follow (?:us|@|\S+ on (?:twitter|facebook|instagram|x))|join our\b|get (?:the latest|breaking|our|more|access|full access)\b.{0,120}(?:inbox|newsletters?|e-?mail|alerts?|deliver|subscri|delivered|app\b)|enter your e-?mail|keep up with .{0,120}newsletter|stay (?:tuned|up to date) .{0,80}(?:newsletter|follow))/i,
  /^(?:advert(?:isement)?s?|sponsored|continue reading|story continues|article continues|scroll (?:down|to)|loading|skip to|close|share (?:this|on|via)|print(?: article)?|comments?|leave a (?:comment|reply)|post comment|tags?|topics?|filed under|categor(?:y|ies)|caption|enlarge image|view (?:gallery|author|all)|home|text size|order reprints|this (?:slideshow|video|site|website) (?:requires|uses|could)|media playback is|image \d+ of|\d+ of \d+)\s*(?:[:|(]|$|below|reading|\w+\s*$|in \d)/i,
  /^(?:photos?|images?|pictures?|video|illustration|screenshot|file photo)(?: credits?| courtesy| by| via| copyright| caption)?\s*(?::|by\b|via\b|credit\b|copyright\b|caption\b|courtesy\b|©)/i,
  /^(?:©|\(c\) ?\d{4}|copyright\b|all rights reserved|the contents of this site)/i,
  /^this (?:article|story|post) (?:(?:was )?(?:originally|first) (?:appeared|published)|may contain affiliate|contains affiliate|is part of)/i,
  /\b(?:click(?:ing)? here (?:to|for)|for (?:free )?(?:full )?access to .{0,60}subscri|sign(?:ing)? up (?:for|to) .{0,60}newsletters?|subscribe to .{0,60}newsletters?|may earn an? (?:affiliate )?commission)\b/i,
  /^https?:\/\/\S+$/i,
]

/** A line of at most this many words that matches is furniture. */
const CREDIT_WORDS = 60
const CREDITS = /(?:\((?:image|photo|picture|pic)s?(?: credits?)?(?: by)?\s*[:/©][^)]*\)|\bcredits?: [^.]{2,60}|getty images?\)?|©[^.]{2,60}|\(?(?:ap|reuters|afp) photo\b.{0,60}|\bphoto(?:graph)? by [^.]{2,60})\s*\.?$/i

const DATELINE_WORDS = 24
const DATELINE =
  /^\W*(?:(?:first |last |originally )?(?:published|updated|posted|modified|created)\b\W.{0,80}\d|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? .{0,30}\d{4}|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}\b|\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?,? \d{4}\b|\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}\b)/i
const BYLINE = /^(?:by|written by|posted by|reported by|author)\b:?\s*(?:(?:\p{Lu}[\p{L}.'’-]*|and|&|,|\|)\s*)*$/u

/**
 * Leaves out the lines that are not the article's.
 * @param blocks of the page's main part, cleaned as a tree
 * @param title the headline, left out where it stands above the text: compose() sets it first
 */
export function withoutPromo(blocks: readonly Block[], title: string | null): Block[] {
  const lines = blocks.map((block) => ({ block, words: block.runs.map((run) => run.text).join('').replace(/\s+/g, ' ').trim() }))
  const prose = lines.findIndex(({ words }) => isProse(words))
  const kept = lines.filter(({ block, words }, i) => {
    if (i < prose && isAboveText(words, title)) return false
    if (isFurniture(words)) return false
    // Galleries say a caption twice in a row.
    return words !== lines[i - 1]?.words
  })
  // A heading that stands over nothing announced what was taken out.
  if (kept.at(-1)?.block.kind === 'heading') kept.pop()
  return kept.map(({ block }) => block)
}

/** A pointer, a call, a credit, a byline or a date of publication. */
function isFurniture(words: string): boolean {
  if (POINTERS.some((pointer) => pointer.test(words))) return true
  const count = words.split(' ').length
  return (count <= CREDIT_WORDS && CREDITS.test(words)) || (count <= DATELINE_WORDS && DATELINE.test(words) && !isProse(words)) || BYLINE.test(words)
}

/** Menus, section names and the headline above the first sentence. */
const isAboveText = (words: string, title: string | null): boolean =>
  (title !== null && beginsWith(words, title) && words.length < title.length + 30) || (!ENDS.test(words) && words.split(' ').length <= MENU_WORDS)

const MENU_WORDS = 3
const ENDS = /[.?!…:]["”’')\]]*$/
const isProse = (words: string): boolean => words.length > 60 && ENDS.test(words)
