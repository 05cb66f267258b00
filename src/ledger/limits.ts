/** Rows that one statement inserts: up to 21 columns each, and SQLite takes 32,766 values at once. */
export const BATCH = 500
