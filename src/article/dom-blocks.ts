// From a cleaned DOM to blocks: what a browser would set on lines of its own becomes a paragraph, a heading or a list item.
import type { Block, Run } from './blocks.ts'

const tags = (names: string): ReadonlySet<string> => new Set(names.split(' '))

/** Elements whose words are not the text's. */
const SILENT = tags(
  'SCRIPT STYLE NOSCRIPT TEMPLATE SVG MATH BUTTON SELECT TEXTAREA IFRAME OBJECT CANVAS VIDEO AUDIO HEAD TITLE DIALOG',
)
/** Elements that a browser sets on lines of their own. */
const LINES = tags(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM HEADER HR HTML ' +
    'LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TFOOT THEAD TR UL',
)
const HEADINGS = tags('H1 H2 H3 H4 H5 H6')
const EMPHASIS = tags('EM I CITE B STRONG')

const ELEMENT = 1
const TEXT = 3

/** Reads the blocks under an element, in document order. Recursion is as deep as the document: count its depth first. */
export function blocksOf(root: Node): Block[] {
  const blocks: Block[] = []
  let runs: Run[] = []
  let kind: Block['kind'] = 'paragraph'

  const flush = (next: Block['kind'] = 'paragraph') => {
    if (runs.some((run) => run.text.trim())) {
      blocks.push({ kind, runs })
      // Only the first paragraph of a list item carries its bullet.
      if (next === kind && kind === 'item') next = 'paragraph'
    }
    runs = []
    kind = next
  }
  const say = (text: string, emphasis: boolean) => {
    runs.push({ text, emphasis })
  }
  const walk = (node: Node, emphasis: boolean) => {
    for (let child = node.firstChild; child; child = child.nextSibling) {
      // In HTML, a line break in the source is a blank.
      if (child.nodeType === TEXT) say((child.nodeValue ?? '').replace(/\s+/g, ' '), emphasis)
      else if (child.nodeType === ELEMENT) element(child as Element, emphasis)
    }
  }
  const element = (el: Element, emphasis: boolean) => {
    const tag = el.tagName.toUpperCase()
    if (SILENT.has(tag)) return
    if (tag === 'BR') {
      // Line breaks part paragraphs on old pages, and lines on all; in a headline they only fit it to its column.
      if (kind === 'heading') say(' ', emphasis)
      else flush()
    } else if (HEADINGS.has(tag)) {
      flush('heading')
      walk(el, false)
      flush()
    } else if (tag === 'LI') {
      flush('item')
      walk(el, emphasis)
      flush()
    } else if (LINES.has(tag)) {
      flush(kind === 'item' && !runs.length ? 'item' : kind === 'heading' ? 'heading' : 'paragraph')
      walk(el, emphasis)
      flush(kind === 'heading' ? 'heading' : 'paragraph')
    } else {
      if ((tag === 'TD' || tag === 'TH') && runs.some((run) => run.text.trim())) say(' | ', false)
      walk(el, emphasis || EMPHASIS.has(tag))
    }
  }
  walk(root, false)
  flush()
  return blocks
}
