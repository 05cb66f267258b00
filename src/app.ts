// The command. The one place that knows all the parts: it hands each what it needs, and loads none before it is asked for.
import { readFileSync } from 'node:fs'
import { findPackageJSON } from 'node:module'
import { dirname } from 'node:path'
import { Command, InvalidArgumentError, Option } from 'commander'
import { serveCommand } from './app/serving.ts'
import { allowPrivate, watchingCommands, workerCommand } from './app/watching.ts'
import type { Ledger } from './ledger/ledger.ts'
import type { StatusOptions } from './surfaces/cli/status.ts'

// Above this file in a clone and in the published package, at the same height as phrases/ and corpus/.
const manifest = findPackageJSON('..', import.meta.url)!
const root = dirname(manifest)
const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }

const today = (): string => new Date().toISOString().slice(0, 10)

const program = new Command('bubblewatch')
  .description('Is it coming back, when, says who, and how sure are they?')
  .version(version)
  .configureOutput({
    outputError: (text, write) =>
      write(
        `${text
          .replace(/^error: /, 'bubblewatch: ')
          .trim()
          .replace(/\n/g, ' ')} (bubblewatch --help tells what there is)\n`,
      ),
  })
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
  .addHelpText(
    'after',
    `
Examples:
  bubblewatch read https://example.com/article.html     what an article claims, and what follows from it
  bubblewatch status "Jessica Jones" --as-of 2016-01-12  what was known of a show's seasons on a day

The ledger lies where the system keeps an application's data; BUBBLEWATCH_DATA names another folder, DATABASE_URL a PostgreSQL
database to keep it in instead.`,
  )

/** The version of the rules, under which the ledger keeps what they read. */
const rules = async (): Promise<string> => (await import('./phrasebook/version.ts')).rulesVersion(root, version)

const knownAt = new Option(
  '--known-at <date>',
  'what we had heard, and how we read it, by the end of that day',
).argParser((text) => `${day(text)}T23:59:59.999Z`)
const asOf = new Option('--as-of <date>', 'what was known on that day').argParser(day)
const published = new Option('--published <date>', 'day of publication, where the text does not tell').argParser(day)
const outlet = new Option('--outlet <name>', 'who published it, where the text does not tell')

program
  .command('read')
  .description('read an article: its claims, and the verdict on every season that it speaks of')
  .argument('[file|url|-]', 'plain text, HTML or Markdown; "-" for stdin, as is nothing at all behind a pipe')
  .option('--json', 'for programs: article, claims, verdicts')
  .addOption(
    new Option(
      '--jsonl',
      'read JSON Lines {id, text, title?, outlet?, published?, url?}, print {id, claims} for each',
    ).conflicts(['json', 'why']),
  )
  .option('--why', 'print the steps that made each claim')
  .addOption(published)
  .addOption(outlet)
  .addOption(allowPrivate)
  .action(
    async (
      given: string | undefined,
      options: {
        json?: boolean
        jsonl?: boolean
        why?: boolean
        published?: string
        outlet?: string
        allowPrivate: string[]
      },
    ) => {
      // `read --jsonl < FILE`; before a keyboard it would wait for ever without a word.
      if (given === undefined && process.stdin.isTTY)
        program.error('error: name a file or an address to read, or "-" for stdin')
      const input = given ?? '-'
      const { openTerminal } = await import('./surfaces/cli/terminal.ts')
      if (options.jsonl) {
        const { readLines } = await import('./surfaces/cli/read-lines.ts')
        const broken = await readLines(input, options, root, openTerminal())
        if (broken) process.exitCode = 1
        return
      }
      const { readArticle } = await import('./surfaces/cli/read.ts')
      await readArticle(input, options, root, today(), openTerminal())
    },
  )

watchingCommands(program, { root, rules, withLedger }, [published, outlet])

program
  .command('reread')
  .description('read the texts in the ledger again by today’s rules; the earlier readings stay')
  .action(async () => {
    const { rereadArticles } = await import('./surfaces/cli/reread.ts')
    const { openTerminal } = await import('./surfaces/cli/terminal.ts')
    const settings = { root, version: await rules() }
    const failed = await withLedger((ledger) => rereadArticles(settings, ledger, openTerminal()))
    if (failed) process.exitCode = 1
  })

program
  .command('status')
  .description('what is known of a show: a line a season')
  .argument('<title>', 'in any spelling')
  .option('--season <number>', 'this season alone', seasonNumber)
  .addOption(asOf)
  .addOption(knownAt)
  .option('--why', 'tell the reasons of each verdict')
  .option('--json', 'for programs: the verdicts, whole')
  .action(async (title: string, options: Omit<StatusOptions, 'asOf'> & { asOf?: string }) => {
    const { showStatus } = await import('./surfaces/cli/status.ts')
    const { openTerminal } = await import('./surfaces/cli/terminal.ts')
    await withLedger((ledger) =>
      showStatus(title, { ...options, asOf: options.asOf ?? today() }, ledger, openTerminal()),
    )
  })

