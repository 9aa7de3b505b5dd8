// @ts-check
const { EventEmitter } = require('node:events')

// Electron gives its utility processes this way to talk to the main process.
const port = new EventEmitter()
process.parentPort = Object.assign(port, {
  postMessage: (/** @type {object} */ message) => process.send?.(message),
})
process.on('message', (data) => port.emit('message', { data }))
