// Where reading an archive goes on after it was stopped: kept in the ledger as it stands here.

/** A place in an archive, in bytes: where a gzip member begins in the file, and how far into what it unpacks to; unpacked files: the sum. */
export interface Place {
  at: number
  within: number
}
