// Figures for Prometheus: what this process has done, and how the sources stand.
import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import type { Ledger } from '../ledger/ledger.ts'
import type { SourceHealth } from '../sources/source.ts'
import type { Outcome } from './tools.ts'

export interface Metrics {
  /** To be told of each piece of work. */
  tell: (outcome: Outcome) => void
  /** The figures as text, in the format that `type` names. */
  text: () => Promise<string>
  type: string
}

/** Figures of a ledger and its sources; those of the sources are asked for when somebody reads them. */
export function openMetrics(ledger: Ledger): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const counter = (name: string, help: string, labelNames: string[] = []) =>
    new Counter({ name: `bubblewatch_${name}`, help, labelNames, registers: [registry] })
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name: `bubblewatch_${name}`, help, labelNames, registers: [registry] })

  const polls = counter('polls_total', 'Requests to feeds by this process.', ['outcome'])
  const articles = counter('articles_added_total', 'Articles that this process brought into the ledger.')
  const claims = counter('claims_added_total', 'Claims in those articles.')
  const failed = counter('items_failed_total', 'Items of feeds that could not be read when they were tried.')

  const kept = gauge('ledger', 'What the ledger holds.', ['what'])
  const sources = gauge('sources', 'Sources that are followed.')
  const items = gauge('items', 'Items of feeds by how far they have been read.', ['state'])
  const perSource: Array<[Gauge, (health: SourceHealth) => number | null]> = [
    [
      gauge('source_last_success_seconds', 'When a source answered last, in seconds since 1970.', ['source']),
      ({ source }) => seconds(source.succeeded),
    ],
    [
      gauge('source_next_poll_seconds', 'When a source is asked next, in seconds since 1970.', ['source']),
      ({ source }) => seconds(source.next),
    ],
    [
      gauge('source_failures', 'Failures of a source since it answered last.', ['source']),
      ({ source }) => source.failures,
    ],
    [
      gauge('source_gaps', 'How often a source had more news than it shows, so that items may be missing.', ['source']),
      ({ source }) => source.gaps,
    ],
  ]

  async function look(): Promise<void> {
    const { articles, claims, shows } = await ledger.counts()
    for (const [what, n] of Object.entries({ articles, claims, shows })) kept.set({ what }, n)
    const health = await ledger.sources.health()
    const sum = (of: (each: SourceHealth) => number): number => health.reduce((n, each) => n + of(each), 0)
    sources.set(health.length)
    items.set(
      { state: 'waiting' },
      sum(({ waiting }) => waiting),
    )
    items.set(
      { state: 'lost' },
      sum(({ lost }) => lost),
    )
    items.set(
      { state: 'read' },
      sum(({ items, waiting, lost }) => items - waiting - lost),
    )
    for (const [figure, of] of perSource) {
      figure.reset()
      for (const each of health) {
        const value = of(each)
        if (value !== null) figure.set({ source: each.source.url }, value)
      }
    }
  }

  return {
    tell(outcome) {
      if (outcome.kind === 'poll') polls.inc({ outcome: outcome.failure ? 'failed' : 'answered' })
      else if (outcome.kind === 'archive') {
        articles.inc(outcome.articles)
        claims.inc(outcome.claims)
      } else if (outcome.failure) failed.inc()
      else if (outcome.added) {
        articles.inc()
        claims.inc(outcome.claims)
      }
    },
    async text() {
      await look()
      return registry.metrics()
    },
    type: registry.contentType,
  }
}

const seconds = (instant: string | null): number | null => (instant === null ? null : Date.parse(instant) / 1000)
