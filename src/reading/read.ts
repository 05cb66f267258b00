// The reading: an ordered list of stages that take an article to its claims. Pure: no clock, no network, no disk; the same
// article and the same phrase book give the same claims.

import type { Article } from '../article/article.ts'
import { findAnnounced } from './announced.ts'
import { findShortAnswers } from './answers.ts'
import { Attribution } from './attribution.ts'
import type { Claim, Step } from './claim.ts'
import { opensOnFuture } from './claims/needs.ts'
import type { ClaimsInput } from './claims.ts'
import { makeClaims } from './claims.ts'
import { findConstructions } from './constructions.ts'
import { countsOf } from './counts.ts'
import type { DateMention } from './dates.ts'
import { findDates } from './dates.ts'
import type { Quotation, Sentence } from './document.ts'
import { addAdapted } from './entities/adapted.ts'
import { addCores } from './entities/cores.ts'
import { linkShortForms } from './entities/short-forms.ts'
import type { Entity, EntityInput } from './entities.ts'
import { resolveEntities } from './entities.ts'
import type { EventCandidate, SentenceView } from './events.ts'
import { findEvents } from './events.ts'
import { findHedges } from './factuality/hedges.ts'
import { markFurniture } from './furniture.ts'
import { markHeadlines } from './headlines.ts'
import { askedAbout, findAnswers, questionsOf } from './interviews.ts'
import type { Knowledge } from './knowledge.ts'
import { findGapped, findGappedSeasons, findListings } from './listings.ts'
import { splitNumbered } from './names/numbered.ts'
import { findOrgs } from './names/organisations.ts'
import type { NameMention, OrgMention } from './names.ts'
import { findNames } from './names.ts'
import { nameOffshoots } from './offshoots.ts'
import type { PersonMention } from './people.ts'
import { findPeople } from './people.ts'
import { contextOf } from './phrase-context.ts'
import { findQuotations, findUnmarked } from './quotations.ts'
import { holding, within } from './ranges.ts'
import { mayHoldClaim } from './scan.ts'
import { findScorecard } from './scorecards.ts'
import { numberApposed } from './seasons/apposed.ts'
import { findEllipses } from './seasons/ellipses.ts'
import { findSeasons } from './seasons.ts'
import { findSections, showUnder } from './sections.ts'
import { splitSentences } from './sentences.ts'
import { isAside, mayBeShow } from './shows.ts'
import { firstNetwork, inferredOrgs, strangersOf } from './strangers.ts'
import { aboutTelevision, promoteLead } from './television.ts'
import { findThemes } from './themes.ts'
import type { Token } from './tokens.ts'
import { tokenize } from './tokens.ts'
import { aboutOf, type Salience, salienceOf } from './topics/salience.ts'
import { followTopics } from './topics.ts'
import { findSame } from './verb-ellipses.ts'
import { findVerbGroups } from './verbs.ts'

/**
 * Reads an article.
 * @param article text with what is known about it; offsets in the claims are UTF-16 code units into `article.text`
 * @param knowledge a compiled phrase book
 * @returns the claims in the order of their evidence; [] for a text that makes none. Never throws, whatever the text.
 */
export function read(article: Article, knowledge: Knowledge): Claim[] {
  const analysis = analyse(article, knowledge)
  return analysis ? makeClaims(analysis) : []
}

/**
 * Reads an article, and tells what looked like a claim and came to none: for whoever misses one.
 * @returns the claims, as {@link read} gives them; and the words passed over, each with the step at which that was decided
 */
export function readWhy(article: Article, knowledge: Knowledge): { claims: Claim[]; passedOver: Step[] } {
  const analysis = analyse(article, knowledge)
  if (!analysis)
    return { claims: [], passedOver: [{ stage: 'scan', note: 'too few words of the trade: the text was not read' }] }
  const passedOver: Step[] = []
  return { claims: makeClaims({ ...analysis, passedOver }), passedOver }
}

/** Everything that the stages before the last one find. */
export interface Analysis extends ClaimsInput {
  tokens: Token[]
  sentences: Sentence[]
  quotations: Quotation[]
  names: NameMention[]
  entities: Map<string, Entity>
  orgs: OrgMention[]
  people: PersonMention[]
  typing: EntityInput
  /** The shows that the article may be about. */
  salience: Salience[]
}

