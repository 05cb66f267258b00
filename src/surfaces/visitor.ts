// Who has come in: what the door (src/server/door.ts) tells the surfaces.

/** `reader` has follows of its own; null is a visitor who may only read. */
export type Visitor = { Variables: { reader: string | null } }