program
  .command('changes')
  .description('what changed since a day: once for each changed belief, with the words that changed it')
  .requiredOption('--since <date>', 'from this day on', day)
  .addOption(asOf)
  .addOption(knownAt)
  .option('--json', 'for programs: the changes, whole')
  .action(async (options: { since: string; asOf?: string; knownAt?: string; json?: boolean }) => {
    const { showChanges } = await import('./surfaces/cli/changes.ts')
    const { openTerminal } = await import('./surfaces/cli/terminal.ts')
    await withLedger((ledger) => showChanges({ ...options, asOf: options.asOf ?? today() }, ledger, openTerminal()))
  })

program
  .command('sample')
  .description('add the sample to the ledger: dispatches on the Marvel series that Netflix had from 2013 to 2019')
  .option('--remove', 'take it out again')
  .action(async ({ remove }: { remove?: boolean }) => {
    const { addSample, rememberSample } = await import('./surfaces/cli/sample.ts')
    const { ledgerPath } = await import('./ledger/open.ts')
    const { openExplainer } = await import('./phrasebook/reader.ts')
    const version = await rules()
    const { articles, claims } = await withLedger((ledger) =>
      remove ? ledger.removeSample() : addSample({ root, version, read: openExplainer(root) }, ledger),
    )
    rememberSample(ledgerPath(), !remove)
    const nothing = remove ? 'There was no sample in the ledger.' : 'The sample is in the ledger already.'
    console.log(
      articles ? `${remove ? 'Removed' : 'Added'} the sample: ${articles} articles with ${claims} claims.` : nothing,
    )
  })

program
  .command('export')
  .description('print all that the ledger keeps, a line of JSON for each article')
  .option('--schema', 'print the JSON Schema of those lines instead')
  .action(async ({ schema }: { schema?: boolean }) => {
    if (schema) {
      const { exportSchema } = await import('./ledger/archive-schema.ts')
      console.log(JSON.stringify(exportSchema(), null, 2))
      return
    }
    const { exportLedger } = await import('./surfaces/cli/archive.ts')
    const { openTerminal } = await import('./surfaces/cli/terminal.ts')
    await withLedger((ledger) => exportLedger(ledger, openTerminal()))
  })

for (const [name, description] of [
  ['import', 'add what an export or a backup holds; what the ledger has already stays as it is'],
  ['backup', 'write all that the ledger keeps into one compressed file'],
  ['restore', 'bring back a backup, into an empty ledger'],
] as const)
  program
    .command(name)
    .description(description)
    .argument('<file>', name === 'import' ? '"-" for stdin' : '')
    .action(async (file: string) => {
      const { backUp, importInto, restore } = await import('./surfaces/cli/archive.ts')
      const { openTerminal } = await import('./surfaces/cli/terminal.ts')
      const work = { import: importInto, backup: backUp, restore }[name]
      await withLedger((ledger) => work(file, ledger, openTerminal()))
    })

serveCommand(program, { root, rules, today, version })

program
  .command('token')
  .description('make the token that “serve” asks for where others can reach it; the one before it ends')
  .argument('[name]', 'of a further reader, with follows of their own', '')
  .option('--remove', 'end it, and make no other')
  .action(async (name: string, { remove }: { remove?: boolean }) => {
    const { newToken } = await import('./server/door.ts')
    const token = newToken()
    await withLedger(async ({ readers }) => {
      await readers.shutOut(name)
      if (!remove) await readers.admit(token, 'token', name, null)
    })
    console.log(
      remove ? 'It ended.' : `${token}\nIt is told this once, and kept as a hash. The one before it has ended.`,
    )
  })

workerCommand(program, { root, rules })

/** Opens the ledger for one piece of work. */
async function withLedger<T>(work: (ledger: Ledger) => Promise<T>): Promise<T> {
  const { openLedger } = await import('./ledger/open.ts')
  const ledger = await openLedger()
  try {
    return await work(ledger)
  } finally {
    await ledger.close()
  }
}

function day(text: string): string {
  const found =
    /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) ? new Date(text).toISOString().slice(0, 10) : null
  if (found !== text) throw new InvalidArgumentError('Write a day as 2016-01-12.')
  return text
}

function seasonNumber(text: string): number {
  if (!/^\d{1,4}$/.test(text) || Number(text) === 0)
    throw new InvalidArgumentError('Write a season as a number, from 1.')
  return Number(text)
}

try {
  await program.parseAsync()
} catch (error) {
  // Whatever went wrong is one line to the user; DEBUG brings the rest.
  process.stderr.write(
    `bubblewatch: ${(error as Error).message}\n${process.env.DEBUG ? `${(error as Error).stack}\n` : ''}`,
  )
  process.exitCode = 1
}
