// @ts-check

// A program that tells of what it is made, and ends before it opens anything.
const { app } = require('electron')

process.stdout.write(`${JSON.stringify(process.versions)}\n`)
app.exit(0)
