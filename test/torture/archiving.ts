// A process that restores, imports or backs up until it is killed: `archiving.ts PLACE COMMAND FILE [STEP]`. It prints one line when
// it is done. With a step (of steps.ts) it kills itself there.
import { openLedger } from '../../src/ledger/open.ts'
import { backUp, importInto, restore } from '../../src/surfaces/cli/archive.ts'
import type { Terminal } from '../../src/surfaces/cli/terminal.ts'
import { dieAt, dieAtFile } from './dying.ts'
import { ARCHIVE_STEPS, FILE_STEPS } from './steps.ts'

const [place, command, file, step] = process.argv.slice(2) as [string, 'restore' | 'import' | 'backup', string, string?]
const ledger = await openLedger(place)
if (step && step in FILE_STEPS) dieAtFile(FILE_STEPS[step]!)
else if (step) dieAt(ARCHIVE_STEPS[step]!)
process.stdout.write('begins\n')
await { restore, import: importInto, backup: backUp }[command](file, ledger, { print: console.log } as Terminal)
await ledger.close()
