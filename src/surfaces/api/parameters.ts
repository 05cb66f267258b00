// What may be asked: the parameters that several operations share.
import { z } from '@hono/zod-openapi'
import { toDay } from '../../article/dates.ts'

/** An ISO day that the calendar has. */
export const day = (description: string) =>
  z
    .string()
    .refine((text) => toDay(text) === text, 'is no day: write it as 2016-01-12')
    .openapi({ type: 'string', format: 'date', description, example: '2016-01-12' })

export const asOf = day('As of this day; today when left out.').optional()

/** A number of things on a page. */
export const limit = z
  .string()
  .regex(/^([1-9]\d?|1\d\d|200)$/, 'is a number from 1 to 200')
  .transform(Number)
  .optional()
  .openapi({
    type: 'integer',
    minimum: 1,
    maximum: 200,
    default: 50,
    description: 'Things on a page.',
    example: undefined,
  })
export const PER_PAGE = 50

export const showId = z
  .string()
  .min(1)
  .max(300)
  .openapi({
    param: { name: 'id', in: 'path' },
    description: 'A show: its id, or its title in any spelling.',
    example: 'jessicajones',
  })

export const seasonNumber = z
  .string()
  .regex(/^(series|[1-9]\d{0,3})$/, 'is a number from 1, or “series”')
  .transform((text) => (text === 'series' ? null : Number(text)))
  .openapi({
    type: 'string',
    pattern: '^(series|[1-9][0-9]{0,3})$',
    description:
      'A season by its number, or `series` for what was said of the series before any of its seasons was known.',
    example: '2',
  })

/** Text that is looked for as it is written. */
export const text = (description: string, example: string) =>
  z.string().min(1).max(300).optional().openapi({ description, example })
