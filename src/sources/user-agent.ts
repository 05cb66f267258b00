// How we name ourselves to the servers that we ask.
import { readFileSync } from 'node:fs'
import { findPackageJSON } from 'node:module'

// The package's own file is above this one here and in the published package, at different heights.
const { version } = JSON.parse(readFileSync(findPackageJSON('..', import.meta.url)!, 'utf8')) as { version: string }

/** The name that a robots.txt may have rules for. */
export const PRODUCT = 'Bubblewatch'
export const USER_AGENT = `${PRODUCT}/${version} (+https://github.com/bubblewatch/bubblewatch)`
