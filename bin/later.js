// When V8 compiles for the last time what has run often. That costs as much as some hundred pages' reading, takes place in threads beside
// the program's, and brings a command of a few seconds nothing: most of it has ended by then. What runs on and on is compiled all the
// same, and reads no slower.
'use strict'

/** Calls of a function of which V8 makes its best code; 3,000 by itself. */
exports.FLAG = '--invocation-count-for-turbofan=100000'

/** The last Node of which it is known that it knows the flag. */
const LATEST = 24

/** Sets it for this process and all of its threads. */
exports.compileLater = () => {
  // One that does not would say so at every start.
  if (Number(process.versions.node.split('.')[0]) <= LATEST) require('node:v8').setFlagsFromString(exports.FLAG)
}
