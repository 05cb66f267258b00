// The phrase book as plain data: what the YAML files of phrases/ hold, after loading and before compiling.
import type { Event, Factuality, Role, Stage } from '../reading/claim.ts'
import type { FactData } from '../reading/facts/words.ts'
import type { FurnitureData } from '../reading/furniture.ts'
import type { Spellings } from '../reading/gazetteer.ts'
import type { Joined } from '../reading/joined.ts'
import type { LexiconData } from '../reading/lexicon.ts'

/** Where the season or show that an event happens to stands, seen from the words that tell the event. */
export type Theme =
  /** Object of a verb, subject when the verb is passive: "renews X", "X was renewed". */
  | 'object'
  /** The object, behind a preposition too; failing that, the subject: "began filming X", "X began filming". */
  | 'either'
  /** Subject of a verb: "X returns". */
  | 'subject'
  /** Of a noun: "renewal of X", "X's renewal", "the X renewal". */
  | 'of'
  /** Within the phrase, in its {theme} slot: "brings {theme} back". */
  | 'inside'
  /** Nowhere near: what the passage is about. */
  | 'context'

/** Words that tell an event. */
export interface EventPhrase {
  phrase: string
  event: Event
  theme: Theme
  factuality: Factuality
  stage?: Stage
  /**
   * What must be there besides. season, show: the theme is one. new: the theme is a new series. moment: a date or a screen
   * stands in the clause. told: a date, a verb that gives one, or its denial does. open: something leaves it undecided.
   * predicate: a verb of beginning or ending is the noun's ("production BEGINS"). stoppage: a verb of stopping or putting off is ("production HAS BEEN PAUSED").
   * talk: the passage speaks of a season to come.
   */
  needs?: 'season' | 'show' | 'new' | 'moment' | 'told' | 'open' | 'predicate' | 'stoppage' | 'talk'
  /** The words are used of series alone ("series order", "writers' room"): no other evidence is needed that the theme is one. */
  proves: boolean
}

/** What a hedge does to the factuality of what it reaches. */
export type HedgeEffect = Factuality | 'deny' | 'doubt' | 'drop'

/** Words that change how sure the speaker is, and how far they reach. */
export interface Hedge {
  phrase: string
  effect: HedgeEffect
  /** after: what follows, to the end of its clause; sentence: all that follows; before: its clause up to it; clause: all of its clause. */
  reach: 'after' | 'near' | 'sentence' | 'before' | 'clause'
  /** The effect when its own verb is negated. */
  negated?: HedgeEffect
  /** The words give an unnamed source. */
  anonymous: boolean
}

/** Phrases that share all else. */
export type PackedPhrases<T> = Omit<T, 'phrase'> & { phrases: Joined }

/** The features of a log-linear model by their names, in the order of these, and the weight of each. */
export interface Weights {
  names: Joined
  values: Joined
}

/** The weights of the models in reading/: typing.ts, topics/salience.ts, linking.ts, numbering.ts. */
export interface LearnedWeights {
  typing?: Weights
  salience?: Weights
  linking?: Weights
  numbering?: Weights
}

