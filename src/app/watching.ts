// The commands for what comes in: add, sources, poll, doctor.
import type { Command } from 'commander'
import { InvalidArgumentError, Option } from 'commander'
import type { Ledger } from '../ledger/ledger.ts'
import type { Suggestion } from '../sources/suggestions.ts'
import type { Offers } from '../watch/adding/offers.ts'
import type { Metrics } from '../watch/metrics.ts'
import type { Tools } from '../watch/tools.ts'

export interface Surroundings {
  /** The package's folder. */
  root: string
  /** The version of the rules. */
  rules: () => Promise<string>
  withLedger: <T>(work: (ledger: Ledger) => Promise<T>) => Promise<T>
}

export const allowPrivate = new Option(
  '--allow-private <host>',
  'reach this host although its address is not public, as nas.local:8989; may be given several times',
)
  .default([])
  .argParser((text: string, before: unknown) => {
    if (!/^[^\s/?#@]+$/.test(text) || !URL.canParse(`http://${text}`))
      throw new InvalidArgumentError('Write a host as it stands in the address, with its port: nas.local:8989.')
    return [...(before as string[]), text]
  })

/** Adds the commands to the program. */
export function watchingCommands(program: Command, { root, rules, withLedger }: Surroundings, about: Option[]): void {
  /** Opens the ledger and the tools for one piece of work. */
  const withTools = async <T>(work: (tools: Tools) => Promise<T>): Promise<T> => {
    const { openTools } = await import('../watch/open.ts')
    const version = await rules()
    return withLedger(async (ledger) => {
      const { tools, close } = await openTools({
        root,
        rules: version,
        ledger,
        shared: process.env.DATABASE_URL || null,
      })
      try {
        return await work(tools)
      } finally {
        await close()
      }
    })
  }

  const add = program
    .command('add')
    .description('read articles into the ledger, follow feeds')
    .argument(
      '<what...>',
      'a feed’s address, a site (its feeds are found), a page, a file, a folder, an OPML list, a WARC archive of the web (.warc, .warc.gz), JSON Lines {text, title?, outlet?, published?, modified?, url?}; "-" for stdin',
    )
    .addOption(allowPrivate)
  for (const option of about) add.addOption(option)
  add.option('--later', 'leave archives to “bubblewatch worker” or “serve”, which find them under the same path')
  interface Added {
    published?: string
    outlet?: string
    allowPrivate: string[]
    later?: boolean
  }
  add.action(async (inputs: string[], options: Added) => {
    const { allowPrivate, later, ...known } = options
    const { addAll, leaveAll } = await import('../surfaces/cli/add.ts')
    const { openTerminal } = await import('../surfaces/cli/terminal.ts')
    if (later) {
      if (await withLedger(({ archives }) => leaveAll(inputs, archives, openTerminal()))) process.exitCode = 1
      return
    }
    const signal = stopping()
    const failed = await withTools((tools) =>
      addAll(inputs, { tools, about: known, allowPrivate, signal }, openTerminal()),
    )
    if (failed) process.exitCode = 1
    if (signal.aborted) process.exit(130)
  })

  program
    .command('sources')
    .description('the feeds that are followed')
    .argument('[remove]', '“remove” ends following those that are named')
    .argument('[which...]', 'ids or addresses')
    .option('--suggest', 'the trade’s feeds to choose from; nothing is fetched')
    .addOption(new Option('--json', 'for programs').conflicts(['suggest', 'opml']))
    .addOption(new Option('--opml', 'as a list for other readers').conflicts('suggest'))
    .action(
      async (
        verb: string | undefined,
        which: string[],
        options: { suggest?: boolean; json?: boolean; opml?: boolean },
      ) => {
        if (verb !== undefined && (verb !== 'remove' || !which.length))
          program.error('error: write “sources remove ID…”, or “sources” alone')
        const { listSources, removeSources, suggestSources } = await import('../surfaces/cli/sources.ts')
        const { openTerminal } = await import('../surfaces/cli/terminal.ts')
        const terminal = openTerminal()
        const { suggestions } = await import('../sources/suggestions.ts')
        await withLedger(async ({ sources }) => {
          if (verb) process.exitCode = (await removeSources(which, sources, terminal)) ? 1 : 0
          else if (options.suggest) await suggestSources(suggestions(root), sources, terminal)
          else await listSources(sources, Date.now(), options, terminal)
        })
      },
    )

  program
    .command('poll')
    .description('one round: ask every source whose time has come, read what is new')
    .action(async () => {
      const { pollOnce } = await import('../surfaces/cli/poll.ts')
      const { openTerminal } = await import('../surfaces/cli/terminal.ts')
      const signal = stopping()
      await withTools((tools) => pollOnce(tools, signal, openTerminal()))
      if (signal.aborted) process.exit(130)
    })

  program
    .command('doctor')
    .description('what is well and what is not: the ledger, each source with its last answer, failures and gaps')
    .action(async () => {
      const { examine } = await import('../surfaces/cli/doctor.ts')
      const { openTerminal } = await import('../surfaces/cli/terminal.ts')
      const { ledgerPlace } = await import('../ledger/open.ts')
      const { withoutPassword } = await import('../ledger/place.ts')
      const amiss = await withLedger((ledger) =>
        examine(ledger, withoutPassword(ledgerPlace()), Date.now(), openTerminal()),
      )
      if (amiss) process.exitCode = 1
    })
}

/** The command that shares the work with other machines. */
export function workerCommand(program: Command, { root, rules }: Pick<Surroundings, 'root' | 'rules'>): void {
  program
    .command('worker')
    .description('ask the sources together with other workers, on any number of machines, over one PostgreSQL database')
    .action(async () => {
      const url = process.env.DATABASE_URL
      if (!url)
        throw new Error(
          'workers share a PostgreSQL database: name it as DATABASE_URL=postgres://…; alone, “bubblewatch serve” does all',
        )
      const { openLedger } = await import('../ledger/open.ts')
      const { openTools } = await import('../watch/open.ts')
      const { startWorker } = await import('../watch/worker.ts')
      const { openTerminal, oneLine } = await import('../surfaces/cli/terminal.ts')
      const { count } = await import('../watch/count.ts')
      const { print, complain } = openTerminal()
      const ledger = await openLedger(url)
      const { tools, close } = await openTools({ root, rules: await rules(), ledger, shared: url })
      const worker = await startWorker({
        url,
        tools,
        complain: (error) => complain(error.message),
        tell(outcome) {
          if (outcome.kind === 'archive') {
            for (const line of outcome.faults) complain(line)
            print(
              `${oneLine(outcome.name)}: ${count(outcome.articles, 'article')} new with ${count(outcome.claims, 'claim')}`,
            )
          }
          if (outcome.failure) complain(`${outcome.name}: ${outcome.failure}`)
          else if (outcome.kind === 'page' && outcome.added)
            print(`new    ${count(outcome.claims, 'claim').padStart(9)}  ${oneLine(outcome.name)}`)
        },
      })
      print(`Works on ${count((await ledger.sources.all()).length, 'source')}. Ctrl-C ends it.`)
      stopping().addEventListener('abort', async () => {
        await worker.stop()
        await close()
        await ledger.close()
        process.exit(0)
      })
    })
}

/** What a server keeps going beside its pages: the sources are asked for news, and what comes of it is counted. */
export async function watchFor(
  ledger: Ledger,
  { root, rules }: Pick<Surroundings, 'root' | 'rules'>,
): Promise<{
  suggestions: Suggestion[]
  metrics: Metrics
  read: Tools['read']
  offers: Offers
  start: () => void
  stop: () => Promise<void>
}> {
  const { suggestions } = await import('../sources/suggestions.ts')
  const { openTools } = await import('../watch/open.ts')
  const { openMetrics } = await import('../watch/metrics.ts')
  const { Watcher } = await import('../watch/watcher.ts')
  const { openOffers } = await import('../watch/adding/offers.ts')
  const metrics = openMetrics(ledger)
  const shared = process.env.DATABASE_URL || null
  const { tools, close } = await openTools({ root, rules: await rules(), ledger, shared })
  const watcher = new Watcher(tools, metrics.tell)
  const start = (): void => void watcher.run((error) => process.stderr.write(`bubblewatch: ${error.message}\n`))
  const stop = async (): Promise<void> => {
    await watcher.stop(1000)
    await close()
  }
  return { suggestions: suggestions(root), metrics, read: tools.read, offers: openOffers(tools), start, stop }
}

/** Aborted by the first Ctrl-C, so that what is under way ends well; the second ends the process at once. */
function stopping(): AbortSignal {
  const controller = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      if (controller.signal.aborted) process.exit(130)
      controller.abort()
    })
  return controller.signal
}
