// HTML to a tree, by linkedom.
import { Element, Node, parseHTML } from 'linkedom'

// linkedom remembers for each node who listens to its events, in one WeakMap for all: a fifth of the time that a page takes, and of
// the memory, for events that nobody sends. What its nodes are made by is put in place of that.
Object.setPrototypeOf(Object.getPrototypeOf(Node), class {})

// For each element that is asked, it makes an object of its style and a set of its classes, to be written through. They are only read:
// its style where it has one, its classes as its attribute has them.
const { get: styleOf } = Object.getOwnPropertyDescriptor(Element.prototype, 'style')!
Object.defineProperties(Element.prototype, {
  style: {
    get(this: HTMLElement) {
      return this.hasAttribute('style') ? styleOf!.call(this) : null
    },
  },
  className: {
    get(this: HTMLElement) {
      return this.getAttributeNode('class')?.value ?? ''
    },
    set(this: HTMLElement, value: string) {
      const classes = /\s/.test(value) ? [...new Set(value.trim().split(/\s+/))].join(' ') : value
      const attribute = this.getAttributeNode('class') ?? this.ownerDocument.createAttribute('class')
      if (attribute.value !== classes) attribute.value = classes
      if (!attribute.ownerElement) this.setAttributeNode(attribute)
    },
  },
})

/** Builds the tree. linkedom sets what stands outside of html and body where nothing looks for it. */
export function parse(html: string): Document {
  const whole = /<body[\s>]/i.test(html) ? html : `<!doctype html><html><head></head><body>${html}</body></html>`
  return parseHTML(whole).document
}