/** The lists of `phrases/en/media.yaml`, each told there. */
export type MediaList =
  | 'series'
  | 'genre'
  | 'ofSeries'
  | 'otherWork'
  | 'partOfSeries'
  | 'otherSeason'
  | 'generic'
  | 'behindTitle'
  | 'noName'
  | 'wants'
  | 'minded'
  | 'heldThings'
  | 'titleEnd'
  | 'interjection'
  | 'doneToTitle'
  | 'behindNetwork'
  | 'notRenewal'
  | 'notPremiere'
  | 'otherName'
  | 'elsewhere'
  | 'transparent'
  | 'interviewed'
  | 'seriesKind'
  | 'decides'
  | 'shownOn'
  | 'outletName'
  | 'happens'
  | 'expletive'
  | 'noSeries'
  | 'severalSeries'
  | 'givesDay'
  | 'gains'
  | 'madeOf'
  | 'further'
  | 'wraps'
  | 'leadsTitle'
  | 'inTheMaking'
  | 'describes'
  | 'listed'
  | 'askedFor'
  | 'countsViewers'
  | 'announces'
  | 'auxiliary'
  | 'goesTo'
  | 'saysDirectly'
  | 'leadsOutlet'
  | 'planned'
  | 'setsDate'
  | 'appears'
  | 'nextSeason'
  | 'ofSeason'
  | 'afterOrdinal'
  | 'gained'
  | 'limitedNoun'
  | 'beforeSeries'
  | 'size'
  | 'aroundScore'
  | 'insideTitle'
  | 'beforeOutlet'
  | 'lastOfOutlet'
  | 'holds'
  | 'label'
  | 'informants'
  | 'company'
  | 'beginsDate'
  | 'nameParticle'
  | 'showsWork'
  | 'honorific'
  | 'talkShow'
  | 'givesSeason'
  | 'hasSeason'
  | 'ordinalNoun'
  | 'answersNo'
  | 'answersUnlikely'
  | 'answersUndecided'
  | 'answersPossible'
  | 'answersLikely'
  | 'answersYes'
  | 'askedOfEnd'
  | 'asksSeason'
  | 'endsSeries'
  | 'notEnd'
  | 'shows'
  | 'endsSeason'
  | 'afterClitic'
  | 'afterNounClitic'
  | 'asksElse'
  | 'wouldLike'
  | 'asks'
  | 'beforeTitle'
  | 'beforeExpletive'
  | 'leadsList'
  | 'beforeRole'
  | 'counts'
  | 'beforeVerb'
  | 'opensBilling'
  | 'whatIsSaid'
  | 'runsOnce'
  | 'saidOfNew'
  | 'saidOfKnown'
  | 'beforeYear'
  | 'leadsOrganisation'
  | 'mayEnd'
  | 'likeVerbs'
  | 'behindSeveral'
  | 'beginsOrEnds'
  | 'halts'
  | 'countedByFigures'
  | 'leadsName'
  | 'runNoun'
  | 'leadsSeason'
  | 'isNetwork'
  | 'isOutlet'
  | 'tellsNews'
  | 'speaksFor'
  | 'calledOther'
  | 'beforeClitic'
  | 'owner'
  | 'tellsItself'
  | 'peopleOfSeries'
  | 'sourcesSay'
  | 'behindSources'
  | 'unnamed'
  | 'underway'
  | 'holdsInSlate'
  | 'beginsObject'
  | 'leadsCount'
  | 'leadsShown'
  | 'tellsStory'
  | 'opensDescription'
  | 'screenNoun'
  | 'bareBeforeOf'
  | 'saysWithClause'
  | 'leadsPerson'
  | 'beforeAiring'
  | 'endsNetwork'
  | 'holdsSeveral'
  | 'established'
  | 'introduces'
  | 'behindVerdict'
  | 'sharedVerb'
  | 'receives'
  | 'decidesOver'
  | 'reportsAs'
  | 'manySay'
  | 'makesSeries'
  | 'answers'
  | 'slate'
  | 'guest'
  | 'ready'
  | 'decision'
  | 'version'
  | 'occasion'
  | 'onCalendar'
  | 'broken'
  | 'kept'
  | 'centred'
  | 'beginning'
  | 'behindUnnamed'
  | 'numbersOther'
  | 'behindName'
  | 'asSeries'
  | 'ofFilms'
  | 'givenTo'
  | 'ofTitle'
  | 'outletDoes'
  | 'landform'
  | 'behindMotion'
  | 'endsPlace'
  | 'leadsAnother'
  | 'kinOfShow'
  | 'behindOffshoot'
  | 'whichOutletDoes'
  | 'presents'
  | 'scheduled'
  | 'seasonDoes'
  | 'leavesLibrary'
  | 'closes'
  | 'behindSeries'
  | 'behindCount'
  | 'ofTelevision'
  | 'ofOthers'
  | 'ofSport'
  | 'doublesFinal'
  | 'finalSeason'
  | 'oneMore'
  | 'thisSeason'
  | 'behindRun'
  | 'grantsSeason'
  | 'asGoodAsSeason'
  | 'leadsMatter'
  | 'leadsMaker'
  | 'isItOver'
  | 'storyTurn'
  | 'makesWork'
  | 'ofCompany'
  | 'behindShows'
  | 'likeNouns'
  | 'kindOfSeries'
  | 'nounOrPast'
  | 'subjectWord'
  | 'wouldDo'
  | 'willingly'
  | 'copula'
  | 'betweenSpeakers'
  | 'timeSpan'
  | 'timeUnit'
  | 'recently'
  | 'countedNotDay'
  | 'countedNotName'
  | 'shiftedTo'
  | 'behindTime'
  | 'beforeYearOf'
  | 'ofSchedule'
  | 'beforeMonth'
  | 'numberedNoun'
  | 'alongWith'
  | 'partsWish'
  | 'endsClause'
  | 'entitled'
  | 'offshoot'
  | 'noRoleAlone'
  | 'aimsAt'
  | 'oneShow'
  | 'noModifier'
  | 'bringsIn'
  | 'episodeNoun'
  | 'ofEpisodes'
  | 'beforeUntitled'
  | 'opensSeries'
  | 'untitledOffshoot'
  | 'tellsWhen'
  | 'smallInTitle'
  | 'verdictGerund'
  | 'leadsAway'
  | 'hasBegun'
  | 'beforeParticiple'
  | 'kindred'
  | 'harmlessBehind'
  | 'betweenDays'
  | 'joinsGapped'
  | 'leadsGapped'
  | 'adaptedInto'
  | 'channelNumber'
  | 'comparedWith'
  | 'tellsSomebody'
  | 'asksInHeadline'
  | 'schoolYear'
  | 'movableHoliday'
  | 'beforeHoliday'
  | 'beforeTheTime'
  | 'beforeTime'
  | 'definite'
  | 'behindNoun'
  | 'saidOfTitle'
  | 'leadsClause'
  | 'particle'
  | 'joint'
  | 'asWellAs'
  | 'leadsMade'
  | 'behindOutlet'
  | 'carries'
  | 'doer'
  | 'behindWeekday'
  | 'calledSeries'
  | 'beforeGerund'
  | 'ofCountedSeasons'
  | 'keepsOn'
  | 'agreement'
  | 'beforeSlated'
  | 'partsClause'
  | 'formerly'
  | 'behindEnds'
  | 'beforeOccasion'
  | 'contrast'
  | 'goRounds'
  | 'beforeSpan'
  | 'withinSpan'
  | 'whichSpan'