/** Runs the stages up to the claims; null when the first scan finds nothing to read. */
export function analyse(article: Article, knowledge: Knowledge): Analysis | null {
  const { text } = article
  if (!mayHoldClaim(text)) return null
  const { lexicon } = knowledge

  // Words, sentences, quotations.
  const tokens = tokenize(text)
  if (!tokens.length) return null
  const sentences = markFurniture(splitSentences(text, tokens, lexicon), tokens, knowledge.furniture, article.author)
  markHeadlines(article, sentences, tokens, knowledge)
  const sentenceOf = new Int32Array(tokens.length)
  for (const s of sentences) sentenceOf.fill(s.i, s.from, s.to)
  const marked = findQuotations(tokens, sentences, knowledge)
  const quotations = [
    ...marked,
    ...findUnmarked(tokens, sentences, knowledge, marked),
    ...findAnswers(tokens, sentences, marked),
  ]
  const speechOf = speechMap(tokens, quotations)
  const questions = questionsOf(sentences, quotations)

  // Mentions: seasons, organisations, names and what they name.
  const said = sentences.flatMap((s) => (s.furniture ? [] : findSeasons(tokens, s, lexicon)))
  const mentioned = [...said, ...findEllipses(tokens, sentences, said, lexicon)].sort((a, b) => a.from - b.from)
  const worded = numberApposed(tokens, mentioned, lexicon)
  const nameInput = {
    tokens,
    sentences,
    quotations,
    seasons: worded,
    emphasis: article.emphasis,
    knowledge,
    outlet: article.outlet,
  }
  const known = findOrgs(nameInput)
  const television = aboutTelevision(tokens, lexicon, worded, known)
  const { names, seasons: ofTitles } = splitNumbered(tokens, findNames(nameInput, known), television, worded, knowledge)
  const seasons = [...worded, ...ofTitles].sort((a, b) => a.from - b.from)
  const sections = findSections({
    tokens,
    sentences,
    names,
    seasons,
    orgs: known,
    answers: questions.map((q) => q.answer),
    lexicon,
  })
  const typing = {
    text,
    headed: new Set(sections),
    asked: questions.map((q) => q.question),
    tokens,
    sentences,
    sentenceOf,
    seasons,
    orgs: known,
    knowledge,
    television,
    context: contextOf(tokens, knowledge.lexicon, [], seasons, known),
  }
  const entities = linkShortForms(resolveEntities(typing, names), tokens)
  const cores = [...addCores(typing, names, entities), ...addAdapted(typing, names, entities)].sort(
    (a, b) => a.from - b.from,
  )
  const orgs = [...known, ...inferredOrgs(names, entities)].sort((a, b) => a.from - b.from)
  const masked = new Uint8Array(tokens.length)
  for (const range of [...names, ...orgs]) masked.fill(1, range.from, range.to)
  for (const season of seasons) masked.fill(1, season.from, season.to)

  const plain = contextOf(tokens, knowledge.lexicon, [], seasons, orgs)
  const people = findPeople({ text, tokens, sentences, sentenceOf, names, entities, orgs, phrases: plain, knowledge })

  // Sentences with their verbs, themes, dates and events; which show all is about.
  const starts = new Set(names.map((n) => n.from))
  const titleAt = (i: number): boolean => starts.has(i) || (/^[“"‘]$/.test(tokens[i]?.norm ?? '') && starts.has(i + 1))
  const untitledAt = new Uint8Array(tokens.length)
  for (const { phrase } of cores) untitledAt.fill(1, phrase.from, phrase.to)
  const titled = names.flatMap((mention) => {
    if (untitledAt.subarray(mention.from, mention.to).includes(1)) return []
    const entity = entities.get(mention.key)
    if (!entity || !mayBeShow(mention, entity, people, knowledge)) return []
    // "Leeds-set drama", "Mossad-themed thriller": it says what the series is like.
    if (!mention.mark && tokens[mention.to]?.glued) return []
    // "Baz Marrow's The Get-Out": whose it is.
    const somebody = entity.fullName || (mention.to - mention.from > 1 && !entity.seasoned && !entity.called)
    if (!mention.mark && tokens[mention.to]?.norm === "'s" && somebody && titleAt(mention.to + 1)) return []
    const { from, to } = mention
    return [{ from, to, mention, entity, aside: isAside(tokens, mention, people, knowledge) }]
  })
  const untitled = cores.map((mention) => {
    const { phrase, key } = mention
    return { ...phrase, mention: { ...mention, ...phrase }, entity: entities.get(key)!, aside: false }
  })
  const shows = [...titled, ...untitled].sort((a, b) => a.from - b.from)
  const titles = names.filter((name) => name.mark)
  const views: SentenceView[] = []
  const dates: DateMention[][] = []
  for (const sentence of sentences) {
    if (sentence.furniture) {
      views.push({
        tokens,
        lexicon,
        sentence,
        groups: [],
        themes: [],
        masked,
        orgs: [],
        persons: [],
        phrases: contextOf(tokens, knowledge.lexicon, [], [], []),
      })
      dates.push([])
      continue
    }
    const inSentence = within(shows, sentence)
    const groups = findVerbGroups(tokens, sentence, lexicon, masked)
    const seasonsHere = within(seasons, sentence)
    const themes = findThemes(
      {
        tokens,
        lexicon,
        shows: inSentence,
        seasons: seasonsHere,
        masked,
        groups,
        nationalities: knowledge.nationalities,
      },
      sentence,
    )
    views.push({
      tokens,
      lexicon,
      sentence,
      masked,
      themes,
      groups,
      persons: within(people, sentence).filter((p) => !inSentence.some((show) => show.from === p.from)),
      orgs: within(orgs, sentence),
      phrases: contextOf(tokens, knowledge.lexicon, themes, seasonsHere, within(orgs, sentence)),
    })
    dates.push(
      findDates(tokens, sentence, article.published, lexicon).filter(
        (d) => !(d.to <= (holding(titles, d.from)?.to ?? 0)),
      ),
    )
  }
  const themes = views.map((v) => v.themes)
  const shown = (key: string) => showUnder(entities.get(key), knowledge)
  const asked = askedAbout(sentences, questions, names, ({ key }) => shown(key))
  const headed = sections.map((key, i) => asked[i] ?? (key ? shown(key) : null))
  const scales = knowledge.scales?.salience
  const follow = () => {
    const told = views.map((view) => (view.sentence.furniture ? [] : findEvents(view, knowledge.events)))
    const salience = salienceOf(views, told)
    const about = scales ? aboutOf(salience, scales) : new Map()
    return { told, salience, topics: followTopics(sentences, themes, headed, about) }
  }
  let followed = follow()
  // Offshoots go by what the passage is about; once named, they are spoken of too.
  if (nameOffshoots(views, followed.topics)) followed = follow()
  const { told, salience, topics } = followed
  promoteLead(topics.main, views, television)

  // Events, how sure, who says so.
  const constructed = views.map((view, i) =>
    view.sentence.furniture
      ? []
      : findConstructions(
          view,
          dates[i]!,
          told[i]!.filter((c) => !c.doubts.length),
        ),
  )
  const premiering = told.map((own, i) => [...own, ...constructed[i]!].some((c) => isPremiere(c) && !c.doubts.length))
  const listings = findListings(views, dates)
  const listed = listings.flatMap(({ candidate, date }) =>
    premiering[candidate.view.sentence.i] ? [] : [{ ...candidate, date }],
  )
  // "8 pm X (season premiere)" under a day: what the line's own words tell falls on it.
  const dayOf = new Map(listings.map(({ candidate, date }) => [candidate.view.sentence.i, date]))
  const dated = told.map((own, i) =>
    dayOf.has(i) && !dates[i]!.length ? own.map((c) => (isPremiere(c) ? { ...c, date: dayOf.get(i)! } : c)) : own,
  )
  const gapped = views.flatMap((view, i) =>
    premiering[i] || dayOf.has(i) ? findGapped(view, dates[i]!, told[i]!) : [],
  )
  const gappedSeasons = views.flatMap((view, i) => findGappedSeasons(view, told[i]!, dates[i]!))
  const announced = findAnnounced(views, told, dates)
  const answers = findShortAnswers(views, told, quotations, speechOf)
  const same = findSame(views, told)
  const scorecard = findScorecard(views, told)
  const candidates = [
    ...dated.filter((_, i) => !scorecard.headings.has(i)).flat(),
    ...constructed.flat(),
    ...listed,
    ...gapped,
    ...gappedSeasons,
    ...announced,
    ...answers,
    ...same,
    ...scorecard.lines,
  ]
  const candidatesIn = Map.groupBy(candidates, (c) => c.view.sentence.i)
  const hedges = views.map((view, i) => (candidatesIn.has(i) ? findHedges(view, knowledge.hedges) : []))
  const attribution = new Attribution({
    views,
    sentenceOf,
    quotations,
    speechOf,
    people,
    strangers: strangersOf(names, entities, people),
    say: knowledge.say,
    outlet: article.outlet,
    roleAt: (i) => {
      const match = knowledge.roles.match(plain, i).at(-1)
      return match ? { role: match.value, to: match.to } : null
    },
  })
  return {
    text,
    knowledge,
    tokens,
    sentences,
    quotations,
    names,
    entities,
    orgs,
    typing,
    people,
    views,
    candidates,
    bySentence: views.map((_, i) => candidatesIn.get(i) ?? []),
    numbered: seasons.filter((s) => s.numbers.length > 0),
    outlet: article.outlet,
    network: firstNetwork(views),
    hedges,
    dates,
    topics,
    opensOnFuture: opensOnFuture(views),
    salience,
    attribution,
    speechOf,
    sentenceOf,
    published: article.published,
    seasons,
    television,
    counts: countsOf(seasons, views, sentenceOf, topics.before),
  }
}

function speechMap(tokens: readonly Token[], quotations: readonly Quotation[]): Int32Array {
  const map = new Int32Array(tokens.length).fill(-1)
  quotations.forEach((q, i) => {
    if (q.speech) map.fill(i, q.from, q.to)
  })
  return map
}

const isPremiere = ({ trigger }: EventCandidate): boolean => trigger.phrase.event === 'premiere'
