// The API's reference, set from its own OpenAPI description: what can be asked, with what, and what comes back.
import { html } from 'hono/html'
import type { Snapshot } from '../almanac.ts'
import { capital, count } from '../wording.ts'
import type { Frame } from './layout.ts'
import type { Html } from './parts.ts'
import { nothing } from './parts.ts'

/** What is read of an OpenAPI 3.1 description. */
export interface Description {
  info: { title: string; version: string; description?: string }
  servers?: Array<{ url: string }>
  paths?: Record<string, unknown>
  components?: { schemas?: Record<string, unknown> }
}

interface Schema {
  $ref?: string
  type?: string | string[]
  format?: string
  enum?: unknown[]
  const?: unknown
  description?: string
  properties?: Record<string, Schema>
  items?: Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  example?: unknown
  default?: unknown
}
interface Operation {
  operationId: string
  summary?: string
  description?: string
  parameters?: Array<{ name: string; in: string; required?: boolean; description?: string; schema: Schema }>
  responses: Record<string, { description: string; content?: Record<string, { schema: Schema }> }>
}

/** The page. */
export function referencePage(snapshot: Snapshot, { info, servers, paths = {}, components }: Description): Frame {
  const base = servers?.[0]?.url ?? ''
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, Operation>).map(([method, of]) => ({ path, method, of })),
  )
  const schemas = Object.entries((components?.schemas ?? {}) as Record<string, Schema>)
  const main = html`<h1>For programs</h1>
<p class="standfirst">${info.description ?? ''}</p>
<p class="byline">${count(operations.length, 'operation')} under <code>${base}</code>, described in <a href="${base}/openapi.json">OpenAPI 3.1</a>. Errors are <code>application/problem+json</code>: 400 for a parameter that is not what it should be, 401 where a token is asked for and none is sent as <code>Authorization: Bearer …</code>, 404 for what is not in the ledger, 429 for too many requests, 500 for what is our fault.</p>
<section aria-labelledby="operations"><h2 id="operations">Operations</h2><div>
${operations.map(({ path, method, of }) => operation(base, path, method, of))}
</div></section>
<section aria-labelledby="schemas"><h2 id="schemas">What comes back</h2><div>
${schemas.map(([name, schema]) => html`<section class="operation" id="schema-${name}" aria-labelledby="name-${name}"><h3 id="name-${name}">${name}</h3>${schema.description ? html`<p>${prose(schema.description)}</p>` : nothing}${fields(schema)}</section>`)}
</div></section>`
  return { title: 'For programs', main, counts: snapshot.counts }
}

function operation(base: string, path: string, method: string, of: Operation): Html {
  const answers = Object.entries(of.responses).filter(([status]) => status.startsWith('2'))
  return html`<section class="operation" id="${of.operationId}" aria-labelledby="title-${of.operationId}">
<h3 id="title-${of.operationId}">${of.summary ?? of.operationId}</h3>
<p><code>${method.toUpperCase()} ${base}${path}</code></p>
${of.description ? html`<p>${prose(of.description)}</p>` : nothing}
${of.parameters?.length ? html`<dl class="facts">${of.parameters.map((p) => html`<div class="fact"><dt><code>${p.name}</code></dt><dd>${p.required ? nothing : 'Optional. '}${typeOf(p.schema)}${p.description ? html`. ${prose(p.description)}` : nothing}${p.schema.default === undefined ? nothing : ` ${String(p.schema.default)} when left out.`}</dd></div>`)}</dl>` : nothing}
<p class="who">Answers: ${answers.map(([, answer], i) => html`${i ? '; ' : ''}${prose(answer.description.replace(/\.$/, ''))}${answer.content ? html` (${Object.values(answer.content).map(({ schema }) => typeOf(schema))})` : nothing}`)}.</p>
</section>`
}

/** What stands in backticks is code. */
const prose = (text: string): Html =>
  html`${text.split('`').map((part, i) => (i % 2 ? html`<code>${part}</code>` : part))}`

const fields = ({ properties }: Schema): Html =>
  properties
    ? html`<dl class="facts">${Object.entries(properties).map(([name, schema]) => html`<div class="fact"><dt><code>${name}</code></dt><dd>${typeOf(schema)}${schema.description ? html`. ${prose(schema.description)}` : nothing}</dd></div>`)}</dl>`
    : nothing

/** A type in words, with a link to the noun that it is. */
function typeOf(schema: Schema): Html {
  const { $ref, type, format, items, properties, const: one } = schema
  const several = schema.anyOf ?? schema.oneOf ?? schema.allOf
  if ($ref) {
    const name = $ref.split('/').at(-1)!
    return html`<a href="#schema-${name}">${name}</a>`
  }
  if (several) return html`${several.map((s, i) => html`${i ? (schema.allOf ? ', with ' : ' or ') : ''}${typeOf(s)}`)}`
  if (schema.enum) return html`${schema.enum.map((value, i) => html`${i ? ', ' : ''}<code>${String(value)}</code>`)}`
  if (one !== undefined) return html`<code>${String(one)}</code>`
  if (items) return html`list of ${typeOf(items)}`
  if (properties)
    return html`${Object.entries(properties).map(([name, of], i) => html`${i ? ', ' : ''}<code>${name}</code> ${typeOf(of)}`)}`
  return html`${capital([type ?? 'anything'].flat().join(' or '))}${format ? ` (${format})` : ''}`
}