export interface PhraseBook {
  lexicon: LexiconData
  media: Readonly<Partial<Record<MediaList, readonly string[]>>>
  roles: Readonly<Partial<Record<Role | 'spokesperson', readonly string[]>>>
  furniture: FurnitureData
  networks: Spellings
  studios: Spellings
  outlets: Spellings
  companies: Spellings
  /** Well-known series, each by its title and its other names. */
  series: Spellings
  /** Given names in lower case, and those among them that are ordinary words too. */
  givenNames: { names: Joined; word: Joined }
  /** In lower case. */
  places: Joined
  /** Words for whose version of a series it is, each with the country as titles name it. */
  nationalities: Readonly<Record<string, string>>
  /** Common words: a capital alone makes no name of them. */
  common: Joined
  events: readonly EventPhrase[]
  /** What was learned from the corpus; null when nothing was. */
  weights: LearnedWeights | null
  hedges: readonly Hedge[]
  /** The words of `--why`, by what they tell (phrases/en/why.yaml). */
  why: Readonly<Partial<Record<'features' | 'numbers', Readonly<Record<string, string>>>>>
  /** Verbs of saying, by their base forms. */
  cues: { say: readonly string[] }
  /** Words that tell facts beside the status; null when there are none. */
  facts: FactData | null
}
