// How V8 is set for the command and all of its threads.
'use strict'

exports.FLAGS = [
  // Calls of a function after which V8 makes its best code of it; 3,000 by itself. To make it costs a command of a few seconds more than
  // it brings, in threads beside the program's: most of it has ended by then. What runs on and on gets it all the same, and reads no slower.
  '--invocation-count-for-turbofan=100000',
  // MB of what lasts before V8 looks through it for the first time; some 10 by itself, though a phrase book alone has more.
  '--initial-old-space-size=64',
]

/** The last Node of which it is known that it knows the flags. */
const LATEST = 24

/** Sets them for this process. */
exports.setFlags = () => {
  // One that does not would say so at every start.
  if (Number(process.versions.node.split('.')[0]) > LATEST) return
  for (const flag of exports.FLAGS) require('node:v8').setFlagsFromString(flag)
}
