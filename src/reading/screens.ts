// Screens: networks, channels and streamers among the organisations that an article names.
import type { OrgMention } from './names.ts'
import type { Token } from './tokens.ts'

/** Whether a mention names a network, channel or streamer. */
export const isScreen = ({ names }: OrgMention): boolean => names.some((n) => n.kind === 'network')

/** Whether a screen is named between two tokens as the place where something is shown: "on Disney Channel". */
export const isShownOn = (
  { orgs, tokens }: { orgs: readonly OrgMention[]; tokens: readonly Token[] },
  from: number,
  to: number,
): boolean =>
  orgs.some((o) => o.from >= from && o.to <= to && /^(on|to|at)$/.test(tokens[o.from - 1]?.norm ?? '') && isScreen(o))
