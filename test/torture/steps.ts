// Where a process may be killed: before or after a statement that it sends to its store.
export interface Place {
  at: RegExp
  when: 'before' | 'after'
  /** Which of them; the first when left out. */
  nth?: number
}

type Steps = Readonly<Record<string, Place>>

const MAKING: Steps = {
  'before the tables are made': { at: /create table "articles"/, when: 'before' },
  'between two tables': { at: /create table "articles"/, when: 'after' },
  'between two steps of migration': { at: /insert into "schema_version"/, when: 'after' },
}

const KEEPING: Steps = {
  'before a transaction': { at: /^begin/, when: 'before' },
  'in an empty transaction': { at: /^begin/, when: 'after' },
  'before the articles': { at: /insert into "articles"/, when: 'before' },
  'after the articles': { at: /insert into "articles"/, when: 'after' },
  'before the readings': { at: /insert into "readings"/, when: 'before' },
  'after the readings': { at: /insert into "readings"/, when: 'after' },
  'before the claims': { at: /insert into "claims"/, when: 'before' },
  'after the claims': { at: /insert into "claims"/, when: 'after' },
  'before the outlets': { at: /insert into "outlets"/, when: 'before' },
  'after the shows are marked': { at: /insert into "stale_shows"/, when: 'after' },
  'before it is committed': { at: /^commit/, when: 'before' },
  'committed, not yet acknowledged': { at: /^commit/, when: 'after' },
}

const READING_AGAIN: Steps = {
  'before a reading by later rules counts': { at: /update "articles" set "reading"/, when: 'before' },
  'after a reading by later rules counts': { at: /update "articles" set "reading"/, when: 'after' },
}

/** Of a process that makes a ledger, keeps articles one by one or a few together, and reads some again. */
export const STEPS: Steps = { ...MAKING, ...KEEPING, ...READING_AGAIN }

/** Of an archive that goes, in several pieces, into an empty ledger. */
export const ARCHIVE_STEPS: Steps = {
  'between two pieces': { at: /insert into "stale_shows"/, when: 'after' },
  'in the second piece': { at: /insert into "stale_shows"/, when: 'before', nth: 2 },
  'before the last piece is marked': { at: /insert into "stale_shows"/, when: 'before', nth: 3 },
  ...KEEPING,
}

/** Of a backup that is written: before or after a call to the file system. */
export const FILE_STEPS: Readonly<Record<string, { call: 'open' | 'rename'; when: Place['when'] }>> = {
  'written, not yet on the disk': { call: 'open', when: 'before' },
  'before it has its name': { call: 'rename', when: 'before' },
  'after it has its name': { call: 'rename', when: 'after' },
}
