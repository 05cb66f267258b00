// A ledger with a little news, and the server over it, for the tests of what is served.
import type { Ledger } from '../../src/ledger/ledger.ts'
import { openLedger } from '../../src/ledger/open.ts'
import type { Claim } from '../../src/reading/claim.ts'
import type { Fact } from '../../src/reading/facts/fact.ts'
import type { ServerSettings } from '../../src/server/compose.ts'
import { createServer } from '../../src/server/compose.ts'
import { article, claim } from '../ledger/material.ts'

export const HOME = 'http://localhost:2632'
export const TODAY = '2031-12-31'

export interface Served {
  ledger: Ledger
  server: ReturnType<typeof createServer>
  complaints: Error[]
  /** Tells the ledger a claim, and the id of its article. */
  tell: (published: string, outlet: string, text: string, fields: Partial<Claim>, facts?: Fact[]) => Promise<string>
  get: (path: string, headers?: Record<string, string>) => Promise<{ status: number; headers: Headers; text: string }>
}

/** Opens a ledger, in memory unless told otherwise; whoever opens one closes it. */
export async function serve(settings: Partial<ServerSettings> = {}, place = ':memory:'): Promise<Served> {
  const ledger = await openLedger(place)
  const complaints: Error[] = []
  const server = createServer({
    ledger,
    today: () => TODAY,
    access: 'local',
    version: 'test',
    sampleRemoved: () => {},
    complain: (error) => complaints.push(error),
    ...settings,
  })
  let told = 0
  const tell: Served['tell'] = async (published, outlet, text, fields, facts = []) => {
    const url = `https://news.example/${published}/${++told}`
    const of = article({ text, title: `News of ${published}`, outlet, published, url, headings: [], emphasis: [] })
    const made = [claim(of, text.slice(0, -1), fields)]
    return (await ledger.add(of, made, { heard: `${published}T08:00:00.000Z`, reading: 'test', facts })).id
  }
  const get: Served['get'] = async (path, headers = {}) => {
    const answer = await server.request(`${HOME}${path}`, { headers })
    return { status: answer.status, headers: answer.headers, text: await answer.text() }
  }
  return { ledger, server, complaints, tell, get }
}

/** Two shows and their fates through 2031; the second is spoken of beside the first. */
export async function fill({ tell }: Served): Promise<void> {
  await tell('2031-02-03', 'Cinema Daily', 'It is not decided whether Glass Harbor gets a second season.', {
    factuality: 'undecided',
    speaker: 'Dana Wells',
    role: 'showrunner',
    via: ['Kino Post'],
  })
  await tell('2031-05-12', 'Signal & Reel', 'Orbit+ has renewed Glass Harbor for a second season.', {
    speaker: 'Orbit+',
    role: 'network',
  })
  await tell('2031-06-20', 'Signal & Reel', 'Glass Harbor returns for season 2 in autumn on Orbit+.', {
    event: 'premiere',
    date: '2032-09-03',
  })
  await tell('2031-07-01', 'Kino Post', 'Night Ferry, season 1, premieres on Lumo.', {
    show: 'Night Ferry',
    season: 1,
    event: 'premiere',
    date: '2031-10-10',
    platform: 'Lumo',
  })
  await tell('2031-09-09', 'Signal & Reel', 'Lumo has cancelled Night Ferry.', {
    show: 'Night Ferry',
    season: null,
    event: 'cancellation',
    speaker: 'Lumo',
    role: 'network',
    platform: 'Lumo',
  })
}
