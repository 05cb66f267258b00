// A claim as editors cite it: for Wikipedia, for Wikidata, for a bibliography, and plain. Each quotes the evidence and no more.
import type { LedgerClaim } from '../ledger/records.ts'
import { dateInWords } from '../verdict/dates.ts'

export interface Citations {
  plain: string
  /** A {{cite news}} template (https://en.wikipedia.org/wiki/Template:Cite_news). */
  wikipedia: string
  /** A reference as it follows a statement in Wikidata's QuickStatements, version 1. */
  quickstatements: string
  bibtex: string
}

/** The ready citations of a claim; what its article does not tell is left out of them. */
export function citationsOf(claim: LedgerClaim): Citations {
  return {
    plain: plain(claim),
    wikipedia: wikipedia(claim),
    quickstatements: quickstatements(claim),
    bibtex: bibtex(claim),
  }
}

/** One line, whatever the text was broken into. */
const flat = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim()

function webAddress({ article: { url } }: LedgerClaim): string | null {
  const found = url === null ? null : URL.parse(url)
  return found && (found.protocol === 'http:' || found.protocol === 'https:') ? found.href : null
}

function plain(claim: LedgerClaim): string {
  const { title, outlet, author, published } = claim.article
  const parts = [author, title && `“${flat(title)}”`, outlet, dateInWords(published)].filter(Boolean)
  const url = webAddress(claim)
  return `${parts.map((part) => flat(part!)).join(', ')}: “${flat(claim.evidence)}”${url ? ` (${url})` : ''}`
}

function wikipedia(claim: LedgerClaim): string {
  const { title, outlet, author, published, heard } = claim.article
  const url = webAddress(claim)
  const fields: Array<[string, string | null]> = [
    ['author', author],
    // A page without a headline is cited so.
    ['title', title ?? 'none'],
    ['url', url],
    ['work', outlet],
    ['date', dateInWords(published)],
    ['access-date', url && dateInWords(heard.slice(0, 10))],
    ['quote', claim.evidence],
  ]
  const told = fields.flatMap(([name, value]) =>
    value ? [` |${name}=${name === 'url' ? wikiUrl(value) : wiki(value)}`] : [],
  )
  return `{{cite news${told.join('')}}}`
}

/** Letters that would end a parameter, open a template or a link, or begin a tag. */
const wiki = (text: string): string => flat(text).replace(/[{}|[\]<>]/g, (c) => `&#${c.charCodeAt(0)};`)
const wikiUrl = (url: string): string =>
  url.replace(/[{}|[\]<>\s'"]/g, (c) => encodeURIComponent(c).replace("'", '%27'))

/** Properties: reference URL, title, author name string, publication date, retrieved, quotation. */
function quickstatements(claim: LedgerClaim): string {
  const { title, author, published, heard } = claim.article
  const url = webAddress(claim)
  const text = (value: string): string => `"${flat(value)}"`
  const day = (iso: string): string => `+${iso.slice(0, 10)}T00:00:00Z/11`
  const fields: Array<[string, string | null]> = [
    ['S854', url && text(url)],
    ['S1476', title && `en:${text(title)}`],
    ['S2093', author && text(author)],
    ['S577', day(published)],
    ['S813', url && day(heard)],
    ['S1683', `en:${text(claim.evidence)}`],
  ]
  return fields.flatMap(([property, value]) => (value ? [property, value] : [])).join('\t')
}

function bibtex(claim: LedgerClaim): string {
  const { id, title, outlet, author, published } = claim.article
  const url = webAddress(claim)
  const word =
    (outlet ?? 'article')
      .normalize('NFKD')
      .replace(/[^A-Za-z0-9]/g, '')
      .toLowerCase() || 'article'
  const fields: Array<[string, string | null]> = [
    ['author', author && `{${tex(author)}}`],
    ['title', title && `{${tex(title)}}`],
    ['howpublished', outlet && tex(outlet)],
    ['year', published.slice(0, 4)],
    ['month', published.slice(5, 7)],
    ['day', published.slice(8, 10)],
    ['url', url?.replace(/[{}\\]/g, encodeURIComponent) ?? null],
    ['note', `\`\`${tex(claim.evidence)}''`],
  ]
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}}`] : []))
  return `@misc{${word}${published.replaceAll('-', '')}${id.slice(0, 6)},\n${lines.join(',\n')}\n}`
}

const TEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}
const tex = (text: string): string => flat(text).replace(/[\\{}$&#%_~^]/g, (c) => TEX[c] ?? `\\${c}`)
