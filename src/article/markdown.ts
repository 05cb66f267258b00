// Markdown to an Article.
import type { MarkedToken, Token, Tokens } from 'marked'
import { lexer } from 'marked'
import type { Article } from './article.ts'
import type { About, Block, Run } from './blocks.ts'
import { compose } from './blocks.ts'
import { aboutOf, splitFrontMatter } from './front-matter.ts'
import { plain } from './plain.ts'

/**
 * Reads Markdown (GitHub's). Emphasis and headings are kept as spans, links as their words, pictures not at all; front
 * matter is cut off and its title, outlet, published, modified, author and url are used.
 * @param about what is known of it, believed before the front matter
 * @throws Error in one line when there is front matter that is no YAML
 */
export function fromMarkdown(markdown: string, about: About): Article {
  const { fields, body } = splitFrontMatter(markdown)
  const said = aboutOf(fields)
  const blocks = blocksOf(lexer(body.replace(/^\ufeff/, '')))
  const headline = blocks[0]?.kind === 'heading' ? blocks[0].runs.map((run) => run.text).join('') : null
  return compose(blocks, about, said, { title: headline })
}

function blocksOf(tokens: readonly Token[]): Block[] {
  return (tokens as readonly MarkedToken[]).flatMap((token): Block[] => {
    switch (token.type) {
      case 'heading':
        return [{ kind: 'heading', runs: runsOf(token.tokens) }]
      case 'paragraph':
        return [{ kind: 'paragraph', runs: runsOf(token.tokens) }]
      case 'text':
        return [{ kind: 'paragraph', runs: runsOf(token.tokens ?? [token]) }]
      case 'list':
        return token.items.flatMap(itemBlocks)
      case 'blockquote':
        return blocksOf(token.tokens)
      case 'table':
        return [token.header, ...token.rows].map((cells) => ({
          kind: 'paragraph',
          runs: cells.flatMap((cell, i) => [...(i ? [run(' | ')] : []), ...runsOf(cell.tokens)]),
        }))
      case 'code':
        return [{ kind: 'paragraph', runs: [run(token.text)] }]
      case 'html':
        return [{ kind: 'paragraph', runs: [run(plain(token.text))] }]
      default:
        return []
    }
  })
}

/** A list item's first paragraph carries the bullet; what stands under it are paragraphs and items of their own. */
const itemBlocks = (item: Tokens.ListItem): Block[] =>
  blocksOf(item.tokens).map((block, i) => (i === 0 && block.kind === 'paragraph' ? { ...block, kind: 'item' } : block))

function runsOf(tokens: readonly Token[], emphasis = false): Run[] {
  return (tokens as readonly MarkedToken[]).flatMap((token): Run[] => {
    switch (token.type) {
      case 'em':
      case 'strong':
        return runsOf(token.tokens, true)
      case 'br':
        return [run('\n')]
      case 'image':
      case 'html':
      case 'checkbox':
        return []
      case 'codespan':
      case 'escape':
        return [{ text: token.text, emphasis }]
      default:
        if ('tokens' in token && token.tokens) return runsOf(token.tokens, emphasis)
        // A line break in the source is a blank. Entities are left to plain(), which would trim, and so only where they stand.
        return 'text' in token ? [{ text: decode(token.text.replace(/\n/g, ' ')), emphasis }] : []
    }
  })
}

const decode = (text: string): string =>
  text.replace(/&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,31});/gi, (entity) => plain(`${entity}`) || ' ')
const run = (text: string): Run => ({ text, emphasis: false })
