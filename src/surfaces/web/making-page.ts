// The page while something is being made: boards after a large import or an update of the rules, the sample at the very first start.
import { html } from 'hono/html'
import type { Making } from '../almanac.ts'
import { count } from '../wording.ts'
import type { Frame } from './layout.ts'

/** Articles of the sample that have been read, of all that it has. */
export interface Filling {
  done: number
  of: number
}

/** The page while boards are being made. */
export const makingPage = ({ done, shows }: Making, next: string): Frame =>
  waitingPage({
    title: 'The board is being made',
    about: 'Much has come in at once. What follows from it is found show by show; nothing is lost meanwhile.',
    label: `${count(done, 'show')} of ${shows}`,
    done,
    of: shows,
    next,
  })

/** The page while the sample is being read. */
export const fillingPage = ({ done, of }: Filling, next: string): Frame =>
  waitingPage({
    title: 'The sample is being read',
    about: `${count(of, 'dispatch', 'dispatches')} on the Marvel series that Netflix had, for you to look around on. It takes some seconds, this once.`,
    label: `${count(done, 'dispatch', 'dispatches')} of ${of}`,
    done,
    of,
    next,
  })

interface Waiting {
  title: string
  about: string
  label: string
  done: number
  of: number
  /** Path that was asked for. */
  next: string
}

/**
 * Where scripts run the bar moves, and what was asked for comes when all is there (assets/waiting.js). The page never loads itself
 * again before: whoever reads slowly, or by ear, would be thrown back to its start (WCAG 2.2.1).
 */
function waitingPage({ title, about, label, done, of, next }: Waiting): Frame {
  const main = html`<h1>${title}</h1>
<p class="standfirst">${about}</p>
<p class="making"><label for="making">${label}</label> <progress id="making" value="${done}" max="${of}"></progress></p>
<p><a href="${next}">Look again</a></p>`
  return { title, main, counts: null, script: 'waiting.js' }
}
