// The style sheet, the scripts and the icon: read once, addressed by their content so that browsers may keep them.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

const TYPES = {
  'style.css': 'text/css; charset=utf-8',
  'board.js': 'text/javascript; charset=utf-8',
  'waiting.js': 'text/javascript; charset=utf-8',
  'keep.js': 'text/javascript; charset=utf-8',
  'kept.js': 'text/javascript; charset=utf-8',
  'icon.svg': 'image/svg+xml',
} as const
/** The parts of the style sheet: what is wider overrides what is narrow. */
const STYLE = ['1-base', '2-signs', '3-board', '4-season', '5-article', '6-sources', '6-start', '7-wide']
export type AssetName = keyof typeof TYPES
export const ASSETS = Object.keys(TYPES) as AssetName[]

interface Asset {
  body: string
  type: string
  hash: string
}

const loaded = new Map<AssetName, Asset>()

/** Reads an asset; it lies beside this file in a clone and in the published package. */
export function assetOf(name: AssetName): Asset {
  let found = loaded.get(name)
  if (!found) {
    const files = name === 'style.css' ? STYLE.map((part) => `style/${part}.css`) : [name]
    const body = files.map((file) => readFileSync(new URL(`assets/${file}`, import.meta.url), 'utf8')).join('\n')
    found = { body, type: TYPES[name], hash: createHash('sha256').update(body).digest('hex').slice(0, 10) }
    loaded.set(name, found)
  }
  return found
}

/** The address of an asset; another when its content is. */
export const asset = (name: AssetName): string => `/${name}?v=${assetOf(name).hash}`
