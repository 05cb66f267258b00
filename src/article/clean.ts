// Takes from a page's main part what readability leaves standing beside the article: menus, link lists, pictures with
// their captions, boxes that sell or point elsewhere. What goes by its words alone is in promo.ts.

const REMOVED = 'nav,aside,footer,form,button,figcaption,dialog,[role=navigation],[role=complementary],[role=dialog],[role=tooltip],[hidden]'

/** Words in a class or id by which editors' systems name what is not the article. */
const FURNITURE =
  /(?:^|[\s_-])(?:captions?|credits?|related|recirc|newsletters?|promos?|breadcrumbs?|bylines?|dateline|timestamp|shar(?:e|ing)|socials?|sign-?up|subscri(?:be|ption)|author-?(?:bio|box|info)|about-?author|tags|gallery|slideshow|carousel|sponsor(?:ed)?|advert(?:isement)?|trending|popular|recommend(?:ed|ations?)|read-?more|more-?(?:from|on|stories)|also-?(?:like|read)|comments?|disclaimer|copyright|sr-only|visually-hidden|screen-reader-text|toolbar|metadata|published|pubdate)(?:$|[\s_-])/i

/** Boxes that may be link-dense as a whole. */
const BOXES = 'ul,ol,dl,table,section,div'
/** Lines that may be nothing but a link. */
const LINES = 'p,li,h2,h3,h4,h5,h6'

/**
 * Cleans the element that readability chose, in place.
 * @param root the article's element; its classes and ids must still be there
 */
export function clean(root: Element): void {
  const whole = lengthOf(root)
  for (const el of root.querySelectorAll('figure')) {
    // Some systems put tables and quotations into figures.
    if (!el.querySelector('blockquote,table,pre')) el.remove()
  }
  for (const el of root.querySelectorAll(REMOVED)) el.remove()
  for (const el of root.querySelectorAll('[class],[id]')) {
    if (!root.contains(el)) continue
    if (FURNITURE.test(`${el.getAttribute('class') ?? ''} ${el.id ?? ''}`) && lengthOf(el) < whole / 4) el.remove()
  }
  for (const el of root.querySelectorAll(BOXES)) if (isLinkList(el)) el.remove()
  for (const el of root.querySelectorAll(LINES)) if (isBareLink(el)) el.remove()
}

/** A list or box whose words are nearly all links, or that links many times and says little. */
function isLinkList(el: Element): boolean {
  const total = lengthOf(el)
  if (!total) return false
  const links = [...el.querySelectorAll('a')]
  const linked = links.reduce((sum, a) => sum + lengthOf(a), 0)
  if (linked / total < 0.7) return false
  return links.length > 1 || total < 80
}

/** A line that is nothing but a link, and no sentence. */
function isBareLink(el: Element): boolean {
  const text = (el.textContent ?? '').trim()
  if (!text) return false
  const linked = [...el.querySelectorAll('a')].reduce((sum, a) => sum + lengthOf(a), 0)
  return linked / lengthOf(el) > 0.9 && (el.tagName !== 'P' || !/[.?!…]["”’']?$/.test(text))
}

const lengthOf = (el: Element): number => (el.textContent ?? '').replace(/\s+/g, '').length
