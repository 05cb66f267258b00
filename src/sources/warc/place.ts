// Where reading an archive goes on after it was stopped: kept in the ledger as it stands here.

/** A place in an archive, in bytes: where a gzip member begins in the file, and how far into what it unpacks to; unpacked files: the sum. */
export interface Place {
  at: number
  within: number
}

/** What is remembered of archives. Several processes may use one at a time. */
export interface ArchiveBook {
  /** Where the reading of an archive was left; null for its beginning. */
  place(id: string): Promise<Place | null>
  /** @param place null once the archive has been read to its end */
  keepPlace(id: string, place: Place | null): Promise<void>
  /** Leaves an archive to whoever works. @returns false when it is left already */
  leave(path: string): Promise<boolean>
  /** Those that wait or are being read, by path, with why they could not be read when they were tried last. */
  left(): Promise<Array<{ path: string; failure: string | null }>>
  /** Takes an archive, so that nobody else reads it until then. @returns false when it is taken, or done */
  lease(path: string, now: string, until: string): Promise<boolean>
  /** It is mine, or is left alone, until then; null gives it free. */
  later(path: string, until: string | null, failure: string | null): Promise<void>
  /** It has been read to its end, or cannot be read at all. */
  done(path: string): Promise<void>
}
