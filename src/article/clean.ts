// Takes from a page's main part what readability leaves standing beside the article: menus, link lists, pictures with
// their captions, boxes that sell or point elsewhere. What goes by its words alone is in promo.ts.

const REMOVED = 'nav,aside,footer,form,button,figcaption,dialog,[role=navigation],[role=complementary],[role=dialog],[role=tooltip],[hidden]'

/** Words in a class or id by which editors' systems name what is not the article. */
const FURNITURE =
  /(?:^|[\s_-])(?:captions?|credits?|related|recirc|newsletters?|promos?|breadcrumbs?|bylines?|dateline|timestamp|shar(?:e|ing)|socials?|sign-?up|subscri(?:be|ption)|author-?(?:bio|box|info)|about-?author|tags|gallery|slideshow|carousel|sponsor(?:ed)?|advert(?:isement)?|trending|popular|recommend(?:ed|ations?)|read-?more|more-?(?:from|on|stories)|also-?(?:like|read)|comments?|disclaimer|copyright|sr-only|visually-hidden|screen-reader-text|toolbar|metadata|published|pubdate)(?:$|[\s_-])/i

/** A box by such a name that holds more of the words than this share is the article's own, oddly named. */
const FURNITURE_SHARE = 0.25
/** Share of a box's letters in links from which it is a list of links. */
const LINK_LIST = 0.7
/** Share of a line's letters in links from which the line is nothing but a link. */
const BARE_LINK = 0.9
/** Letters up to which a box may be taken for furniture because of a single link. */
const FEW = 80

const BOXES = 'ul,ol,dl,table,section,div'
const LINES = 'p,li,h2,h3,h4,h5,h6'

/**
 * Cleans the element that holds the article, in place.
 * @param root its classes and ids must still be there
 */
export function clean(root: Element): void {
  for (const el of root.querySelectorAll('figure')) {
    // Some systems put tables and quotations into figures.
    if (!el.querySelector('blockquote,table,pre')) el.remove()
  }
  for (const el of root.querySelectorAll(REMOVED)) el.remove()
  const whole = lettersIn(root)
  for (const el of root.querySelectorAll('[class],[id]')) {
    if (!FURNITURE.test(`${el.getAttribute('class') ?? ''} ${el.id}`) || !root.contains(el)) continue
    if (lettersIn(el) < whole * FURNITURE_SHARE) el.remove()
  }
  for (const el of root.querySelectorAll(BOXES)) if (isLinkList(el)) el.remove()
  for (const el of root.querySelectorAll(LINES)) if (isBareLink(el)) el.remove()
}

/** A box whose words are nearly all links. */
function isLinkList(el: Element): boolean {
  const links = el.querySelectorAll('a')
  if (!links.length) return false
  const letters = lettersIn(el)
  return lettersInAll(links) >= letters * LINK_LIST && (links.length > 1 || letters < FEW)
}

/** A line that is nothing but a link, and no sentence. */
function isBareLink(el: Element): boolean {
  const links = el.querySelectorAll('a')
  if (!links.length || lettersInAll(links) <= lettersIn(el) * BARE_LINK) return false
  return el.tagName !== 'P' || !/[.?!…]["”’']?\s*$/.test(el.textContent ?? '')
}

const lettersIn = (el: Element): number => (el.textContent ?? '').replace(/\s+/g, '').length
const lettersInAll = (els: NodeListOf<Element>): number => [...els].reduce((sum, el) => sum + lettersIn(el), 0)
