// The noun around which seasons are found.

/** The noun that always tells a season. */
export const SEASON_NOUN = new Set(['season', 'seasons'])
