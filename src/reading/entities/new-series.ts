// A series that has no title yet, as an entity: the article calls it a series, and nothing can speak against that.
import type { Entity } from '../entities.ts'

/**
 * Makes the entity of a series without a title.
 * @param name what it goes by (claims.md)
 */
export const newSeries = (key: string, name: string, isNew = true): Entity => ({
  key,
  name,
  kind: 'series',
  series: 5,
  other: 0,
  person: 0,
  network: 0,
  outlet: 0,
  mentions: [],
  marked: false,
  odds: 0.97,
  known: null,
  seasoned: false,
  called: true,
  place: false,
  fullName: false,
  isNew,
  limited: false,
})

/** The key of a series that goes by its core. */
export const untitledKey = (core: string): string => `untitled: ${core}`
export const isUntitled = (key: string): boolean => key.startsWith('untitled: ')
