// HTML to a tree, by linkedom.
import { parseHTML } from 'linkedom'

/** Builds the tree. linkedom sets what stands outside of html and body where nothing looks for it. */
export function parse(html: string): Document {
  const whole = /<body[\s>]/i.test(html) ? html : `<!doctype html><html><head></head><body>${html}</body></html>`
  return withoutListeners(() => parseHTML(whole).document)
}

/**
 * linkedom gives every element, text and attribute a map of listeners of its own, in a weak map. Nobody listens here, and the
 * collector takes a third of all time over them: while a tree is built, empty maps are not remembered. Only for what ends before it
 * returns, so that no other code ever meets it.
 */
function withoutListeners<T>(build: () => T): T {
  const { set } = WeakMap.prototype
  WeakMap.prototype.set = function (key, value) {
    return value?.constructor === Map && value.size === 0 ? this : set.call(this, key, value)
  }
  try {
    return build()
  } finally {
    WeakMap.prototype.set = set
  }
}
