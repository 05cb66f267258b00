// What every step of migrations.ts works with.
import type { RawBuilder } from 'kysely'

/** The types that the two stores name differently. */
export interface Types {
  /** Text that compares by code point. */
  text: RawBuilder<unknown>
  bytes: RawBuilder<unknown>
}

// biome-ignore lint/suspicious/noExplicitAny: each step sees the tables as the step before left them, which is not what schema.ts says
export type Earlier = any
