// HTML to a tree, by linkedom.
import { parseHTML } from 'linkedom'

/** Builds the tree. linkedom sets what stands outside of html and body where nothing looks for it. */
export function parse(html: string): Document {
  const whole = /<body[\s>]/i.test(html) ? html : `<!doctype html><html><head></head><body>${html}</body></html>`
  return parseHTML(whole).document
}
