// Cursors: where a page ended, in letters that nobody need understand.
import { z } from '@hono/zod-openapi'

/** @param at where the page ended */
export const cursorOf = (at: readonly (string | number | null)[]): string =>
  Buffer.from(JSON.stringify(at)).toString('base64url')

/** A query parameter that holds a cursor with these parts. */
export const cursor = <T extends z.ZodType>(parts: T) =>
  z
    .string()
    .max(2000)
    .transform((text, context): z.output<T> => {
      let found: unknown
      try {
        const json = Buffer.from(text, 'base64url').toString()
        // No name holds this letter, and PostgreSQL takes none that does.
        if (!/\\u0000/.test(json)) found = JSON.parse(json)
      } catch {}
      const parsed = parts.safeParse(found)
      if (parsed.success) return parsed.data
      context.addIssue('is no cursor of this list: take the one that the page before gave as “next”')
      return z.NEVER
    })
    .optional()
    .openapi({ type: 'string', description: 'Where to go on: `next` of the page before.', example: undefined })

/**
 * Cuts a page, and tells where the next begins.
 * @param rows one more than the page holds, where there are so many
 */
export function pageOf<T>(
  rows: readonly T[],
  limit: number,
  at: (last: T) => readonly (string | number | null)[],
): { page: T[]; next: string | null } {
  const page = rows.slice(0, limit)
  return { page, next: rows.length > limit ? cursorOf(at(page.at(-1)!)) : null }
}
