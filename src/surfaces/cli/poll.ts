// `bubblewatch poll`: one round through the sources whose time has come.
import type { Tools } from '../../watch/tools.ts'
import { Watcher } from '../../watch/watcher.ts'
import { count, instantInWords } from '../wording.ts'
import type { Terminal } from './terminal.ts'
import { oneLine } from './terminal.ts'

/**
 * Asks every source that is due, and reads what waits to be read.
 * @param signal aborted when the user wants it to stop
 */
export async function pollOnce(
  tools: Tools,
  signal: AbortSignal,
  { print, complain, progress }: Terminal,
): Promise<void> {
  const book = tools.ledger.sources
  if (!(await book.all()).length) {
    print(
      'No source is followed yet: “bubblewatch sources --suggest” names some, “bubblewatch add ADDRESS” follows one.',
    )
    return
  }
  let done = 0
  const watcher = new Watcher(tools, (outcome) => {
    if (outcome.kind === 'poll') {
      if (outcome.failure) complain(`${outcome.name}: ${outcome.failure}; it is asked again later`)
      else if (outcome.fresh) print(`${oneLine(outcome.name)}: ${count(outcome.fresh, 'new item')}`)
      return
    }
    if (outcome.kind === 'archive') {
      for (const line of [...outcome.faults, ...(outcome.failure ? [`${outcome.name}: ${outcome.failure}`] : [])])
        complain(line)
      return
    }
    progress(`${++done} items read`)
    if (outcome.failure) complain(`${outcome.name}: ${outcome.failure}; it is tried again later`)
    else if (outcome.added) print(`new    ${count(outcome.claims, 'claim').padStart(9)}  ${oneLine(outcome.name)}`)
  })
  const stop = (): void => void watcher.stop()
  signal.addEventListener('abort', stop)
  const { polls, failed, articles, claims } = await watcher.round()
  signal.removeEventListener('abort', stop)
  progress(null)
  const next = await book.nextDue()
  print(
    `Asked ${count(polls, 'source')}${failed ? `, ${failed} of which did not answer` : ''}: ${count(articles, 'article')} new with ${count(claims, 'claim')}.${next ? ` Next ${instantInWords(next, tools.now())}.` : ''}`,
  )
  if (signal.aborted) print('Stopped. The same command goes on where it stopped.')
}
