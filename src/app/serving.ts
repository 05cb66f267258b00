// The command that shows the board, and what it keeps going beside its pages.
import type { Command } from 'commander'
import { InvalidArgumentError } from 'commander'
import type { Surroundings } from './watching.ts'

interface Settings extends Pick<Surroundings, 'root' | 'rules'> {
  /** The ISO day that it is, whenever it is asked for. */
  today: () => string
  /** The program's own. */
  version: string
}

/** Adds the command to the program. */
export function serveCommand(program: Command, { root, rules, today, version }: Settings): void {
  program
    .command('serve')
    .description('show the board in a browser')
    .option('--port <number>', 'where to listen (default: 2632, or a free port if that is taken)', portNumber)
    .option('--host <address>', 'address to listen on; any but loopback asks for a token', '127.0.0.1')
    .option('--public', 'anybody may read; changing anything asks for a token all the same')
    .option('--url <address>', 'where others reach it through a proxy; asks for a token', webAddress)
    .action(
      async ({ public: open = false, ...options }: { port?: number; host: string; public?: boolean; url?: URL }) => {
        const { startServer } = await import('../server/serve.ts')
        const { rememberSample } = await import('../surfaces/cli/sample.ts')
        const { ledgerPath, openLedger } = await import('../ledger/open.ts')
        const ledger = await openLedger({ beside: true })
        const { watchFor } = await import('./watching.ts')
        const { firstRun } = await import('./first-run.ts')
        const { feedChoices } = await import('../surfaces/web/feed-choices.ts')
        const watching = await watchFor(ledger, { root, rules })
        const first = await firstRun(ledger, { root, version: await rules(), read: watching.read })
        const server = await startServer({
          ...options,
          open,
          ledger,
          today,
          version,
          token: process.env.BUBBLEWATCH_TOKEN,
          sampleRemoved: () => rememberSample(ledgerPath(), false),
          filling: first.progress,
          incoming: watching,
          feeds: feedChoices(ledger.sources, watching.suggestions, Date.now),
        })
        watching.start()
        const stop = async (): Promise<void> => {
          await Promise.all([server.stop(), watching.stop(), first.stop()])
          await ledger.close()
          process.exit(0)
        }
        for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop())
        const once = server.token ? '\nThe token in it is told this once; “bubblewatch token” makes another.' : ''
        const { count } = await import('../watch/count.ts')
        const following = (await ledger.sources.all()).length
        const news = following
          ? `It follows ${count(following, 'source')}.`
          : `No source is followed yet: choose some at ${new URL('/sources', server.address).href}`
        const sample = first.progress() ? '\nThe sample is being read; the board tells how far it is.' : ''
        console.log(`Bubblewatch shows its board at ${server.address}${once}\n${news}${sample}\nCtrl-C ends it.`)
        first.start(console.log)
      },
    )
}

function webAddress(text: string): URL {
  const url = URL.parse(text)
  if (!url || !/^https?:$/.test(url.protocol) || url.href !== `${url.origin}/`)
    throw new InvalidArgumentError('Write the address of a whole site, as https://board.example.')
  return url
}

function portNumber(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65535)
    throw new InvalidArgumentError('Write a port as a number from 0 to 65535.')
  return Number(text)
}
