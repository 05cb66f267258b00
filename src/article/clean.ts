// Takes out of a page what readability takes for the article or leaves standing beside it: menus, link lists, pictures with
// their captions, comments, boxes that sell or point elsewhere. What goes by its words alone is in promo.ts.

const COMMENTS = '#comments,.comments,.comments-area,.comment-list,.commentlist,#disqus_thread,#respond'
const REMOVED =
  'nav,aside,footer,form,button,figcaption,dialog,[role=navigation],[role=complementary],[role=dialog],[role=tooltip],[hidden]'

/** Words in a class or id by which editors' systems name what is not the article. */
const FURNITURE =
  /(?:^|[\s_-])(?:captions?|credits?|related|recirc|newsletters?|promos?|breadcrumbs?|bylines?|dateline|timestamp|shar(?:e|ing)|socials?|sign-?up|subscri(?:be|ption)|author-?(?:bio|box|info)|about-?author|tags|gallery|slideshow|carousel|sponsor(?:ed)?|advert(?:isement)?|trending|popular|recommend(?:ed|ations?)|read-?more|more-?(?:from|on|stories)|also-?(?:like|read)|comments?|disclaimer|copyright|sr-only|visually-hidden|screen-reader-text|toolbar|metadata|published|pubdate)(?:$|[\s_-])/i

/** A box by such a name that holds more of the page's, or of the article's, letters than this share is the article's own, oddly named. */
const SHARE_OF_PAGE = 0.1
const SHARE_OF_ARTICLE = 0.25
/** Share of a box's letters in links from which it is a list of links. */
const LINK_LIST = 0.7
/** Share of a line's letters in links from which the line is nothing but a link. */
const BARE_LINK = 0.9
/** Letters up to which a box may be taken for furniture because of a single link. */
const FEW = 80

const BOXES = 'ul,ol,dl,table,section,div'
const LINES = 'p,li,h2,h3,h4,h5,h6'

/** Prunes a page in place, before readability, which drops the names of boxes as it merges them. */
export function prune(body: Element): void {
  // Under a short article there may be more of them than of it.
  for (const el of body.querySelectorAll(COMMENTS)) if (!el.querySelector('h1,article')) el.remove()
  for (const el of body.querySelectorAll('script,style,noscript')) el.remove()
  removeNamed(body, SHARE_OF_PAGE)
}

/** Cleans the element that holds the article, in place. */
export function clean(root: Element): void {
  for (const el of root.querySelectorAll('figure')) {
    // Some systems put tables and quotations into figures.
    if (!el.querySelector('blockquote,table,pre')) el.remove()
  }
  for (const el of root.querySelectorAll(REMOVED)) el.remove()
  removeNamed(root, SHARE_OF_ARTICLE)
  for (const el of root.querySelectorAll(BOXES)) if (isLinkList(el)) el.remove()
  for (const el of root.querySelectorAll(LINES)) if (isBareLink(el)) el.remove()
}

function removeNamed(root: Element, share: number): void {
  const most = lettersIn(root) * share
  for (const el of root.querySelectorAll('[class],[id]')) {
    if (
      !FURNITURE.test(`${el.getAttribute('class') ?? ''} ${el.id}`) ||
      el.tagName === 'ARTICLE' ||
      el.tagName === 'MAIN'
    )
      continue
    if (root.contains(el) && lettersIn(el) < most) el.remove()
  }
}

/** A box whose words are nearly all links. */
function isLinkList(el: Element): boolean {
  const links = el.getElementsByTagName('a')
  if (!links.length) return false
  const letters = lettersIn(el)
  return lettersInAll(links) >= letters * LINK_LIST && (links.length > 1 || letters < FEW)
}

/** A line that is nothing but a link, and no sentence. */
function isBareLink(el: Element): boolean {
  const links = el.getElementsByTagName('a')
  if (!links.length || lettersInAll(links) <= lettersIn(el) * BARE_LINK) return false
  return el.tagName !== 'P' || !/[.?!…]["”’']?\s*$/.test(el.textContent ?? '')
}

const lettersIn = (el: Element): number => (el.textContent ?? '').replace(/\s+/g, '').length
const lettersInAll = (els: Iterable<Element>): number => [...els].reduce((sum, el) => sum + lettersIn(el), 0)
