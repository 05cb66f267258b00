// Where a process may be killed: before or after a statement that it sends to its store.
export interface Place {
  at: RegExp
  when: 'before' | 'after'
}

export const STEPS: Readonly<Record<string, Place>> = {
  'before the tables are made': { at: /create table "articles"/, when: 'before' },
  'between two tables': { at: /create table "articles"/, when: 'after' },
  'between two steps of migration': { at: /insert into "schema_version"/, when: 'after' },
  'before a transaction': { at: /^begin/, when: 'before' },
  'in an empty transaction': { at: /^begin/, when: 'after' },
  'before the articles': { at: /insert into "articles"/, when: 'before' },
  'after the articles': { at: /insert into "articles"/, when: 'after' },
  'before the readings': { at: /insert into "readings"/, when: 'before' },
  'after the readings': { at: /insert into "readings"/, when: 'after' },
  'before the claims': { at: /insert into "claims"/, when: 'before' },
  'after the claims': { at: /insert into "claims"/, when: 'after' },
  'before a reading by later rules counts': { at: /update "articles" set "reading"/, when: 'before' },
  'after a reading by later rules counts': { at: /update "articles" set "reading"/, when: 'after' },
  'before it is committed': { at: /^commit/, when: 'before' },
  'committed, not yet acknowledged': { at: /^commit/, when: 'after' },
}
