// Premieres as a calendar (RFC 5545). No article tells the hour, so that each is a day; a date that is moved or withdrawn keeps its
// UID and raises its SEQUENCE, lest it stand in somebody's calendar for ever.
import ical, { ICalEventStatus, ICalEventTransparency } from 'ical-generator'
import type { Dated } from '../../ledger/dates.ts'
import type { Spell } from '../../ledger/records.ts'
import { dateInWords } from '../../verdict/dates.ts'
import { capital, fateInWords, nameOf } from '../wording.ts'
import { urnOf } from './change-feed.ts'

const isDay = (date: string | null): date is string => date !== null && /^\d{4}-\d\d-\d\d$/.test(date)

/** How often a date may turn within one state of the ledger and still be told apart. */
const TURNS = 100

interface Premiere {
  key: string
  /** How the season stands now. */
  now: Spell
  /** The day it premieres; the last that was told when it does so no more. */
  date: string
  withdrawn: boolean
  /** ISO day since which that is so. */
  since: string
  sequence: number
}

/** What became of a season's date; null when it never had a day. */
export function premiereOf({ key, spells, texts }: Dated): Premiere | null {
  let date: string | null = null
  let withdrawn = false
  let since = ''
  let turns = 0
  for (const spell of spells) {
    if (!isDay(spell.premiere)) {
      if (date === null || withdrawn) continue
      withdrawn = true
    } else {
      if (spell.premiere === date && !withdrawn) continue
      date = spell.premiere
      withdrawn = false
    }
    turns++
    since = spell.from
  }
  if (date === null) return null
  // What is heard later may tell the past otherwise, with fewer turns; but it is one text more.
  return { key, now: spells.at(-1)!, date, withdrawn, since, sequence: texts * TURNS + Math.min(turns, TURNS - 1) }
}

const UTC = `BEGIN:VTIMEZONE
TZID:UTC
BEGIN:STANDARD
DTSTART:19700101T000000
TZOFFSETFROM:+0000
TZOFFSETTO:+0000
END:STANDARD
END:VTIMEZONE`

/**
 * The calendar.
 * @param home where the site is: "https://bubblewatch.example"
 */
export function calendarOf(title: string, home: string, seasons: readonly Dated[]): string {
  const calendar = ical({
    name: title,
    prodId: { company: 'Bubblewatch', product: 'Premieres', language: 'EN' },
    ttl: 6 * 3600,
  })
  const premieres = seasons.flatMap((of) => premiereOf(of) ?? [])
  // A calendar must have something in it.
  if (!premieres.length) calendar.timezone({ name: 'UTC', generator: () => UTC })
  for (const { key, now, date, withdrawn, since, sequence } of premieres) {
    const url = `${home}/show/${encodeURIComponent(key)}/${now.season ?? 'series'}`
    const name = `${capital(nameOf(now))}${now.platform && !withdrawn ? ` on ${now.platform}` : ''}`
    const why = now.delayed
      ? 'put off'
      : now.fate === 'renewed'
        ? 'no longer dated'
        : fateInWords(now.fate as 'ended', now.season)
    calendar.createEvent({
      id: `${urnOf('premiere', key, now.season).slice('urn:uuid:'.length)}@bubblewatch`,
      sequence,
      start: new Date(`${date}T00:00:00Z`),
      allDay: true,
      stamp: new Date(`${since}T00:00:00Z`),
      summary: withdrawn ? `${name}: ${why}` : `${name} premieres`,
      description: withdrawn
        ? `It was to premiere on ${dateInWords(date)}; since ${dateInWords(since)} it is ${why}. ${url}`
        : `Known since ${dateInWords(since)}. ${url}`,
      url,
      status: withdrawn ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      // A premiere keeps nobody busy.
      transparency: ICalEventTransparency.TRANSPARENT,
    })
  }
  return `${calendar.toString().replace(/(?:\r?\n)*$/, '')}\r\n`
}
