// HTML to a tree, by linkedom.
import { Node, parseHTML } from 'linkedom'

// linkedom remembers for each node who listens to its events, in one WeakMap for all: a fifth of the time that a page takes, and of
// the memory, for events that nobody sends. What its nodes are made by is put in place of that.
Object.setPrototypeOf(Object.getPrototypeOf(Node), class {})

/** Builds the tree. linkedom sets what stands outside of html and body where nothing looks for it. */
export function parse(html: string): Document {
  const whole = /<body[\s>]/i.test(html) ? html : `<!doctype html><html><head></head><body>${html}</body></html>`
  return parseHTML(whole).document
}
